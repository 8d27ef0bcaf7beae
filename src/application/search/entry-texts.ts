/** All that entries say at a moment, read from their events: for those that chunks of words cannot judge alone. */
import { KIND } from '../../projections/event-kind'
import type { Timeline } from '../../projections/timeline'
import { nameAt } from '../../time-travel/accounts-at'
import type { Bound } from '../../time-travel/resolve-moment'
import { entryView, type LogReader, readWords } from '../entry-view'
import { figuresOf, PLAIN_FIGURES } from './entry-figures'

/**
 * By entry: its own words as they were corrected, those of what it undoes, the other account's name, date and amount.
 * @throws StorageError
 */
export async function entryTexts(
  timeline: Timeline,
  log: LogReader,
  slots: readonly number[],
  bound: Bound,
): Promise<readonly (readonly (string | undefined)[])[]> {
  const related = slots.flatMap((slot) => [timeline.reverses(slot) ?? [], initiationOf(timeline, slot) ?? []].flat())
  const events = await readWords(timeline, log, [...slots, ...related], bound)
  const said = (slot: number | undefined) => {
    const view = slot === undefined ? undefined : entryView(timeline, slot, events, bound)
    return [view?.payee, view?.memo, view?.category, view?.reason]
  }
  const otherAccount = (slot: number): unknown => {
    const initiation = initiationOf(timeline, slot)
    if (initiation !== undefined) return events.get(initiation + 1)?.data.toAccountId
    return entryView(timeline, slot, events, bound)?.counterpartAccountId
  }
  const nameOf = (accountId: unknown): string | undefined => {
    const number = typeof accountId === 'string' ? timeline.accountNumber(accountId) : undefined
    const track = number === undefined ? undefined : timeline.accounts[number]
    return track && nameAt(track, bound.position)
  }
  return slots.map((slot) => [
    ...said(slot),
    ...said(timeline.reverses(slot)),
    nameOf(otherAccount(slot)),
    ...figuresOf(timeline, slot, PLAIN_FIGURES),
  ])
}

/** Of money that came back: where its transfer began, which says where it was meant to go. */
function initiationOf(timeline: Timeline, slot: number): number | undefined {
  if (timeline.columns.kind[slot] !== KIND.TransferReturned) return undefined
  const transfer = timeline.transferOf(slot)
  return transfer === undefined ? undefined : timeline.transfers.slot(transfer, 'initiated')
}
