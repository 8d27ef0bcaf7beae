/**
 * Which events of the log answer to a filter, told from the timeline's columns alone: one pass over some bytes an event,
 * made once for a filter and continued as the log grows.
 */
import { isEntryKind, KIND } from '../../projections/event-kind'
import type { Timeline } from '../../projections/timeline'

/** The stream an event is of: one account's, one transfer's, or the ledger's own. */
export type StreamCriterion =
  | { readonly kind: 'account'; readonly account: number }
  | { readonly kind: 'transfer'; readonly transfer: number }
  | { readonly kind: 'ledger' }

/** All must hold; one that is left out holds for every event. */
export interface EventCriteria {
  readonly kinds?: readonly number[]
  readonly stream?: StreamCriterion
  /** Events of this account's stream, and of the transfers in which it took part. */
  readonly account?: number
  /** Milliseconds since 1970: from, inclusive, and to, exclusive. */
  readonly recorded?: { readonly from: number; readonly to: number }
  /** Days since 1970, inclusive: of entries and assertions; no other event has a value date. */
  readonly days?: { readonly from: number; readonly to: number }
  /** As a moment's day: later entries and assertions are not shown, events without a value date are. */
  readonly until?: number
}

/**
 * The slots from `from` up to `to` (exclusive) that answer, in their order.
 * @param to at most the timeline's size
 */
export function matchingSlots(timeline: Timeline, criteria: EventCriteria, from = 0, to = timeline.size): Uint32Array {
  const { kind, account, link, recordedAt } = timeline.columns
  const { first, end } = withinRecorded(recordedAt, criteria.recorded, from, to)
  const found = new Uint32Array(Math.max(0, end - first))
  let count = 0
  const kinds = kindsOf(criteria)
  const { stream } = criteria
  const streamAccount = stream?.kind === 'account' ? stream.account : -1
  const streamTransfer = stream?.kind === 'transfer' ? stream.transfer : -1
  const wanted = criteria.account ?? -1
  const ofTransfers = wanted < 0 ? undefined : transfersOf(timeline, wanted)
  const isDated = criteria.days !== undefined || criteria.until !== undefined
  const hasDay = isDated ? dayJudge(timeline, criteria) : undefined
  for (let slot = first; slot < end; slot++) {
    const own = kind[slot] as number
    if (kinds[own] === 0) continue
    if (streamAccount >= 0 && account[slot] !== streamAccount) continue
    if (streamTransfer >= 0 && link[slot] !== streamTransfer) continue
    if (ofTransfers && account[slot] !== wanted) {
      if (own < KIND.TransferInitiated || ofTransfers[link[slot] as number] !== 1) continue
    }
    if (hasDay && !hasDay(slot, own)) continue
    found[count++] = slot
  }
  return found.slice(0, count)
}

/** By kind: whether the filter lets it through at all. */
function kindsOf({ kinds, stream }: EventCriteria): Uint8Array {
  const through = new Uint8Array(256).fill(kinds ? 0 : 1)
  for (const kind of kinds ?? []) through[kind] = 1
  for (let kind = 0; kind < through.length; kind++) {
    if (stream?.kind === 'ledger' && kind !== KIND.LedgerRenamed) through[kind] = 0
    if (stream?.kind === 'transfer' && kind < KIND.TransferInitiated) through[kind] = 0
  }
  return through
}

/** Recording times never fall, so an instant is a place among the slots. */
function withinRecorded(
  recordedAt: Float64Array,
  recorded: EventCriteria['recorded'],
  from: number,
  to: number,
): { readonly first: number; readonly end: number } {
  if (!recorded) return { first: from, end: to }
  return {
    first: slotAtMillis(recordedAt, recorded.from, from, to),
    end: slotAtMillis(recordedAt, recorded.to, from, to),
  }
}

/** The first slot from `low` on that was recorded at the instant or later; `high` where none was. */
function slotAtMillis(recordedAt: Float64Array, millis: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((recordedAt[middle] as number) < millis) low = middle + 1
    else high = middle
  }
  return low
}

/** By number of transfer: 1 where money of the account moved in it. */
function transfersOf({ transfers, columns }: Timeline, account: number): Uint8Array {
  const parts = new Uint8Array(transfers.count)
  for (const step of ['sent', 'received', 'returned'] as const) {
    const slots = transfers.slots(step)
    for (let transfer = 0; transfer < parts.length; transfer++) {
      // Where the step was not taken there is no such slot, and no account in it.
      if (columns.account[slots[transfer] as number] === account) parts[transfer] = 1
    }
  }
  return parts
}

function dayJudge(timeline: Timeline, { days, until }: EventCriteria): (slot: number, kind: number) => boolean {
  const { day } = timeline.columns
  const asserted = new Map(timeline.assertions.map((assertion) => [assertion.position - 1, assertion.day]))
  return (slot, kind) => {
    const own = isEntryKind(kind) ? (day[slot] as number) : asserted.get(slot)
    if (own === undefined) return days === undefined
    return (days === undefined || (own >= days.from && own <= days.to)) && (until === undefined || own <= until)
  }
}
