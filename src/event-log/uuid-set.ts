/**
 * Sets and maps of UUIDs in typed arrays: about 36 bytes an id, where a Set of strings takes over 100. Ids lie in the
 * order they were added; an open-addressing table of their ordinals finds them.
 */

const EMPTY = 0
const INITIAL_IDS = 512

/** The four 32-bit words of a UUID, written into `into`. @throws TypeError where the text is no UUID. */
export function uuidWords(uuid: string, into: Uint32Array = new Uint32Array(4)): Uint32Array {
  let word = 0
  let digits = 0
  for (let index = 0; index < uuid.length; index++) {
    const code = uuid.charCodeAt(index)
    if (code === 45 && (index === 8 || index === 13 || index === 18 || index === 23)) continue
    const digit = hexDigit(code)
    if (digit < 0) throw new TypeError(`${JSON.stringify(uuid)} is no UUID.`)
    word = (word << 4) | digit
    if (++digits % 8 === 0) into[digits / 8 - 1] = word
  }
  if (digits !== 32 || uuid.length !== 36) throw new TypeError(`${JSON.stringify(uuid)} is no UUID.`)
  return into
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  if (code >= 97 && code <= 102) return code - 87
  if (code >= 65 && code <= 70) return code - 55
  return -1
}

/** Ids by ordinal, 0 for the first added. */
class UuidTable {
  size = 0
  #words = new Uint32Array(4 * INITIAL_IDS)
  // Ordinal + 1 of the id in the slot; a power of two, at most a third full: a step further is a miss of the cache.
  #slots = new Uint32Array(4 * INITIAL_IDS)
  readonly #wanted = new Uint32Array(4)

  /** -1 where it is not there. */
  ordinalOf(uuid: string): number {
    return (this.#slots[this.#slotOf(uuidWords(uuid, this.#wanted))] ?? EMPTY) - 1
  }

  /** As `ordinalOf`, of the four words that stand at `at`. */
  ordinalOfWords(words: Uint32Array, at: number): number {
    return (this.#slots[this.#slotOf(this.#want(words, at))] ?? EMPTY) - 1
  }

  /** The ordinal of an id that is there; otherwise adds it and returns `~ordinal`, which is negative. */
  findOrAdd(uuid: string): number {
    return this.#findOrAdd(uuidWords(uuid, this.#wanted))
  }

  findOrAddWords(words: Uint32Array, at: number): number {
    return this.#findOrAdd(this.#want(words, at))
  }

  #want(words: Uint32Array, at: number): Uint32Array {
    const wanted = this.#wanted
    for (let word = 0; word < 4; word++) wanted[word] = words[at + word] as number
    return wanted
  }

  #findOrAdd(words: Uint32Array): number {
    let slot = this.#slotOf(words)
    const taken = this.#slots[slot] ?? EMPTY
    if (taken !== EMPTY) return taken - 1
    if ((this.size + 1) * 3 > this.#slots.length) {
      this.#growSlots()
      slot = this.#slotOf(words)
    }
    if (this.#words.length < 4 * (this.size + 1)) this.#words = grown(this.#words)
    this.#words.set(words, 4 * this.size)
    this.#slots[slot] = ++this.size
    return ~(this.size - 1)
  }

  #slotOf(words: Uint32Array): number {
    const mask = this.#slots.length - 1
    let slot = hash(words, 0) & mask
    for (let taken = this.#slots[slot]; taken; taken = this.#slots[slot]) {
      if (this.#equals(4 * (taken - 1), words)) break
      slot = (slot + 1) & mask
    }
    return slot
  }

  #equals(at: number, words: Uint32Array): boolean {
    const stored = this.#words
    return (
      stored[at + 3] === words[3] &&
      stored[at + 2] === words[2] &&
      stored[at + 1] === words[1] &&
      stored[at] === words[0]
    )
  }

  #growSlots(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let ordinal = 0; ordinal < this.size; ordinal++) {
      let slot = hash(this.#words, 4 * ordinal) & mask
      while (slots[slot]) slot = (slot + 1) & mask
      slots[slot] = ordinal + 1
    }
    this.#slots = slots
  }
}

/** All 128 bits count: ids of one program may differ in a few of them only. */
function hash(words: Uint32Array, at: number): number {
  let mixed = 0
  for (let index = at; index < at + 4; index++) {
    mixed = Math.imul(mixed ^ (words[index] ?? 0), 0x9e3779b1)
    mixed ^= mixed >>> 15
  }
  mixed = Math.imul(mixed, 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

function grown<Numbers extends Uint32Array | Float64Array>(numbers: Numbers): Numbers {
  const copy = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2)
  copy.set(numbers)
  return copy
}

/** A set of UUIDs; letter case makes no difference. Every method throws a TypeError on a text that is no UUID. */
export class UuidSet {
  readonly #table = new UuidTable()

  get size(): number {
    return this.#table.size
  }

  /** false where it was there already. */
  add(uuid: string): boolean {
    return this.#table.findOrAdd(uuid) < 0
  }

  has(uuid: string): boolean {
    return this.#table.ordinalOf(uuid) >= 0
  }

  /** How many ids were added before this one; -1 where it is not there. */
  ordinalOf(uuid: string): number {
    return this.#table.ordinalOf(uuid)
  }

  /** As `add`, of the UUID whose four words stand at `at`. */
  addWords(words: Uint32Array, at: number): boolean {
    return this.#table.findOrAddWords(words, at) < 0
  }

  /** As `ordinalOf`, of the UUID whose four words stand at `at`. */
  ordinalOfWords(words: Uint32Array, at: number): number {
    return this.#table.ordinalOfWords(words, at)
  }
}

/** A map from UUIDs to numbers. */
export class UuidMap {
  readonly #table = new UuidTable()
  #values = new Float64Array(INITIAL_IDS)

  get size(): number {
    return this.#table.size
  }

  has(uuid: string): boolean {
    return this.#table.ordinalOf(uuid) >= 0
  }

  get(uuid: string): number | undefined {
    const ordinal = this.#table.ordinalOf(uuid)
    return ordinal < 0 ? undefined : this.#values[ordinal]
  }

  /** As `get`, of the UUID whose four words stand at `at`. */
  getWords(words: Uint32Array, at: number): number | undefined {
    const ordinal = this.#table.ordinalOfWords(words, at)
    return ordinal < 0 ? undefined : this.#values[ordinal]
  }

  set(uuid: string, value: number): void {
    const found = this.#table.findOrAdd(uuid)
    const ordinal = found < 0 ? ~found : found
    if (this.#values.length <= ordinal) this.#values = grown(this.#values)
    this.#values[ordinal] = value
  }
}
