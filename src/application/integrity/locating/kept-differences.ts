/** What is kept for recording, as evidence: which commands events were recorded by, and the states they led to. */
import type { StreamState } from '../../../domain/stream-state'
import type { RecordedEvent } from '../../../event-log/recorded-event'
import { sumOfCommand } from '../../../storage/integrity/row-sums'
import type { StoredTables } from '../../../storage/integrity/stored-tables'
import type { CommandRow } from '../../../storage/ledger-database'
import type { ByteWalk } from '../byte-walk'
import { isSame } from '../check-tables'
import type { Difference } from '../damage'

/** By position, what differs. */
export type Findings = Map<number, Difference[]>

/**
 * @param events those that may be the bad one, by position
 * @param known what differs already: states say least, and are asked where nothing else tells
 * @param isWhole whether the walk came to the log's end, so that its states can be compared
 */
export async function keptDifferences(
  tables: StoredTables,
  walk: ByteWalk,
  events: ReadonlyMap<number, RecordedEvent>,
  known: Findings,
  isWhole: boolean,
): Promise<Findings> {
  const findings = await byCommands(tables, events)
  return known.size > 0 || findings.size > 0 || !isWhole ? findings : byStates(tables, walk, events)
}

async function byCommands(tables: StoredTables, events: ReadonlyMap<number, RecordedEvent>): Promise<Findings> {
  const findings: Findings = new Map()
  for await (const row of tables.commandRows?.() ?? []) {
    const command = row as CommandRow
    if (!Array.isArray(command.positions) || command.sum !== sumOfCommand(command)) continue
    for (const position of command.positions) {
      const is = events.get(position)?.metadata.commandId
      if (typeof is === 'string' && is !== command.commandId)
        findings.set(position, [{ field: 'commandId', was: command.commandId, is }])
    }
  }
  return findings
}

/** One stream whose state is not what its events give, and one event that could have changed it. */
async function byStates(
  tables: StoredTables,
  { checker }: ByteWalk,
  events: ReadonlyMap<number, RecordedEvent>,
): Promise<Findings> {
  const differing: { streamId: string; stored: StreamState; given: StreamState }[] = []
  for await (const row of tables.streamRows()) {
    const { streamId, revision, state } = row as { streamId: string; revision: unknown; state: StreamState }
    const given = checker.state(streamId)
    if (given === undefined || checker.revision(streamId) !== revision) return new Map()
    if (!isSame(given, state)) differing.push({ streamId, stored: state, given })
  }
  const [only] = differing
  const able = [...events].filter(([, event]) => only && touches(event, only.streamId))
  const [first] = able
  if (!only || !first || differing.length > 1 || able.length > 1) return new Map()
  return new Map([[first[0], [amountOf(first[1], only.stored, only.given) ?? { field: 'state' }]]])
}

function touches({ streamId, data }: RecordedEvent, wanted: string): boolean {
  return streamId === wanted || `transfer-${String(data.transferId)}` === wanted
}

/** What the amount was, where the balance is all that differs. */
function amountOf({ type, data }: RecordedEvent, stored: StreamState, given: StreamState): Difference | undefined {
  if (stored?.kind !== 'account' || given.kind !== 'account') return undefined
  if (!isSame({ ...stored, balance: 0 }, { ...given, balance: 0 }) || typeof data.amount !== 'number') return undefined
  const sign = type === 'Deposited' ? 1 : type === 'Withdrawn' ? -1 : 0
  const was = data.amount + sign * (stored.balance - given.balance)
  return sign !== 0 && was > 0 ? { field: 'amount', was, is: data.amount } : undefined
}
