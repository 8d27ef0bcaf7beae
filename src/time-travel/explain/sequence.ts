/** The entries that a number is made of, in the order of recording and in that of value dates, as slots. */
import type { Timeline } from '../../projections/timeline'
import { entriesOf } from '../account-entries'
import { countWhile } from '../count-while'
import { unitsOf } from '../units'

/** An account's balance, or the total of all accounts of a unit (its number in `unitsOf`). */
export type Subject =
  | { readonly kind: 'account'; readonly account: number }
  | { readonly kind: 'total'; readonly unit: number }

/** Slots in some order: elements 0 to `length` − 1 of `slots`, or these numbers themselves where that is undefined. */
export interface Slots {
  readonly slots: Uint32Array | undefined
  readonly length: number
}

/** For as long as the timeline does not change. Elements that are no entry of the subject may stand between. */
export interface Sequence {
  readonly timeline: Timeline
  /** Names the subject among those of its timeline. */
  readonly key: string
  readonly recorded: Slots
  readonly byDay: Slots
  /** 1 for accounts of the subject, by their number. */
  readonly members: Uint8Array
}

export function keyOf(subject: Subject): string {
  return subject.kind === 'account' ? `account ${subject.account}` : `total ${subject.unit}`
}

let kept: { readonly version: number; readonly sequence: Sequence } | undefined

export function sequenceOf(timeline: Timeline, subject: Subject): Sequence {
  const key = keyOf(subject)
  const { version } = timeline
  if (kept?.version === version && kept.sequence.timeline === timeline && kept.sequence.key === key) {
    return kept.sequence
  }
  const sequence =
    subject.kind === 'account' ? ofAccount(timeline, subject.account, key) : ofUnit(timeline, subject.unit, key)
  kept = { version, sequence }
  return sequence
}

/** Whether the event in a slot is an entry of the subject. */
export function isMember({ timeline, members }: Sequence, slot: number): boolean {
  const { effect, account } = timeline.columns
  return effect[slot] !== 0 && members[account[slot] as number] === 1
}

/** How many elements of the order of recording are among the first `position` events. */
export function countRecorded({ recorded: { slots, length } }: Sequence, position: number): number {
  if (!slots) return Math.min(position, length)
  return countWhile(length, (index) => (slots[index] as number) < position)
}

/** How many elements of the order of value dates are of this day or before. */
export function countWithinDay({ timeline, byDay: { slots, length } }: Sequence, last: number): number {
  if (last === Number.POSITIVE_INFINITY) return length
  const { day } = timeline.columns
  return countWhile(length, (index) => (day[slots ? (slots[index] as number) : index] as number) <= last)
}

/** How many elements of the order of value dates stand up to an entry, itself included. */
export function countUpTo({ timeline, byDay: { slots, length } }: Sequence, entry: number): number {
  const { day } = timeline.columns
  const last = day[entry] as number
  return countWhile(length, (index) => {
    const slot = slots ? (slots[index] as number) : index
    return (day[slot] as number) < last || (day[slot] === last && slot <= entry)
  })
}

function ofAccount(timeline: Timeline, account: number, key: string): Sequence {
  const { recorded, byDay } = entriesOf(timeline, account)
  const members = new Uint8Array(timeline.accounts.length)
  if (account < members.length) members[account] = 1
  return {
    timeline,
    key,
    recorded: { slots: recorded, length: recorded.length },
    byDay: { slots: byDay, length: byDay.length },
    members,
  }
}

function ofUnit(timeline: Timeline, unit: number, key: string): Sequence {
  const { order, length } = timeline.valueDateEntries()
  const members = Uint8Array.from(unitsOf(timeline).ofAccount, (each) => (each === unit ? 1 : 0))
  return {
    timeline,
    key,
    recorded: { slots: undefined, length: timeline.size },
    byDay: { slots: order, length },
    members,
  }
}
