/**
 * Verify: re-reads every stored byte from zero and compares what follows from it with what is stored. It trusts nothing
 * but the bytes, and of those only what their seals prove.
 *
 * [VF1] One byte, row or field that is changed, dropped, swapped or repeated in any table is found, or has no effect.
 * [VF2] Where events are sound, all else can be made anew from them; where one is not, it says which, or between which.
 * [VF3] It changes nothing.
 * [VF4] and [VF5], which event it is, stand in locating/locate-event.ts.
 */

import { linesOf } from '../../event-log/batch-codec'
import type { Head } from '../../event-log/event-log'
import { appendLeaf, type Frontier, leafHash, rootOf } from '../../event-log/merkle-tree'
import type { StoredTables } from '../../storage/integrity/stored-tables'
import type { HeadRow } from '../../storage/ledger-database'
import type { WorkOptions } from '../ledger-api'
import { ByteWalk, type ProvedPoint } from './byte-walk'
import { SnapshotCheck } from './check-snapshots'
import { checkCommands, checkHead, checkStreams, isHead, isHeadBelieved } from './check-tables'
import type { Damage, EventFault, TableFault } from './damage'
import { type PlannedRow, packed, planRows, unpacked } from './index-plan'
import { locateEvent } from './locating/locate-event'
import type { Verified } from './verified'

/** How a ledger is named where its own head is lost. */
export interface KnownAs {
  readonly ledgerId: string
  readonly name: string
}

export async function verifyTables(
  tables: StoredTables,
  { onProgress, signal }: WorkOptions = {},
  knownAs: KnownAs = { ledgerId: '', name: '' },
): Promise<Verified> {
  let look = await tables.look()
  const named = { ...knownAs, ...(isHeadBelieved(look.head) && look.head) }
  const snapshots = await SnapshotCheck.of(tables)
  const walk: ByteWalk = new ByteWalk(named.ledgerId, (checked) => snapshots.take(checked, walk))
  let rows: readonly PlannedRow[]
  // Commands may be recorded meanwhile: what they added is checked too, until a whole look at the other tables stood still.
  for (;;) {
    const plan = planRows(look.index)
    rows = plan.rows
    const { head } = look
    const total = isHead(head) ? head.size : undefined
    const tell = () => {
      signal?.throwIfAborted()
      onProgress?.({
        phase: 'checking',
        done: walk.checker.size,
        ...(total !== undefined && { total }),
        unit: 'events',
      })
    }
    await walkAll(tables, walk, rows, tell)
    // What no row names counts only where the head misses it: an import may be staging, a command have come since.
    if (!walk.fault && walk.checker.size < (sizeOf(head) ?? Number.POSITIVE_INFINITY))
      await walk.takeStrays(tables, rows)
    const passed = sizeOf(head)
    if (!walk.fault && passed !== undefined && passed < walk.checker.size) {
      // What was recorded since was read on the way, where packing had the index looked at once more.
      const fresh = await tables.look()
      if (sizeOf(fresh.head) !== passed) {
        look = fresh
        continue
      }
    }
    judgeEnd(walk, head)
    if (walk.fault) break
    const faults = [...plan.faults, ...(await tableFaults(tables, walk, head, snapshots))]
    const again = await tables.look()
    if (JSON.stringify(again.head) === JSON.stringify(head)) return verified(walk, named, head, faults, 0)
    look = again
  }
  const inBatch = await locateEvent(tables, walk, rows, look.head)
  return verified(walk, named, look.head, [], inBatch + (await fittingAfter(tables, walk, rows, look.head)))
}

/** Rows that cannot be read may have been packed meanwhile: the index is looked at once more before they count as lost. */
async function walkAll(
  tables: StoredTables,
  walk: ByteWalk,
  rows: readonly PlannedRow[],
  tell: () => void,
): Promise<void> {
  const reaching = (all: readonly PlannedRow[]) => {
    const at = all.findLastIndex(({ first }) => first <= walk.next)
    const last = all[at]
    return last && last.first + last.count > walk.next ? all.slice(at) : all.slice(at + 1)
  }
  let left: readonly PlannedRow[] | undefined = walk.next === 1 ? rows : reaching(rows)
  for (let lost = ''; left && !walk.fault; ) {
    left = await walk.on(tables, left, tell)
    const gone = left?.[0]
    if (!gone) return
    if (gone.batchId === lost) {
      const last = Math.max(walk.next, gone.first + gone.count - 1)
      const reason = `The bytes of the events from ${gone.first} on are gone or cannot be read.`
      walk.fault = { code: 'unreadable', first: walk.next, last, reason }
      return
    }
    lost = gone.batchId
    left = reaching(planRows((await tables.look()).index).rows)
    if (left.length === 0) left = [gone]
  }
}

/** Whether the log ends where its head says, with the root that it says. */
function judgeEnd(walk: ByteWalk, head: unknown): void {
  if (walk.fault || !isHeadBelieved(head)) {
    // The seals before each batch are all there is then.
    if (!walk.fault && walk.doubted !== undefined && !isHeadBelieved(head)) sealFault(walk, walk.doubted - 1)
    return
  }
  if (head.size > walk.checker.size) walk.missing(head.size)
  else if (head.size < walk.checker.size) {
    const reason = `The ledger counts ${head.size} events, but ${walk.checker.size} are stored.`
    walk.fault = { code: 'uncounted', first: head.size + 1, last: walk.checker.size, reason }
  } else if (head.frontier instanceof Uint8Array && !packed(walk.checker.frontier, head.frontier)) {
    sealFault(walk, walk.doubted === undefined ? head.size : walk.doubted - 1)
  }
}

function sealFault(walk: ByteWalk, last: number): void {
  const first = walk.proved.size + 1
  const one = `Event ${first} was changed: it does not give the seal that was stored behind it.`
  const some = `One of the events ${first} to ${last} was changed: they do not give the seal that was stored behind them.`
  walk.fault = { code: 'seal', first, last, reason: first === last ? one : some }
}

async function tableFaults(
  tables: StoredTables,
  walk: ByteWalk,
  head: unknown,
  snapshots: SnapshotCheck,
): Promise<TableFault[]> {
  const commands = await checkCommands(tables, head, walk.checker.size)
  return [
    ...checkHead(head, walk, commands.last),
    ...walk.indexFaults,
    ...(await checkStreams(tables, walk.checker)),
    ...commands.faults,
    ...(await snapshots.faults(isHead(head) ? head.ledgerId : undefined)),
  ]
}

function verified(
  walk: ByteWalk,
  named: KnownAs,
  head: unknown,
  tables: readonly TableFault[],
  fitting: number,
): Verified {
  const event = walk.fault
  const whole = walk.point()
  const soundEnd =
    event && event.code !== 'seal' && event.breaks === undefined && event.first === whole.size + 1
      ? whole
      : soundPoint(walk, head, event)
  const standing = { sound: headAt(soundEnd, named), readable: headAt(whole, named), pieces: walk.pieces }
  const rootHash = rootOf(whole.frontier)
  const size = isHead(head) ? head.size : whole.size
  const balances = balancesOf(walk)
  if (!event && tables.length === 0) return { report: { ok: true, size, rootHash }, balances, standing }
  const damage: Damage = {
    ...(event && { event }),
    sound: standing.sound.size,
    readable: standing.readable.size,
    fittingAfter: fitting,
    tables,
  }
  const reason = event?.reason ?? tables[0]?.reason ?? ''
  const position = event && { firstBadPosition: event.first }
  return { report: { ok: false, size, rootHash, ...position, reason, damage }, balances, standing }
}

/** Where the sound events end. */
function soundPoint(walk: ByteWalk, head: unknown, event: EventFault | undefined): ProvedPoint {
  if (!event) return walk.point()
  if (event.code !== 'uncounted' || !isHead(head)) return walk.proved
  const frontier = unpacked(head.frontier, head.size)
  if (!frontier) return walk.proved
  return { size: head.size, frontier, lastRecordedAt: head.lastRecordedAt, name: head.name }
}

function headAt({ size, frontier, lastRecordedAt, name }: ProvedPoint, named: KnownAs): Head {
  return { size, frontier, lastRecordedAt, ledgerId: named.ledgerId, name: name ?? named.name }
}

/** Streams are known in the order of their first events, which opened the accounts. */
function balancesOf({ checker }: ByteWalk): Float64Array {
  const balances: number[] = []
  for (const { state } of checker.streamRows()) if (state.kind === 'account') balances.push(state.balance)
  return Float64Array.from(balances)
}

/** Events behind the bad ones that lead from the seal before their batch to the seal behind it. */
async function fittingAfter(
  tables: StoredTables,
  walk: ByteWalk,
  rows: readonly PlannedRow[],
  head: unknown,
): Promise<number> {
  const bad = walk.fault
  if (!bad) return 0
  let fitting = 0
  for (const [index, row] of rows.entries()) {
    const before = unpacked(row.frontier, row.first - 1)
    if (row.first <= bad.last || !before) continue
    const [bytes] = await tables.bytesOf([row.batchId])
    const next = rows[index + 1]
    const behind = next ? next.frontier : isHead(head) ? (head as HeadRow).frontier : undefined
    if (bytes && behind instanceof Uint8Array && packed(frontierBehind(before, row.first - 1, bytes), behind))
      fitting += row.count
  }
  return fitting
}

function frontierBehind(before: Frontier, size: number, bytes: Uint8Array): Frontier {
  let frontier = before
  let at = size
  for (const line of linesOf(bytes)) frontier = appendLeaf(frontier, at++, leafHash(line))
  return frontier
}

function sizeOf(head: unknown): number | undefined {
  return isHead(head) ? head.size : undefined
}
