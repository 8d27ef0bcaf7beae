/** What a row of the event log says without its event being read. */
import type { EventType } from '../../domain/events'
import type { Timeline } from '../../projections/timeline'
import { nameAt } from '../../time-travel/accounts-at'
import { eventAt } from '../../time-travel/event-at'

export interface LogRowFigures {
  readonly position: number
  /** Milliseconds since 1970. */
  readonly recordedAt: number
  readonly type: EventType
  /** Whose stream it is of; for an account, what it was called when the event was recorded. */
  readonly stream:
    | { readonly kind: 'account'; readonly id: string; readonly name: string }
    | { readonly kind: 'transfer'; readonly id: string }
    | { readonly kind: 'ledger' }
  /** Signed minor units; undefined for what moves no money. */
  readonly effect: { readonly minor: number; readonly currency: string; readonly exponent: number } | undefined
}

/** @param position from 1 to the timeline's size */
export function logRowFigures(timeline: Timeline, position: number): LogRowFigures | undefined {
  const event = eventAt(timeline, position)
  if (!event) return undefined
  const track = event.account === undefined ? undefined : timeline.accounts[event.account]
  const transfer = timeline.transferOf(position - 1)
  const { type, effect } = event
  return {
    position,
    recordedAt: timeline.columns.recordedAt[position - 1] as number,
    type,
    stream: track
      ? { kind: 'account', id: track.id, name: nameAt(track, position) ?? track.name }
      : transfer === undefined
        ? { kind: 'ledger' }
        : { kind: 'transfer', id: timeline.transfers.id(transfer) },
    effect:
      track && timeline.isEntry(position - 1)
        ? { minor: effect, currency: track.currency, exponent: track.exponent }
        : undefined,
  }
}
