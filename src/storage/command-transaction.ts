/** One command, one `readwrite` transaction. Everything in it but Dexie is synchronous: any other await would end it. */
import { decodeAt } from '../event-log/batch-codec'
import type { DecisionState, TransactContext, TransactRequest, TransactResult, Verdict } from '../event-log/event-log'
import type { RecordedEvent } from '../event-log/recorded-event'
import { knownCommand, settleTransaction, type TransactionChanges } from '../event-log/settle-transaction'
import { type Upcasters, upcast } from '../event-log/upcaster'
import { uuidV7 } from '../event-log/uuid'
import { headOf, readHead } from './head-row'
import { readDamageNote } from './integrity/notes'
import { summedHead, sumOfCommand } from './integrity/row-sums'
import { type HeadRow, type LedgerDatabase, ownBytes, packFrontier } from './ledger-database'
import { storageError } from './storage-error'
import { batchesHolding } from './stored-batches'

/** Trimmings of the commands in the time that as many are given as are kept. */
const TRIMMINGS = 100

export interface RecordingRules<State> {
  readonly decision: DecisionState<State>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly upcasters: Upcasters
  /** Commands kept for recognising a repetition. */
  readonly keptCommands: number
}

/** 'stale-states': the stored states are of another version than the program's, so nothing was decided. */
export function transactOnce<State, Rejection>(
  db: LedgerDatabase<State>,
  request: TransactRequest,
  decide: (context: TransactContext<State>) => Verdict<Rejection>,
  rules: RecordingRules<State>,
): PromiseLike<TransactResult<Rejection> | 'stale-states'> {
  const commandId = request.command?.commandId
  return db.transaction('rw', [db.head, db.streams, db.commands, db.index, db.batches], async () => {
    const [head, note, rows, command, events] = await Promise.all([
      readHead(db),
      readDamageNote(db),
      request.streamIds.length > 0 ? db.streams.bulkGet([...request.streamIds]) : [],
      commandId === undefined ? undefined : db.commands.get(commandId),
      request.positions?.length ? eventsHeld(db, request.positions, rules.upcasters) : [],
    ])
    if (note) throw storageError('corrupt', note)
    if (head.stateVersion !== rules.decision.version) return 'stale-states'
    const known = knownCommand(request, command)
    if (known === 'reused') return { kind: 'command-id-reused' }
    if (known === 'duplicate') {
      return { kind: 'duplicate', events: await eventsHeld(db, command?.positions ?? [], rules.upcasters) }
    }
    const loaded = {
      head: headOf(head),
      rows: new Map(rows.flatMap((row) => (row ? [[row.streamId, row] as const] : []))),
      events: new Map(events.map((event) => [event.globalPosition, event])),
      command,
    }
    const { result, changes } = settleTransaction(loaded, request, decide, rules.decision, rules.clock())
    if (changes) await write(db, head, changes, command?.serial, rules.keptCommands)
    return result
  })
}

/** Within the transaction: all that a command changes. */
async function write<State>(
  db: LedgerDatabase<State>,
  before: HeadRow,
  changes: TransactionChanges<State>,
  knownSerial: number | undefined,
  keptCommands: number,
): Promise<void> {
  const { head, batch, rows, command } = changes
  if (!batch && !command) return
  const writes: PromiseLike<unknown>[] = []
  if (batch) {
    const batchId = uuidV7()
    const { first, count } = batch
    const bytes = ownBytes(batch.bytes)
    const frontier = packFrontier(batch.frontier)
    writes.push(db.batches.add({ batchId, bytes }))
    writes.push(db.index.add({ first, count, batchId, byteLength: bytes.length, frontier }))
  }
  if (rows.length > 0) writes.push(db.streams.bulkPut([...rows]))
  const commands = command && knownSerial === undefined ? before.commands + 1 : before.commands
  if (command) {
    const row = { ...command, serial: knownSerial ?? commands }
    writes.push(db.commands.put({ ...row, sum: sumOfCommand(row) }))
  }
  if (commands > before.commands && commands > keptCommands && commands % Math.ceil(keptCommands / TRIMMINGS) === 0) {
    writes.push(
      db.commands
        .where('serial')
        .belowOrEqual(commands - keptCommands)
        .delete(),
    )
  }
  const bytes = before.bytes + (batch?.bytes.length ?? 0)
  writes.push(db.head.put(summedHead({ ...before, ...head, frontier: packFrontier(head.frontier), commands, bytes })))
  await Promise.all(writes)
}

/** Within a transaction over `index` and `batches`: events in the order asked for; those beyond the head are left out. */
export async function eventsHeld<State>(
  db: LedgerDatabase<State>,
  positions: readonly number[],
  upcasters: Upcasters,
): Promise<RecordedEvent[]> {
  const found = new Map<number, RecordedEvent>()
  const wanted = new Set(positions)
  for (const batch of await batchesHolding(db, positions)) {
    for (const event of decodeAt(batch, wanted)) {
      wanted.delete(event.globalPosition)
      found.set(event.globalPosition, upcast(event, upcasters))
    }
  }
  return positions.flatMap((position) => found.get(position) ?? [])
}
