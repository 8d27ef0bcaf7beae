/**
 * The words of a run of events, made to be searched: each text that occurs stands once, and every event says which is
 * its own. A search looks through the texts, not through the events. SPEC.md has its rules.
 */
import { CHUNK_EVENTS } from './chunk-events'
import { correlationOf, hashInto } from './exact-words'
import { searchText } from './search-text'

/** Between the texts; no text holds one, since `searchText` makes it a space. */
const SEPARATOR = '\n'
const HEADER_BYTES = 8
/** Words of 32 bits that stand for an event's correlationId; both 0 where it has none. */
const HASH_WORDS = 2
const BYTES_AN_EVENT = 2 + 4 * HASH_WORDS
const NO_TEXT = 0

/** Whether each event answers, by its place in the chunk: bit `index & 7` of byte `index >> 3`. */
export type Answers = Uint8Array

export function answers(bits: Answers, index: number): boolean {
  return (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1
}

export class WordChunk {
  /** By event: the number of its text, from 1; 0 for an event without words. */
  readonly #textOf: Uint16Array
  readonly #correlations: Uint32Array
  readonly #texts: string
  /** Where each text ends in `#texts`. */
  readonly #ends: Uint32Array

  private constructor(textOf: Uint16Array, correlations: Uint32Array, texts: string) {
    this.#textOf = textOf
    this.#correlations = correlations
    this.#texts = texts
    const ends: number[] = []
    for (let end = texts.indexOf(SEPARATOR); end >= 0; end = texts.indexOf(SEPARATOR, end + 1)) ends.push(end)
    this.#ends = Uint32Array.from(ends)
  }

  static of(textOf: Uint16Array, correlations: Uint32Array, texts: readonly string[]): WordChunk {
    return new WordChunk(textOf, correlations, texts.map((text) => text + SEPARATOR).join(''))
  }

  /** @throws RangeError where these are not the bytes of a chunk; TypeError where its texts are not UTF-8. */
  static fromBytes(bytes: Uint8Array): WordChunk {
    const [events = 0, textBytes = 0] = new Uint32Array(bytes.slice(0, HEADER_BYTES).buffer)
    const texts = HEADER_BYTES + BYTES_AN_EVENT * events
    if (bytes.length !== texts + textBytes) throw new RangeError(`These ${bytes.length} bytes are no chunk of words`)
    const textOf = new Uint16Array(bytes.slice(HEADER_BYTES, HEADER_BYTES + 2 * events).buffer)
    const correlations = new Uint32Array(bytes.slice(HEADER_BYTES + 2 * events, texts).buffer)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(texts))
    const chunk = new WordChunk(textOf, correlations, text)
    if (textOf.some((text) => text > chunk.#ends.length)) throw new RangeError('A chunk of words lacks a text')
    return chunk
  }

  /** In a buffer of their own, in this machine's byte order. */
  toBytes(): Uint8Array<ArrayBuffer> {
    const texts = new TextEncoder().encode(this.#texts)
    const bytes = new Uint8Array(HEADER_BYTES + BYTES_AN_EVENT * this.#textOf.length + texts.length)
    bytes.set(new Uint8Array(Uint32Array.of(this.#textOf.length, texts.length).buffer))
    let at = HEADER_BYTES
    for (const { buffer, byteOffset, byteLength } of [this.#textOf, this.#correlations]) {
      bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
      at += byteLength
    }
    bytes.set(texts, at)
    return bytes
  }

  /** Events. */
  get length(): number {
    return this.#textOf.length
  }

  /** What it takes in memory, in characters. */
  get size(): number {
    return this.#texts.length + (this.length * BYTES_AN_EVENT) / 2
  }

  /** What is kept of one event, by its place in the chunk; undefined beyond it. */
  saidBy(index: number): { readonly text: string; readonly correlation: Uint32Array } | undefined {
    const number = this.#textOf[index]
    if (number === undefined) return undefined
    const start = number < 2 ? 0 : (this.#ends[number - 2] as number) + 1
    return {
      text: number === NO_TEXT ? '' : this.#texts.slice(start, this.#ends[number - 1]),
      correlation: this.#correlations.subarray(index * HASH_WORDS, (index + 1) * HASH_WORDS),
    }
  }

  /**
   * Which events have this word somewhere in their words.
   * @param word in the form that `searchText` gives, or one of exact-words.ts
   */
  search(word: string): Answers {
    const correlation = correlationOf(word)
    return correlation === undefined ? this.#withText(word) : this.#withCorrelation(correlation)
  }

  #withText(word: string): Answers {
    const found = new Uint8Array(this.#ends.length + 1)
    let text = 0
    for (let at = this.#texts.indexOf(word); at >= 0; at = this.#texts.indexOf(word, this.#ends[text - 1])) {
      while ((this.#ends[text] as number) < at) text++
      found[++text] = 1
    }
    const bits = new Uint8Array(Math.ceil(this.#textOf.length / 8))
    for (let index = 0; index < this.#textOf.length; index++) {
      if (found[this.#textOf[index] as number] === 1)
        bits[index >> 3] = (bits[index >> 3] as number) | (1 << (index & 7))
    }
    return bits
  }

  #withCorrelation(correlationId: string): Answers {
    const bits = new Uint8Array(Math.ceil(this.length / 8))
    const wanted = correlationHash(correlationId)
    if (wanted[0] === 0 && wanted[1] === 0) return bits
    for (let index = 0; index < this.length; index++) {
      const at = index * HASH_WORDS
      if (this.#correlations[at] === wanted[0] && this.#correlations[at + 1] === wanted[1])
        bits[index >> 3] = (bits[index >> 3] as number) | (1 << (index & 7))
    }
    return bits
  }
}

/** What stands for a correlationId; nothing but zeros for none. */
export function correlationHash(correlationId: string): Uint32Array {
  const hash = new Uint32Array(HASH_WORDS)
  if (correlationId !== '') hashInto(hash, 0, new TextEncoder().encode(correlationId))
  return hash
}

/** Takes in events one after another; what it has can be searched at any time. */
export class WordChunkBuilder {
  readonly #textOf: Uint16Array
  readonly #correlations: Uint32Array
  #length = 0
  readonly #texts: string[] = []
  /** By the words as they were given, so that words which come again cost a look. */
  readonly #known = new Map<string, number>()
  readonly #numbers = new Map<string, number>()

  /** @param capacity events; at most 65,535 */
  constructor(capacity = CHUNK_EVENTS) {
    this.#textOf = new Uint16Array(capacity)
    this.#correlations = new Uint32Array(capacity * HASH_WORDS)
  }

  get length(): number {
    return this.#length
  }

  get isFull(): boolean {
    return this.#length === this.#textOf.length
  }

  /**
   * The next event's words, as `markedWords` gives them, and what stands for its correlationId.
   * @throws RangeError where it is full.
   */
  add(words: string, correlation?: Uint32Array): void {
    if (this.isFull) throw new RangeError('The chunk of words is full')
    if (correlation) this.#correlations.set(correlation, this.#length * HASH_WORDS)
    this.#textOf[this.#length++] = words === '' ? NO_TEXT : (this.#known.get(words) ?? this.#take(words))
  }

  chunk(): WordChunk {
    const correlations = this.#correlations.slice(0, this.#length * HASH_WORDS)
    return WordChunk.of(this.#textOf.slice(0, this.#length), correlations, this.#texts)
  }

  #take(words: string): number {
    const text = searchText(words)
    let number = this.#numbers.get(text)
    if (number === undefined) {
      number = this.#texts.push(text)
      this.#numbers.set(text, number)
    }
    this.#known.set(words, number)
    return number
  }
}
