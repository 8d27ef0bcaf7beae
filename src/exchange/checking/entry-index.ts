/** What each entry did, for judging reversals: about 40 bytes an event with its id, so that a million events fit. */
import { UuidSet } from '../../event-log/uuid-set'

export interface IndexedEntry {
  readonly position: number
  /** Ordinal of the account's stream. */
  readonly stream: number
  /** Signed, minor units. */
  readonly effect: number
  readonly isReversed: boolean
}

export class EntryIndex {
  private readonly ids = new UuidSet()
  /** By position − 1. The stream's ordinal is 0 where the event is no entry that can be reversed. */
  private streams = new Uint32Array(1024)
  private effects = new Float64Array(1024)
  private reversed = new Uint8Array(1024)

  has(eventId: string): boolean {
    return this.ids.has(eventId)
  }

  /** As `has`, of the id whose four words stand at `at`. */
  hasWords(words: Uint32Array, at: number): boolean {
    return this.ids.ordinalOfWords(words, at) >= 0
  }

  /** Every event of the log in order, entry or not; `stream` is from 1. */
  add(eventId: string, stream = 0, effect = 0): void {
    if (!this.ids.add(eventId)) throw new Error(`${eventId} is in the index already`)
    this.note(stream, effect)
  }

  /** As `add`, of the id whose four words stand at `at`. */
  addWords(words: Uint32Array, at: number, stream: number, effect: number): void {
    if (!this.ids.addWords(words, at)) throw new Error(`The id of event ${this.ids.size + 1} is in the index already`)
    this.note(stream, effect)
  }

  /** The `Deposited` or `Withdrawn` of that id; undefined where it is neither. */
  find(eventId: string): IndexedEntry | undefined {
    const at = this.ids.ordinalOf(eventId)
    const stream = at < 0 ? 0 : (this.streams[at] ?? 0)
    if (stream === 0) return undefined
    return { position: at + 1, stream, effect: this.effects[at] ?? 0, isReversed: this.reversed[at] === 1 }
  }

  markReversed(position: number): void {
    this.reversed[position - 1] = 1
  }

  private note(stream: number, effect: number): void {
    const at = this.ids.size - 1
    if (at >= this.streams.length) this.grow()
    this.streams[at] = stream
    this.effects[at] = effect
  }

  private grow(): void {
    const length = this.streams.length * 2
    const streams = new Uint32Array(length)
    streams.set(this.streams)
    this.streams = streams
    const effects = new Float64Array(length)
    effects.set(this.effects)
    this.effects = effects
    const reversed = new Uint8Array(length)
    reversed.set(this.reversed)
    this.reversed = reversed
  }
}
