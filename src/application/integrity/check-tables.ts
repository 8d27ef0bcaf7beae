/** Compares what is stored beside the events with what the events give. Whatever differs here can be made anew. */
import type { StreamState } from '../../domain/stream-state'
import { rootOf } from '../../event-log/merkle-tree'
import type { LogChecker } from '../../exchange/log-checker'
import { judgeHeadSum, sumOfCommand } from '../../storage/integrity/row-sums'
import type { StoredTables } from '../../storage/integrity/stored-tables'
import type { CommandRow, HeadRow } from '../../storage/ledger-database'
import type { ByteWalk } from './byte-walk'
import type { TableFault, TableName } from './damage'
import { packed } from './index-plan'

const fault = (table: TableName, reason: string): TableFault => ({ table, reason })

/** The last commands that are kept, and how rarely older ones are forgotten. */
const KEPT = 100_000
const TRIM_EVERY = 1_000

export function isHead(head: unknown): head is HeadRow {
  return typeof head === 'object' && head !== null && Number.isSafeInteger((head as HeadRow).size)
}

/** Whether the head may be believed against the events: false where it is known to be damaged itself. */
export function isHeadBelieved(head: unknown): head is HeadRow {
  return isHead(head) && judgeHeadSum(head) !== 'differs'
}

export function checkHead(head: unknown, walk: ByteWalk, lastCommand: number | undefined): TableFault[] {
  if (!isHead(head)) return [fault('head', 'The row that says where the log ends is missing.')]
  const { checker } = walk
  const faults: TableFault[] = []
  const say = (reason: string) => faults.push(fault('head', reason))
  if (judgeHeadSum(head) === 'differs') say('The row that says where the log ends is not as it was written.')
  if (head.size !== checker.size) say(`The ledger counts ${head.size} events, not ${checker.size}.`)
  if (!(head.frontier instanceof Uint8Array) || !packed(checker.frontier, head.frontier))
    say(`The events give the root ${rootOf(checker.frontier)}, but the ledger says another.`)
  if (head.lastRecordedAt !== checker.lastRecordedAt)
    say(`The last event was recorded at ${checker.lastRecordedAt}, not at ${head.lastRecordedAt}.`)
  // A log over memory keeps no count of them.
  if (head.bytes !== undefined && head.bytes !== walk.bytes)
    say(`The ledger counts ${head.bytes} bytes, not ${walk.bytes}.`)
  const { name } = walk.point()
  if (name !== undefined && head.name !== name) say(`The ledger is called "${name}" by its events, not "${head.name}".`)
  if (lastCommand !== undefined && head.commands < lastCommand)
    say(`The ledger counts ${head.commands} commands, not ${lastCommand}.`)
  return faults
}

/** Compares what is stored for deciding with what the events say. */
export async function checkStreams(tables: StoredTables, checker: LogChecker): Promise<TableFault[]> {
  const expected = new Map<string, { revision: number; state: StreamState }>()
  for (const row of checker.streamRows()) expected.set(row.streamId, row)
  const faults: TableFault[] = []
  for await (const row of tables.streamRows()) {
    const { streamId, revision, state } = row as { streamId: string; revision: unknown; state: unknown }
    const right = expected.get(streamId)
    if (!right) faults.push(fault('streams', `A state is stored for ${streamId}, which no event mentions.`))
    else if (right.revision !== revision)
      faults.push(
        fault(
          'streams',
          `${streamId} has revision ${right.revision} by its events, but ${String(revision)} is stored.`,
        ),
      )
    else if (!isSame(right.state, state))
      faults.push(fault('streams', `The state stored for ${streamId} is not what its events give.`))
    expected.delete(streamId)
  }
  const [missing] = expected.keys()
  if (missing !== undefined) faults.push(fault('streams', `No state is stored for ${missing}.`))
  return faults
}

export interface CheckedCommands {
  readonly faults: TableFault[]
  /** The highest serial; undefined where the log keeps no commands. */
  readonly last: number | undefined
}

/** Rows are numbered in the order they were given, without a gap, but for the oldest, which are forgotten. */
export async function checkCommands(tables: StoredTables, head: unknown, size: number): Promise<CheckedCommands> {
  if (!tables.commandRows) return { faults: [], last: undefined }
  const faults: TableFault[] = []
  const serials: number[] = []
  for await (const row of tables.commandRows()) {
    const reason = faultOfCommand(row, size)
    if (reason !== undefined) faults.push(fault('commands', reason))
    serials.push((row as CommandRow).serial)
  }
  serials.sort((a, b) => a - b)
  const given = isHead(head) ? head.commands : (serials.at(-1) ?? 0)
  const kept = serials.at(0) ?? given + 1
  const isRun = serials.every((serial, index) => serial === kept + index) && kept + serials.length - 1 === given
  if (!isRun || kept > oldestKept(given))
    faults.push(fault('commands', `Of ${given} commands, some that should be remembered are not.`))
  return { faults, last: serials.at(-1) ?? 0 }
}

/** The oldest that may be the first one kept. */
function oldestKept(given: number): number {
  return Math.max(1, Math.floor(given / TRIM_EVERY) * TRIM_EVERY - KEPT + 1)
}

function faultOfCommand(row: unknown, size: number): string | undefined {
  const { commandId, hash, positions, serial, sum } = row as CommandRow
  const areSound =
    typeof hash === 'string' &&
    Number.isSafeInteger(serial) &&
    Array.isArray(positions) &&
    positions.every((position) => Number.isSafeInteger(position) && position >= 1 && position <= size)
  const isAsWritten = sum === undefined || sum === sumOfCommand(row as CommandRow)
  return areSound && isAsWritten
    ? undefined
    : `What is remembered of the command ${commandId} is not as it was written.`
}

/** Equality of what JSON can hold. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key as keyof typeof a], b[key as keyof typeof b]))
  )
}
