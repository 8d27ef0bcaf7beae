/**
 * Verify: re-reads every stored byte from zero and compares what follows from it with what is stored: canonical form,
 * positions, revisions, every invariant of LOG-FORMAT, the Merkle root, the frontier of every batch, the state of every
 * stream. It trusts nothing but the bytes.
 */
import type { StreamState } from '../domain/stream-state'
import { canonicalJson } from '../event-log/canonical-json'
import type { EventLog, Head, StoredBatch } from '../event-log/event-log'
import { rootOf } from '../event-log/merkle-tree'
import type { JsonValue, RecordedEvent } from '../event-log/recorded-event'
import { ScannedLines } from '../event-log/scanning/scanned-lines'
import { LogChecker } from '../exchange/log-checker'
import type { Timeline } from '../projections/timeline'
import { balancesAt } from '../time-travel/balances-at'
import { resolveMoment } from '../time-travel/resolve-moment'
import type { VerifyReport, WorkOptions } from './ledger-api'

const LINE_FEED = 10
const COMMA = 44

/** The first thing that does not hold. */
class Damage extends Error {
  constructor(
    readonly position: number,
    reason: string,
  ) {
    super(reason)
  }
}

export interface Verified {
  readonly report: VerifyReport
  /** Minor units by account in opening order, as the events give them: what the page shows is held against it. */
  readonly balances: Float64Array
}

export async function verifyLog(
  log: EventLog<StreamState>,
  { onProgress, signal }: WorkOptions = {},
): Promise<Verified> {
  let head = await log.head()
  const checker = new LogChecker()
  try {
    let next = 1
    // Commands may be recorded meanwhile: what they added is checked too, until a whole look at the stored states stood still.
    for (;;) {
      const start = next
      for await (const batch of log.readBatches({ from: next, to: head.size })) {
        signal?.throwIfAborted()
        if (batch.first < next && next > start) throw new Damage(batch.first, `Event ${batch.first} is stored twice.`)
        next = checkBatch(batch, next, checker, head.size)
        onProgress?.({ phase: 'checking', done: next - 1, total: head.size, unit: 'events' })
      }
      checkHead(head, next, checker)
      const fault = await checkStreams(log, checker, head.size)
      const now = await log.head()
      if (now.size === head.size) {
        if (fault) throw fault
        const report = { ok: true, size: head.size, rootHash: rootOf(head.frontier) }
        return { report, balances: balancesOf(checker) }
      }
      head = now
    }
  } catch (error) {
    signal?.throwIfAborted()
    const fault = faultOf(error)
    if (!fault) throw error
    const { position: firstBadPosition, reason } = fault
    const report = { ok: false, size: head.size, rootHash: rootOf(head.frontier), firstBadPosition, reason }
    return { report, balances: balancesOf(checker) }
  }
}

/** Streams are known in the order of their first events, which opened the accounts. */
function balancesOf(checker: LogChecker): Float64Array {
  const balances: number[] = []
  for (const { state } of checker.streamRows()) if (state.kind === 'account') balances.push(state.balance)
  return Float64Array.from(balances)
}

function checkHead(head: Head, next: number, checker: LogChecker): void {
  if (next - 1 !== head.size)
    throw new Damage(next, `The ledger counts ${head.size} events, but only ${next - 1} are stored.`)
  const rootHash = rootOf(checker.frontier)
  if (rootHash !== rootOf(head.frontier))
    throw new Damage(1, `The events give the root ${rootHash}, but the ledger says ${rootOf(head.frontier)}.`)
}

/** Checks the events of a batch from `next` on; gives the position after the last. */
function checkBatch(batch: StoredBatch, next: number, checker: LogChecker, size: number): number {
  if (batch.first > next)
    throw new Damage(next, `Event ${next} is not stored: the next batch begins at ${batch.first}.`)
  if (batch.first === next && rootOf(batch.frontier) !== rootOf(checker.frontier)) {
    throw new Damage(next, `The seal stored before event ${next} does not fit the events before it.`)
  }
  const lines = new ScannedLines()
  let position = batch.first
  let start = 0
  for (let index = 0; index < batch.count && position <= size; index++, position++) {
    const end = batch.bytes.indexOf(LINE_FEED, start)
    if (end < 1 || batch.bytes[end - 1] !== COMMA)
      throw new Damage(position, `Event ${position} has no end where one must be.`)
    if (position >= next) checkLine(batch.bytes, start, end - 1, lines, checker)
    start = end + 1
  }
  return position
}

/** One event from `start` to `end` (exclusive). `lines` is for this call alone. */
function checkLine(bytes: Uint8Array, start: number, end: number, lines: ScannedLines, checker: LogChecker): void {
  const position = checker.size + 1
  lines.begin(bytes)
  const isCanonical = lines.scan(start, end)
  const line = bytes.subarray(start, end)
  const event = isCanonical ? undefined : readCanonical(line, position)
  try {
    if (isCanonical) checker.checkLine(lines, 0)
    else checker.check(event, line)
  } catch (error) {
    throw new Damage(position, error instanceof Error ? error.message : String(error))
  }
}

/** What the scan leaves to a parser: damage, or a rare form. */
function readCanonical(line: Uint8Array, position: number): RecordedEvent {
  const text = readText(line, position)
  const event = readJson(text, position)
  if (canonicalJson(event as unknown as JsonValue) !== text)
    throw new Damage(position, `Event ${position} is not stored in its canonical form.`)
  return event
}

function readText(line: Uint8Array, position: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line)
  } catch {
    throw new Damage(position, `Event ${position} is not UTF-8.`)
  }
}

function readJson(text: string, position: number): RecordedEvent {
  try {
    return JSON.parse(text) as RecordedEvent
  } catch {
    throw new Damage(position, `Event ${position} is not JSON.`)
  }
}

/** Compares what is stored for deciding with what the events say. */
async function checkStreams(
  log: EventLog<StreamState>,
  checker: LogChecker,
  size: number,
): Promise<Damage | undefined> {
  const expected = new Map<string, { revision: number; state: StreamState }>()
  for (const row of checker.streamRows()) expected.set(row.streamId, row)
  for await (const row of log.readStreamRows()) {
    const right = expected.get(row.streamId)
    if (!right) return new Damage(size, `A state is stored for ${row.streamId}, which no event mentions.`)
    if (right.revision !== row.revision) {
      return new Damage(
        size,
        `${row.streamId} has revision ${right.revision} by its events, but ${row.revision} is stored.`,
      )
    }
    if (!isSame(right.state, row.state)) {
      return new Damage(size, `The state stored for ${row.streamId} is not what its events give.`)
    }
    expected.delete(row.streamId)
  }
  const [missing] = expected.keys()
  return missing === undefined ? undefined : new Damage(size, `No state is stored for ${missing}.`)
}

/** What the page shows must be what the bytes give; where the page has gone on meanwhile, nothing is said of it. */
export function judgeShown(timeline: Timeline, { report, balances }: Verified): VerifyReport {
  if (!report.ok || timeline.size !== report.size) return report
  const shown = balancesAt(timeline, resolveMoment(timeline, 'now'))
  const wrong = shown.findIndex((minor, number) => minor !== balances[number])
  if (wrong < 0 && shown.length === balances.length) return report
  const name = timeline.accounts[wrong]?.name ?? ''
  const reason = `The screen shows another balance for "${name}" than its events give. Reload the page.`
  return { ...report, ok: false, reason }
}

/** Equality of what JSON can hold. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key as keyof typeof a], b[key as keyof typeof b]))
  )
}

function faultOf(error: unknown): { position: number; reason: string } | undefined {
  if (error instanceof Damage) return { position: error.position, reason: error.message }
  // The store itself found unreadable bytes (StorageError corrupt).
  if (error instanceof Error && 'code' in error && error.code === 'corrupt') {
    const position = 'position' in error && typeof error.position === 'number' ? error.position : 1
    return { position, reason: error.message }
  }
  return undefined
}
