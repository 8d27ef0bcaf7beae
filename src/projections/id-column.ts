/**
 * UUIDs as four 32-bit words each, found again by scanning backward: what is looked for was mostly recorded a moment
 * ago. Where a bulk of events keeps looking far back, an index is built for as long as the bulk lasts. (A Map of
 * strings would take three times the memory, and at tens of thousands of accounts several times the time.)
 */
import { grownTo, wholeOf } from './growing'

const WORDS = 4
/** Slots a search may look at for each id held, before an index pays for itself. */
const PATIENCE = 4
const NOT_FOUND = -1

export class IdColumn {
  #words: Uint32Array
  #length: number
  #scanned = 0
  #index: Uint32Array | undefined
  /** Ids at the beginning that are not there yet; `#words` begins behind them. */
  #awaited = 0

  /**
   * @param words ids to take over, with all the memory behind them
   * @param always keeps an index from the first of many searches on: for ids that are looked up with every event
   */
  constructor(
    words: Uint32Array = new Uint32Array(0),
    private readonly always = false,
  ) {
    this.#words = wholeOf(words)
    this.#length = words.length / WORDS
  }

  /** A column of so many ids, which come later: until then ids can be added, and none can be read. */
  static awaiting(length: number): IdColumn {
    const column = new IdColumn()
    column.#awaited = column.#length = length
    return column
  }

  /** Takes over the ids that were awaited. @throws RangeError where they are not as many. */
  fill(words: Uint32Array): void {
    if (words.length !== this.#awaited * WORDS)
      throw new RangeError(`${words.length / WORDS} ids came where ${this.#awaited} must`)
    const newer = this.#words.subarray(0, (this.#length - this.#awaited) * WORDS)
    this.#words = grownTo(wholeOf(words), words.length + newer.length)
    this.#words.set(newer, words.length)
    this.#awaited = 0
  }

  get isWhole(): boolean {
    return this.#awaited === 0
  }

  get length(): number {
    return this.#length
  }

  /** Makes room, in the index too where there is one. */
  reserve(length: number): void {
    this.#words = grownTo(this.#words, (length - this.#awaited) * WORDS)
    if (this.#index && length * 2 > this.#index.length) this.#buildIndex(length)
  }

  /** Adds a lower-case UUID. */
  push(uuid: string): void {
    this.reserve(this.#length + 1)
    writeWords(uuid, 0, this.#words, (this.#length - this.#awaited) * WORDS)
    this.#length++
    if (this.#index) this.#addToIndex(this.#length - 1)
  }

  /** Adds the UUID whose words stand at `at`. */
  pushWords(words: Uint32Array, at: number): void {
    this.reserve(this.#length + 1)
    const place = (this.#length - this.#awaited) * WORDS
    for (let word = 0; word < WORDS; word++) this.#words[place + word] = words[at + word] as number
    this.#length++
    if (this.#index) this.#addToIndex(this.#length - 1)
  }

  /** The UUID at an index below `length`. */
  at(index: number): string {
    this.#mustBeWhole()
    let hex = ''
    for (let word = 0; word < WORDS; word++) hex += this.#word(index, word).toString(16).padStart(8, '0')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  /** Whether this UUID stands at this index. */
  holds(index: number, uuid: string): boolean {
    this.#mustBeWhole()
    if (!(Number.isInteger(index) && index >= 0 && index < this.#length)) return false
    return this.#equals(index, wordsOf(uuid, 0))
  }

  /** Where the lower-case UUID that begins at `offset` in a text stands; −1 where it does not. */
  find(text: string, offset = 0): number {
    return this.#find(wordsOf(text, offset))
  }

  /** As `find`, for the UUID whose words stand at `at`. */
  findWords(words: Uint32Array, at: number): number {
    for (let word = 0; word < WORDS; word++) scratch[word] = words[at + word] as number
    return this.#find(scratch)
  }

  #find(wanted: Uint32Array): number {
    this.#mustBeWhole()
    if (this.#scanned > PATIENCE * this.#length + 65_536) this.#buildIndex()
    if (this.#index) return this.#lookUp(this.#index, wanted)
    const words = this.#words
    const last = wanted[3]
    for (let index = this.#length - 1; index >= 0; index--) {
      // The last word first: ids of version 7 made in the same second share the first one.
      if (words[index * WORDS + 3] === last && this.#equals(index, wanted)) {
        this.#scanned += this.#length - index
        return index
      }
    }
    this.#scanned += this.#length
    return NOT_FOUND
  }

  /** As `find`, for what may be no UUID at all: any text. */
  findText(text: string): number {
    const index = this.find(text)
    return index >= 0 && this.at(index) === text ? index : NOT_FOUND
  }

  /** Forgets the index and what was scanned: the bulk is over. */
  rest(): void {
    if (this.always) return
    this.#index = undefined
    this.#scanned = 0
  }

  /** A copy of the words, four an id. */
  toWords(): Uint32Array {
    this.#mustBeWhole()
    return this.#words.slice(0, this.#length * WORDS)
  }

  #mustBeWhole(): void {
    if (this.#awaited > 0) throw new Error('The ids of the snapshot are not there yet')
  }

  #word(index: number, word: number): number {
    return this.#words[index * WORDS + word] as number
  }

  #equals(index: number, wanted: Uint32Array): boolean {
    const at = index * WORDS
    const words = this.#words
    return (
      words[at] === wanted[0] &&
      words[at + 1] === wanted[1] &&
      words[at + 2] === wanted[2] &&
      words[at + 3] === wanted[3]
    )
  }

  #buildIndex(expected = this.#length): void {
    this.#scanned = 0
    this.#index = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(1024, expected * 3))))
    for (let index = 0; index < this.#length; index++) this.#addToIndex(index)
  }

  /** Open addressing; a place holds index + 1, and 0 is empty. At most half of the places are taken. */
  #addToIndex(index: number): void {
    const places = this.#index
    if (!places) return
    if (this.#length * 2 > places.length) {
      this.#buildIndex()
      return
    }
    const mask = places.length - 1
    let place = hash(this.#words, index * WORDS) & mask
    while (places[place] !== 0) place = (place + 1) & mask
    places[place] = index + 1
  }

  #lookUp(places: Uint32Array, wanted: Uint32Array): number {
    const mask = places.length - 1
    for (let place = hash(wanted, 0) & mask; ; place = (place + 1) & mask) {
      const held = places[place] as number
      if (held === 0) return NOT_FOUND
      if (this.#equals(held - 1, wanted)) return held - 1
    }
  }
}

/**
 * A column that keeps its index: for ids that are looked up with every event.
 * @param expected ids that are about to come: with room for them nothing is built twice
 */
export function indexedIds(expected = 0): IdColumn {
  const ids = new IdColumn(undefined, true)
  ids.reserve(expected)
  return ids
}

const scratch = new Uint32Array(WORDS)

/** The words of a UUID, in an array that the next call uses again. */
function wordsOf(text: string, offset: number): Uint32Array {
  writeWords(text, offset, scratch, 0)
  return scratch
}

function writeWords(text: string, offset: number, into: Uint32Array, at: number): void {
  into[at] = (hex16(text, offset) << 16) | hex16(text, offset + 4)
  into[at + 1] = (hex16(text, offset + 9) << 16) | hex16(text, offset + 14)
  into[at + 2] = (hex16(text, offset + 19) << 16) | hex16(text, offset + 24)
  into[at + 3] = (hex16(text, offset + 28) << 16) | hex16(text, offset + 32)
}

/** Four hexadecimal digits. */
function hex16(text: string, at: number): number {
  return (
    (digit(text.charCodeAt(at)) << 12) |
    (digit(text.charCodeAt(at + 1)) << 8) |
    (digit(text.charCodeAt(at + 2)) << 4) |
    digit(text.charCodeAt(at + 3))
  )
}

/** '0' to '9' are 0x30 to 0x39, 'a' to 'f' are 0x61 to 0x66: no branch tells them apart. */
function digit(code: number): number {
  return (code & 15) + 9 * (code >>> 6)
}

/** Multipliers of the finaliser of MurmurHash3, which spreads ids that differ in few bits. */
function hash(words: Uint32Array, at: number): number {
  let mixed = 0
  for (let word = at; word < at + WORDS; word++) {
    mixed = Math.imul(mixed ^ (words[word] as number), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    mixed ^= mixed >>> 16
  }
  return mixed >>> 0
}
