/** The timeline as it is kept between visits: structured-cloneable, complete but for what is cheap to compute again. */
import type { AccountTrack, GrowingTrack } from '../account-track'
import { KIND } from '../event-kind'
import { IdColumn, indexedIds } from '../id-column'
import { copyOf, NO_DAY, type TimelineColumns } from '../timeline-columns'
import { type Assertion, emptyState, type LedgerName, type TimelineState } from '../timeline-state'
import { NO_SLOT, type TransferSnapshot, TransferTracks } from '../transfer-tracks'

/** Rises with every change of a snapshot's meaning; a snapshot of another version is built again from the log. */
export const PROJECTION_VERSION = 5

export interface TimelineSnapshot {
  readonly version: number
  /** Events it covers. */
  readonly size: number
  readonly columns: TimelineColumns
  /** Event ids, four words each; undefined while they are still being read. */
  readonly ids: Uint32Array | undefined
  /** Entry slots by (day, slot); null while nothing is backdated. */
  readonly valueDateOrder: Uint32Array | null
  readonly accounts: readonly AccountTrack[]
  /** Their ids, where somebody indexed them on the way. */
  readonly accountIds?: IdColumn
  readonly transfers: TransferSnapshot
  readonly assertions: readonly Assertion[]
  readonly ledgerNames: readonly LedgerName[]
}

/** Copies, so that the timeline may go on growing. */
export function snapshotOf(state: TimelineState): TimelineSnapshot {
  const order = state.valueDates.read(state.columns, state.tracks.length)
  return {
    version: PROJECTION_VERSION,
    size: state.size,
    columns: copyOf(state.columns, state.size),
    ids: state.ids.toWords(),
    valueDateOrder: order ? order.slots.slice(0, order.length) : null,
    accounts: state.tracks.map((track) => ({ ...track })),
    transfers: state.transfers.toSnapshot(),
    assertions: state.assertions.slice(),
    ledgerNames: state.ledgerNames.slice(),
  }
}

/** Takes over the snapshot's arrays, and its accounts. */
export function stateOf(snapshot: TimelineSnapshot): TimelineState {
  if (snapshot.version !== PROJECTION_VERSION) {
    throw new Error(`A timeline of version ${snapshot.version} is built again, not read`)
  }
  const { columns, size, valueDateOrder } = snapshot
  const latest = valueDateOrder ? valueDateOrder.at(-1) : size - 1
  const lastDay = (latest === undefined ? undefined : columns.day[latest]) ?? NO_DAY
  const state: TimelineState = {
    ...emptyState(),
    size,
    columns: { ...columns },
    ids: snapshot.ids ? new IdColumn(snapshot.ids) : IdColumn.awaiting(size),
    tracks: snapshot.accounts as GrowingTrack[],
    transfers: new TransferTracks(snapshot.transfers),
    assertions: snapshot.assertions.slice(),
    ledgerNames: snapshot.ledgerNames.slice(),
    accountIds: snapshot.accountIds ?? indexOf(snapshot.accounts),
    lastDay,
  }
  state.valueDates.restore(valueDateOrder ?? undefined, lastDay)
  restoreAnnotations(state)
  return state
}

function indexOf(accounts: readonly AccountTrack[]): IdColumn {
  const ids = indexedIds(accounts.length)
  for (const { id } of accounts) ids.push(id)
  return ids
}

function restoreAnnotations({ columns, annotations }: TimelineState): void {
  const { kind, link } = columns
  for (let slot = kind.indexOf(KIND.EntryAnnotated); slot >= 0; slot = kind.indexOf(KIND.EntryAnnotated, slot + 1)) {
    const entry = link[slot] as number
    if (entry !== NO_SLOT) annotations.add(entry, slot)
  }
}
