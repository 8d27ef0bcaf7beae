/**
 * Which entries answer to a query: every word of it somewhere in the entry's own words, the name of the other account
 * of a transfer, or its figures (date and amount). A reversal answers to the words of what it undoes too.
 *
 * [SE5] What can be told from the words of chunks is told without reading an event. Where words were corrected, or the
 * other account is not in the timeline or had several names, the entry is 'asked' for, but only if it may answer.
 */
import { KIND } from '../../projections/event-kind'
import type { Timeline } from '../../projections/timeline'
import { type Answers, answers } from '../../projections/words/word-chunk'
import type { ChunkAnswers } from './word-index'

/** 'later': words that it needs are in a chunk whose answers are not there yet. */
export type Verdict = 'yes' | 'no' | 'ask' | 'later'

/** What else may hold a word, by the word's place in the query. */
export interface EntryFigures {
  /** Whether the date or amount of the entry in a slot holds the word. */
  figure(slot: number, word: number): boolean
  /** Whether any name that the account had holds the word. */
  name(account: number, word: number): boolean
}

export class EntryMatcher {
  readonly #answers = new Map<number, readonly Answers[]>()

  constructor(
    private readonly timeline: Timeline,
    private readonly words: number,
    private readonly figures: EntryFigures,
    private readonly chunkEvents: number,
  ) {}

  take({ chunk, answers: bits }: ChunkAnswers): void {
    this.#answers.set(chunk, bits)
  }

  /** The chunks whose answers are needed for an entry. */
  chunksFor(slot: number): readonly number[] {
    const undone = this.timeline.reverses(slot)
    const slots = [slot, ...(undone === undefined ? [] : [undone]), ...this.#corrections(slot, undone)]
    return [...new Set(slots.map((each) => this.#chunkOf(each)))]
  }

  judge(slot: number): Verdict {
    const kind = this.timeline.columns.kind[slot]
    const undone = kind === KIND.EntryReversed ? this.timeline.reverses(slot) : undefined
    const corrections = this.#corrections(slot, undone)
    if (!this.#has(slot) || (undone !== undefined && !this.#has(undone))) return 'later'
    if (corrections.some((correction) => !this.#has(correction))) return 'later'
    const counterpart = this.#counterpart(slot, kind)
    const isAsked = corrections.length > 0 || this.#dependsOnMoment(counterpart)
    for (let word = 0; word < this.words; word++) {
      const holds =
        this.#holds(slot, word) ||
        (undone !== undefined && this.#holds(undone, word)) ||
        corrections.some((correction) => this.#holds(correction, word)) ||
        counterpart === 'unknown' ||
        (counterpart !== undefined && this.figures.name(counterpart, word)) ||
        this.figures.figure(slot, word)
      if (!holds) return 'no'
    }
    return isAsked ? 'ask' : 'yes'
  }

  #dependsOnMoment(counterpart: number | 'unknown' | undefined): boolean {
    if (counterpart === undefined || counterpart === 'unknown') return counterpart === 'unknown'
    return this.timeline.accounts[counterpart]?.changes.some(({ name }) => name !== undefined) ?? false
  }

  #corrections(slot: number, undone: number | undefined): readonly number[] {
    return this.timeline.annotationsOf(undone ?? slot)
  }

  #has(slot: number): boolean {
    return this.#answers.has(this.#chunkOf(slot))
  }

  #chunkOf(slot: number): number {
    return Math.floor(slot / this.chunkEvents)
  }

  #holds(slot: number, word: number): boolean {
    const bits = this.#answers.get(this.#chunkOf(slot))?.[word]
    return bits !== undefined && answers(bits, slot % this.chunkEvents)
  }

  /** The other account of a transfer; 'unknown' where the timeline does not say. */
  #counterpart(slot: number, kind: number | undefined): number | 'unknown' | undefined {
    if (kind !== KIND.TransferSent && kind !== KIND.TransferReceived && kind !== KIND.TransferReturned) return undefined
    const transfer = this.timeline.transferOf(slot)
    const step = kind === KIND.TransferSent ? 'received' : 'sent'
    const other =
      transfer === undefined || kind === KIND.TransferReturned
        ? undefined
        : this.timeline.transfers.slot(transfer, step)
    return other === undefined ? 'unknown' : this.timeline.columns.account[other]
  }
}
