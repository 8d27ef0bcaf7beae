/** One account's entries as slots, in both orders, with running balances: kept for the accounts looked at last. */
import type { Timeline } from '../projections/timeline'

export interface AccountEntries {
  /** Slots in the order of recording. */
  readonly recorded: Uint32Array
  /** Slots by (value date, slot); the same array while nothing of the account was backdated. */
  readonly byDay: Uint32Array
  /** Minor units after each of `byDay`. */
  readonly balances: Float64Array
}

interface Kept {
  /** Events of the timeline looked at. */
  size: number
  entries: AccountEntries
}

/** Accounts kept a timeline: what a screen shows at once, and a few to go back to. */
const MOST_KEPT = 8
/** A sort key holds day and slot in one safe integer: days are below 2^22, slots below 2^31. */
const SLOTS = 2 ** 31

const NO_SLOTS = new Uint32Array(0)
const NOTHING: AccountEntries = { recorded: NO_SLOTS, byDay: NO_SLOTS, balances: new Float64Array(0) }

const kept = new WeakMap<Timeline, Map<number, Kept>>()

/** Up to the head. Looks only at what was added since the last call. Do not write to the arrays. */
export function entriesOf(timeline: Timeline, account: number): AccountEntries {
  const accounts = kept.get(timeline) ?? new Map<number, Kept>()
  kept.set(timeline, accounts)
  const known = accounts.get(account) ?? { size: 0, entries: NOTHING }
  // Deleted and set again, so that the first one is always the one that was not asked for longest.
  accounts.delete(account)
  accounts.set(account, known)
  if (accounts.size > MOST_KEPT) accounts.delete(accounts.keys().next().value ?? account)
  if (known.size < timeline.size) {
    known.entries = extended(timeline, account, known)
    known.size = timeline.size
  }
  return known.entries
}

function extended(timeline: Timeline, wanted: number, { size, entries }: Kept): AccountEntries {
  const count = timeline.accounts[wanted]?.entryCount ?? 0
  let length = entries.recorded.length
  if (count === length) return entries
  const { account, effect } = timeline.columns
  const recorded = new Uint32Array(count)
  recorded.set(entries.recorded)
  for (let slot = size; slot < timeline.size; slot++) {
    if (account[slot] === wanted && effect[slot] !== 0) recorded[length++] = slot
  }
  const byDay = orderedByDay(timeline, entries, recorded)
  return { recorded, byDay, balances: runningBalances(byDay, effect) }
}

function orderedByDay(timeline: Timeline, before: AccountEntries, recorded: Uint32Array): Uint32Array {
  const { day } = timeline.columns
  const added = recorded.subarray(before.recorded.length)
  const wasInOrder = before.byDay === before.recorded
  if (wasInOrder && rises(day, recorded, before.recorded.length)) return recorded
  if (before.recorded.length === 0) return filteredByDay(timeline, recorded)
  const sorted = Float64Array.from(added, (slot) => (day[slot] as number) * SLOTS + slot)
    .sort()
    .map((key) => key - Math.floor(key / SLOTS) * SLOTS)
  const merged = new Uint32Array(recorded.length)
  let old = 0
  let fresh = 0
  for (let index = 0; index < merged.length; index++) {
    const oldSlot = before.byDay[old]
    const freshSlot = sorted[fresh]
    // Of one day, what was added later was recorded later.
    const takeOld =
      freshSlot === undefined || (oldSlot !== undefined && (day[oldSlot] as number) <= (day[freshSlot] as number))
    merged[index] = (takeOld ? oldSlot : freshSlot) as number
    if (takeOld) old++
    else fresh++
  }
  return merged
}

/** From the order of the whole timeline, which is sorted already. */
function filteredByDay(timeline: Timeline, recorded: Uint32Array): Uint32Array {
  const { order, length, account } = timeline.valueDateEntries()
  const wanted = account[recorded[0] as number]
  const byDay = new Uint32Array(recorded.length)
  let count = 0
  for (let index = 0; order && index < length; index++) {
    const slot = order[index] as number
    if (account[slot] === wanted) byDay[count++] = slot
  }
  return byDay
}

function rises(day: Int32Array, slots: Uint32Array, from: number): boolean {
  for (let index = Math.max(1, from); index < slots.length; index++) {
    if ((day[slots[index] as number] as number) < (day[slots[index - 1] as number] as number)) return false
  }
  return true
}

function runningBalances(slots: Uint32Array, effect: Float64Array): Float64Array {
  const balances = new Float64Array(slots.length)
  let balance = 0
  for (let index = 0; index < slots.length; index++) {
    balance += effect[slots[index] as number] as number
    balances[index] = balance
  }
  return balances
}
