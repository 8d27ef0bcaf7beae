/**
 * Takes one event into the timeline. The log was checked when it was written, so whatever does not fit here breaks an
 * invariant and throws; the state is then as it was before the event, but for the event's own unused slot.
 */
import { dayNumber, instantMillis } from '../domain/calendar'
import type { LedgerEvent } from '../domain/events'
import { changeBy, type GrowingTrack, openedTrack } from './account-track'
import type { EntryFields } from './entry-fields'
import { isEntryKind, KIND } from './event-kind'
import { NO_ACCOUNT } from './timeline-columns'
import type { TimelineState } from './timeline-state'
import { NO_SLOT } from './transfer-tracks'

const ACCOUNT_PREFIX = 'account-'
const TRANSFER_PREFIX = 'transfer-'

/** `state.columns` must have room for it. */
export function recordEvent(state: TimelineState, event: LedgerEvent): void {
  const slot = state.size
  if (event.globalPosition !== slot + 1) throw new Error(`Event ${event.globalPosition} cannot follow event ${slot}`)
  const { columns } = state
  columns.kind[slot] = KIND[event.type]
  columns.recordedAt[slot] = instantMillis(event.recordedAt)
  columns.account[slot] = NO_ACCOUNT
  columns.effect[slot] = 0
  columns.day[slot] = state.lastDay
  columns.link[slot] = NO_SLOT
  if (event.streamId.startsWith(ACCOUNT_PREFIX)) recordOfAccount(state, event, slot)
  else recordElse(state, event, slot)
  state.ids.push(event.eventId)
  state.size++
}

/** As `recordEvent`, of a deposit or withdrawal read from bytes. */
export function recordEntryFields(state: TimelineState, entry: EntryFields): void {
  const slot = state.size
  if (entry.globalPosition !== slot + 1) throw new Error(`Event ${entry.globalPosition} cannot follow event ${slot}`)
  const track = state.tracks[state.accountIds.findWords(entry.accountIds, entry.accountIdAt)]
  if (!track) throw new Error(`Event ${entry.globalPosition} is of an account which was not opened`)
  const { columns } = state
  columns.kind[slot] = KIND[entry.type]
  columns.recordedAt[slot] = entry.recordedAt
  columns.account[slot] = track.number
  columns.effect[slot] = entry.type === 'Deposited' ? entry.amount : -entry.amount
  columns.link[slot] = NO_SLOT
  setDay(state, slot, entry.day, track)
  track.revision = entry.streamRevision
  state.ids.pushWords(entry.eventIds, entry.eventIdAt)
  state.size++
}

function recordOfAccount(state: TimelineState, event: LedgerEvent, slot: number): void {
  const track = trackOf(state, event)
  recordEntry(state, event, slot, track)
  state.columns.account[slot] = track.number
  track.revision = event.streamRevision
  const change = changeBy(event)
  if (change) track.changes = [...track.changes, change]
  if (event.type === 'EntryAnnotated') annotate(state, event, slot, track.number)
  if (event.type === 'BalanceAsserted') {
    const { balance, effectiveOn } = event.data
    const position = event.globalPosition
    state.assertions.push({ position, account: track.number, day: dayNumber(effectiveOn), balance })
  }
}

function trackOf(state: TimelineState, event: LedgerEvent): GrowingTrack {
  const track = state.tracks[state.accountIds.find(event.streamId, ACCOUNT_PREFIX.length)]
  if (event.type !== 'AccountOpened') {
    if (!track) throw new Error(`Event ${event.globalPosition} is of ${event.streamId}, which was not opened`)
    return track
  }
  if (track) throw new Error(`Event ${event.globalPosition} opens ${event.streamId} a second time`)
  const id = event.streamId.slice(ACCOUNT_PREFIX.length)
  const opened = openedTrack(event, id, state.tracks.length)
  state.accountIds.push(id)
  state.tracks.push(opened)
  return opened
}

function recordEntry(state: TimelineState, event: LedgerEvent, slot: number, track: GrowingTrack): void {
  const { columns, transfers } = state
  switch (event.type) {
    case 'Deposited':
      columns.effect[slot] = event.data.amount
      break
    case 'Withdrawn':
      columns.effect[slot] = -event.data.amount
      break
    case 'TransferSent':
      columns.link[slot] = transfers.take(event.data.transferId, 'sent', slot)
      columns.effect[slot] = -event.data.amount
      break
    case 'TransferReceived':
      columns.link[slot] = transfers.take(event.data.transferId, 'received', slot)
      columns.effect[slot] = event.data.amount
      break
    case 'TransferReturned':
      columns.link[slot] = transfers.take(event.data.transferId, 'returned', slot)
      columns.effect[slot] = event.data.amount
      break
    case 'EntryReversed':
      columns.effect[slot] = reverse(state, event, slot, track.number)
      break
    default:
      return
  }
  setDay(state, slot, dayNumber(event.data.effectiveOn), track)
}

function setDay(state: TimelineState, slot: number, day: number, track: GrowingTrack): void {
  state.columns.day[slot] = day
  state.valueDates.add(slot, day, state.columns)
  state.lastDay = Math.max(state.lastDay, day)
  track.entryCount++
}

/** Links the reversal and what it undoes; gives the effect, the opposite of what it undoes. */
function reverse(
  state: TimelineState,
  event: LedgerEvent & { type: 'EntryReversed' },
  slot: number,
  account: number,
): number {
  const { link, effect, kind } = state.columns
  const undone = slotOf(state, event.data.entryId, event.metadata.reversedPosition, account)
  if (undone === undefined || (kind[undone] !== KIND.Deposited && kind[undone] !== KIND.Withdrawn)) {
    throw new Error(`Event ${event.globalPosition} reverses ${event.data.entryId}, which is no entry of its account`)
  }
  if (link[undone] !== NO_SLOT) {
    throw new Error(`Event ${event.globalPosition} reverses ${event.data.entryId} a second time`)
  }
  link[undone] = slot
  link[slot] = undone
  return -(effect[undone] as number)
}

/** Words for an entry that is not there are no harm: they stay in the log and show nowhere. */
function annotate(
  state: TimelineState,
  event: LedgerEvent & { type: 'EntryAnnotated' },
  slot: number,
  account: number,
): void {
  const entry = slotOf(state, event.data.entryId, event.metadata.annotatedPosition, account)
  if (entry === undefined || !isEntryKind(state.columns.kind[entry] as number)) return
  state.columns.link[slot] = entry
  state.annotations.add(entry, slot)
}

/** The slot of an event of this account. `position` is where the command said it stands: a hint that saves a search. */
function slotOf(state: TimelineState, eventId: string, position: unknown, account: number): number | undefined {
  const hint = typeof position === 'number' ? position - 1 : -1
  const slot = state.ids.holds(hint, eventId) ? hint : state.ids.find(eventId)
  return slot >= 0 && state.columns.account[slot] === account ? slot : undefined
}

function recordElse(state: TimelineState, event: LedgerEvent, slot: number): void {
  const { columns, transfers } = state
  const transferId = event.streamId.slice(TRANSFER_PREFIX.length)
  switch (event.type) {
    case 'LedgerRenamed':
      state.ledgerNames.push({ position: event.globalPosition, name: event.data.name })
      break
    case 'TransferInitiated':
      columns.link[slot] = transfers.begin(transferId, slot)
      break
    case 'TransferCompleted':
    case 'TransferFailed':
      columns.link[slot] = transfers.take(transferId, 'ended', slot)
      break
    default:
      throw new Error(`Event ${event.globalPosition}, ${event.type}, is of the wrong stream ${event.streamId}`)
  }
}
