/**
 * Searching a whole ledger: the entries of all accounts, or of one, whose words, figures or other account answer to a
 * text at a moment. Newest first; what is found first is told at once.
 *
 * [SE7] It finds what reading every entry would find, at any moment.
 * [SE8] What it tells on the way only grows, and all that answer are counted, however few are given.
 */
import type { Timeline } from '../../projections/timeline'
import { entriesOf } from '../../time-travel/account-entries'
import type { Bound } from '../../time-travel/resolve-moment'
import { entryView, type LogReader, readWords, within } from '../entry-view'
import type { FoundEntry, SearchResults } from '../ledger-api'
import { PLAIN_FIGURES } from './entry-figures'
import { entryTexts } from './entry-texts'
import { entryScope, ledgerScope, searchEntries } from './search-entries'
import { textMatcher } from './text-matcher'
import type { WordSearch } from './word-search'

/** Entries whose events are read at once. */
const PAGE = 256

export interface LedgerQuery {
  readonly text: string
  readonly bound: Bound
  /** Of one account only. */
  readonly account?: number
  /** Entries given at most. */
  readonly limit: number
  readonly onResults?: (results: SearchResults) => void
  readonly signal?: AbortSignal
}

interface Sources {
  readonly timeline: Timeline
  readonly log: LogReader
  readonly words: WordSearch
}

/** @throws AbortError; StorageError where events cannot be read. A text without a word is answered by nothing. */
export async function searchLedger(sources: Sources, query: LedgerQuery): Promise<SearchResults> {
  const answers = textMatcher(query.text)
  if (!answers) return { total: 0, entries: [], done: true }
  const { timeline } = sources
  const { bound, account, signal } = query
  const scope =
    account === undefined
      ? ledgerScope(timeline, sources.words)
      : entryScope(entriesOf(timeline, account).recorded.toReversed(), sources.words)
  const results = new Results(sources, query)
  const asked: number[] = []
  await searchEntries(
    timeline,
    sources.words,
    { query: query.text, texts: PLAIN_FIGURES, scope },
    (judged) => {
      results.add(judged.found.filter((slot) => within(timeline, slot, bound)))
      for (const slot of judged.asked) if (within(timeline, slot, bound)) asked.push(slot)
      return results.told
    },
    signal,
  )
  for (let from = 0; from < asked.length; from += PAGE) {
    signal?.throwIfAborted()
    const slots = asked.slice(from, from + PAGE)
    const texts = await entryTexts(timeline, sources.log, slots, bound)
    results.add(slots.filter((_, index) => answers(texts[index] ?? [])))
  }
  return results.settled()
}

/** What is known so far, and telling it: reading the entries takes a while, in which more may be found. */
class Results {
  #total = 0
  /** Slots, newest first. */
  #newest: number[] = []
  readonly #views = new Map<number, FoundEntry>()
  #telling: Promise<void> | undefined
  #hasMore = false

  constructor(
    private readonly sources: Sources,
    private readonly query: LedgerQuery,
  ) {}

  add(slots: readonly number[]): void {
    if (slots.length === 0) return
    this.#total += slots.length
    this.#newest = [...this.#newest, ...slots].sort((a, b) => b - a).slice(0, this.query.limit)
    this.#hasMore = true
    if (!this.query.onResults || this.#telling) return
    this.#telling = this.#tell().finally(() => {
      this.#telling = undefined
    })
    // Whoever awaits the result hears of it.
    this.#telling.catch(() => undefined)
  }

  /** While something is being told. */
  get told(): Promise<void> | undefined {
    return this.#telling
  }

  async settled(): Promise<SearchResults> {
    await this.#telling
    this.query.signal?.throwIfAborted()
    return this.#read(true)
  }

  async #tell(): Promise<void> {
    while (this.#hasMore) {
      this.#hasMore = false
      const results = await this.#read(false)
      if (this.query.signal?.aborted) return
      this.query.onResults?.(results)
    }
  }

  async #read(done: boolean): Promise<SearchResults> {
    const { timeline, log } = this.sources
    const total = this.#total
    const slots = this.#newest
    const unread = slots.filter((slot) => !this.#views.has(slot))
    const events = await readWords(timeline, log, unread, this.query.bound)
    for (const slot of unread) {
      const view = entryView(timeline, slot, events, this.query.bound)
      const accountId = timeline.accounts[timeline.columns.account[slot] as number]?.id
      if (view && accountId !== undefined) this.#views.set(slot, { accountId, ...view })
    }
    return { total, entries: slots.flatMap((slot) => this.#views.get(slot) ?? []), done }
  }
}
