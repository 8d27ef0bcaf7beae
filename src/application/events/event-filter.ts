/** What people ask of the event log: fields that can be told from the timeline, and words that search tells. */
import { parseStreamId } from '../../domain/stream-id'
import { KIND } from '../../projections/event-kind'
import type { Timeline } from '../../projections/timeline'
import { categoryWord, correlationWord } from '../../projections/words/exact-words'
import { queryWords, searchText } from '../../projections/words/search-text'
import type { EventCriteria, StreamCriterion } from '../../time-travel/events/matching-slots'

/** All must hold; what is left out holds for every event. */
export interface EventFilter {
  /** Event types; names that are none are of no event. */
  readonly types?: readonly string[]
  readonly streamId?: string
  /** Events of the account, and of the transfers in which its money moved. */
  readonly accountId?: string
  /** As a whole, but for case and accents. */
  readonly category?: string
  /** What started it: of every event of one command. */
  readonly correlationId?: string
  /** Each of its words in the event's payee, memo, category, reason, or the name that it gives. */
  readonly text?: string
  /** Milliseconds since 1970, `to` exclusive. */
  readonly recorded?: { readonly from: number; readonly to: number }
  /** Days since 1970, both inclusive. */
  readonly effective?: { readonly from: number; readonly to: number }
}

/**
 * @param until the moment's day, beyond which entries are not shown
 * @returns undefined where no event of this log can answer
 */
export function criteriaOf(timeline: Timeline, filter: EventFilter, until: number): EventCriteria | undefined {
  const { types, streamId, accountId, recorded, effective } = filter
  const stream = streamId === undefined ? undefined : streamOf(timeline, streamId)
  const account = accountId === undefined ? undefined : timeline.accountNumber(accountId)
  if (streamId !== undefined && stream === undefined) return undefined
  if (accountId !== undefined && account === undefined) return undefined
  return {
    ...(types ? { kinds: types.flatMap((type) => KIND[type as keyof typeof KIND] ?? []) } : {}),
    ...(stream ? { stream } : {}),
    ...(account === undefined ? {} : { account }),
    ...(recorded ? { recorded } : {}),
    ...(effective ? { days: effective } : {}),
    ...(until === Number.POSITIVE_INFINITY ? {} : { until }),
  }
}

function streamOf(timeline: Timeline, streamId: string): StreamCriterion | undefined {
  const parsed = parseStreamId(streamId)
  switch (parsed?.category) {
    case 'account': {
      const account = timeline.accountNumber(parsed.id)
      return account === undefined ? undefined : { kind: 'account', account }
    }
    case 'transfer': {
      const transfer = timeline.transfers.number(parsed.id)
      return transfer === undefined ? undefined : { kind: 'transfer', transfer }
    }
    // A log is of one ledger.
    case 'ledger':
      return { kind: 'ledger' }
    default:
      return undefined
  }
}

/** The words that a search must answer for: pieces of texts, and fields as wholes. */
export function filterWords({ text, category, correlationId }: EventFilter): {
  readonly pieces: readonly string[]
  readonly wholes: readonly string[]
} {
  return {
    pieces: queryWords(text ?? ''),
    wholes: [
      ...(category === undefined ? [] : [categoryWord(category)]),
      ...(correlationId === undefined ? [] : [correlationWord(correlationId)]),
    ],
  }
}

/** Names that events give, to accounts and to the ledger, by slot, folded as search compares. */
export function namesGiven(timeline: Timeline): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  for (const { openedPosition, name, changes } of timeline.accounts) {
    names.set(openedPosition - 1, searchText(name))
    for (const change of changes) if (change.name !== undefined) names.set(change.position - 1, searchText(change.name))
  }
  for (const { position, name } of timeline.ledgerNames) names.set(position - 1, searchText(name))
  return names
}
