/**
 * What the stored snapshot of the timeline holds of single events: it was made of the log before it was damaged, and so
 * tells which of its events differs. It is believed where its checksums fit.
 */
import { dateOfDay, instantOfMillis } from '../../../domain/calendar'
import type { LedgerEvent } from '../../../domain/events'
import { accountStream, transferStream } from '../../../domain/stream-id'
import { EVENT_KINDS, isEntryKind, KIND } from '../../../projections/event-kind'
import { readAccounts } from '../../../projections/snapshot/timeline-assembly'
import { Timeline } from '../../../projections/timeline'
import { NO_SLOT } from '../../../projections/transfer-tracks'
import type { StoredTables } from '../../../storage/integrity/stored-tables'
import { pageKey, type Snapshot, type SnapshotRows } from '../../../storage/snapshot-rows'
import { readStages, wholeSnapshot } from '../../backend/stored-parts'
import type { DifferenceField } from '../damage'

export type Facts = Partial<Record<DifferenceField, string | number | null>>

/** undefined where there is no sound one. */
export async function shownTimeline(tables: StoredTables): Promise<Timeline | undefined> {
  try {
    const stages = readStages(snapshotRows(tables))
    const accounts = await nextOf(stages, 'accounts')
    const stored = await nextOf(stages, 'stored')
    const ids = await nextOf(stages, 'ids')
    if (!accounts || !stored || !ids) return undefined
    return Timeline.fromSnapshot(wholeSnapshot(stored, await readAccounts(accounts), ids).value)
  } catch {
    // A damaged snapshot is no evidence.
    return undefined
  }
}

/** What the timeline shows of the event in a slot below its size. */
export function shownFacts(timeline: Timeline, slot: number): Facts {
  const { columns, accounts } = timeline
  const position = slot + 1
  const kind = columns.kind[slot] as number
  const account = accounts[columns.account[slot] as number]
  const transfer = timeline.transferOf(slot)
  const shown: Facts = {
    type: EVENT_KINDS[kind] ?? '',
    eventId: timeline.eventId(slot),
    recordedAt: instantOfMillis(columns.recordedAt[slot] as number),
  }
  if (account) shown.streamId = accountStream(account.id)
  if (transfer !== undefined) {
    const id = timeline.transfers.id(transfer)
    if (account) shown.transferId = id
    else shown.streamId = transferStream(id)
  }
  if (isEntryKind(kind)) {
    shown.amount = Math.abs(columns.effect[slot] as number)
    shown.effectiveOn = dateOfDay(columns.day[slot] as number)
  }
  const link = columns.link[slot] as number
  if ((kind === KIND.EntryReversed || kind === KIND.EntryAnnotated) && link !== NO_SLOT)
    shown.entryId = timeline.eventId(link)
  if (account?.openedPosition === position) {
    const { name, currency, exponent, overdraftLimit, openedOn } = account
    Object.assign(shown, { name, currency, exponent, overdraftLimit, openedOn })
  }
  const change = account?.changes.find((each) => each.position === position)
  if (change?.name !== undefined) shown.name = change.name
  if (change?.overdraftLimit !== undefined) shown.overdraftLimit = change.overdraftLimit
  const assertion = timeline.assertions.find((each) => each.position === position)
  if (assertion) Object.assign(shown, { balance: assertion.balance, effectiveOn: dateOfDay(assertion.day) })
  const ledgerName = timeline.ledgerNames.find((each) => each.position === position)
  if (ledgerName) shown.name = ledgerName.name
  return shown
}

const SAID: readonly DifferenceField[] = [
  'transferId',
  'amount',
  'effectiveOn',
  'entryId',
  'name',
  'currency',
  'exponent',
  'overdraftLimit',
  'openedOn',
  'balance',
]

/** The same facts as an event says them, whatever else it holds. */
export function saidFacts(event: LedgerEvent): Facts {
  const { type, eventId, recordedAt, streamId } = event
  const data = event.data as Readonly<Record<string, unknown>>
  const said: Facts = { type, eventId, recordedAt, streamId }
  for (const field of SAID) {
    const value = data[field]
    if (typeof value === 'string' || typeof value === 'number' || value === null) said[field] = value
  }
  return said
}

type Stages = ReturnType<typeof readStages>
type StageOf<Key extends string> = Extract<Awaited<ReturnType<Stages['next']>>['value'], Record<Key, unknown>>

async function nextOf<Key extends 'accounts' | 'stored' | 'ids'>(
  stages: Stages,
  key: Key,
): Promise<StageOf<Key>[Key] | undefined> {
  const { value } = await stages.next()
  return value && key in value ? (value as StageOf<Key>)[key] : undefined
}

/** The tables as what reads snapshots. */
function snapshotRows(tables: StoredTables): Pick<SnapshotRows, 'get' | 'readPages'> {
  return {
    get: async <Value>(projection: string, version: number) => {
      const row = (await tables.snapshotRow?.(projection)) as Snapshot<Value> | undefined
      return row?.version === version ? row : undefined
    },
    readPages: async (projection, pages, take) => {
      for (const page of pages) {
        const row = (await tables.snapshotRow?.(pageKey(projection, page))) as { value?: unknown } | undefined
        if (!(row?.value instanceof Uint8Array)) throw new Error(`The page ${page} of ${projection} is missing.`)
        take(page, row.value)
      }
    },
  }
}
