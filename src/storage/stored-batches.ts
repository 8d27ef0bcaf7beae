/**
 * Finding and reading batches. Index and bytes are read in one transaction and no batchId is remembered beyond it,
 * because packing replaces batches at any time between transactions.
 */
import type { StoredBatch } from '../event-log/event-log'
import { type IndexRow, type LedgerDatabase, unpackFrontier } from './ledger-database'
import { storageError } from './storage-error'

/** Bytes read in one transaction: long enough to be fast, short enough to hold up nobody and to fit anywhere. */
const CHUNK_BYTES = 4 * 1024 * 1024
const MIN_ROWS = 8
const MAX_ROWS = 2048
/** Index rows looked up at once. */
const WAVE = 64

type Tables = Pick<LedgerDatabase<unknown>, 'index' | 'batches'>

interface Range {
  readonly from: number
  readonly to: number
  readonly direction: 'forward' | 'backward'
}

/** Batches that hold positions `from` to `to`, some megabytes a transaction; the next are fetched while these are used. */
export async function* readStoredBatches<State>(db: LedgerDatabase<State>, range: Range): AsyncGenerator<StoredBatch> {
  let { from, to } = range
  if (from > to) return
  let rows = MIN_ROWS
  const fetch = (): Fetch => {
    let asked: () => void = () => undefined
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve
    })
    const chunk = readChunk(db, { from, to, direction: range.direction }, rows, asked)
    // Whoever stops reading leaves the last fetch unheard.
    chunk.catch(asked)
    return { chunk, isAsked }
  }
  let pending: Fetch | undefined = fetch()
  while (pending) {
    const batches: StoredBatch[] = await pending.chunk
    const last = batches.at(-1)
    if (!last) throw storageError('corrupt', { position: from })
    if (range.direction === 'forward') from = last.first + last.count
    else to = last.first - 1
    rows = Math.min(MAX_ROWS, batches.length === rows ? rows * 4 : rows)
    pending = from <= to ? fetch() : undefined
    // Whoever uses these may be busy for long: the bytes of the next are asked for before.
    await pending?.isAsked
    yield* batches
  }
}

interface Fetch {
  readonly chunk: Promise<StoredBatch[]>
  /** The index was read, and the bytes are on their way. */
  readonly isAsked: Promise<void>
}

function readChunk<State>(
  db: LedgerDatabase<State>,
  range: Range,
  maxRows: number,
  asked: () => void,
): Promise<StoredBatch[]> {
  return db.transaction('r', db.index, db.batches, async () => {
    const rows =
      range.direction === 'forward' ? await rowsForward(db, range, maxRows) : await rowsBackward(db, range, maxRows)
    let bytes = 0
    const chunk = rows.filter((row, index) => {
      const takes = index === 0 || bytes < CHUNK_BYTES
      if (takes) bytes += row.byteLength
      return takes
    })
    const batches = readRows(db, chunk)
    asked()
    return batches
  })
}

async function rowsForward(db: Tables, { from, to }: Range, maxRows: number): Promise<IndexRow[]> {
  const [holder, following] = await Promise.all([
    rowHolding(db, from),
    db.index
      .where('first')
      .between(from, to, false, true)
      .limit(maxRows - 1)
      .toArray(),
  ])
  if (!holder) throw storageError('corrupt', { position: from })
  return checkRun([holder, ...following])
}

async function rowsBackward(db: Tables, { from, to }: Range, maxRows: number): Promise<IndexRow[]> {
  const rows = await db.index.where('first').belowOrEqual(to).reverse().limit(maxRows).toArray()
  const first = rows[0]
  if (!first || first.first + first.count <= to) throw storageError('corrupt', { position: to })
  const last = rows.findIndex((row) => row.first <= from)
  const needed = last < 0 ? rows : rows.slice(0, last + 1)
  checkRun(needed.toReversed())
  return needed
}

function checkRun(rows: IndexRow[]): IndexRow[] {
  rows.forEach((row, index) => {
    const before = rows[index - 1]
    if (before && before.first + before.count !== row.first) {
      throw storageError('corrupt', { position: Math.min(before.first + before.count, row.first) })
    }
  })
  return rows
}

/** The index row whose batch holds the position. */
export async function rowHolding(db: Tables, position: number): Promise<IndexRow | undefined> {
  const row = await db.index.where('first').belowOrEqual(position).last()
  return row && row.first + row.count > position ? row : undefined
}

/** Within a transaction: the batches of index rows. @throws StorageError `corrupt` where bytes are missing. */
export async function readRows(db: Tables, rows: readonly IndexRow[]): Promise<StoredBatch[]> {
  const stored = await db.batches.bulkGet(rows.map((row) => row.batchId))
  return rows.map((row, index) => {
    const bytes = stored[index]?.bytes
    if (bytes?.byteLength !== row.byteLength) throw storageError('corrupt', { position: row.first })
    return { first: row.first, count: row.count, bytes, frontier: unpackFrontier(row.frontier) }
  })
}

/** Positions of which one in so many is wanted lie close: the index rows of all of them are few, and found at once. */
const CLOSE = 64

/** Within a transaction: the batches that hold the positions; those that none holds are left out. */
export async function batchesHolding(db: Tables, positions: readonly number[]): Promise<StoredBatch[]> {
  const wanted = [...new Set(positions)].sort((a, b) => a - b)
  const [from = 0, to = 0] = [wanted[0], wanted.at(-1)]
  const lieClose = wanted.length > 2 && to - from < wanted.length * CLOSE
  return readRows(db, await (lieClose ? rowsAmong(db, wanted, from, to) : rowsOfEach(db, wanted)))
}

/** Of positions that rise: one look at the index for all. */
async function rowsAmong(db: Tables, positions: readonly number[], from: number, to: number): Promise<IndexRow[]> {
  const [holder, following] = await Promise.all([
    rowHolding(db, from),
    db.index.where('first').between(from, to, false, true).toArray(),
  ])
  let next = 0
  return [...(holder ? [holder] : []), ...following].filter((row) => {
    while (next < positions.length && (positions[next] as number) < row.first) next++
    const position = positions[next]
    return position !== undefined && holds(row, position)
  })
}

/** Of positions that lie apart: a look for each, many at a time. */
async function rowsOfEach(db: Tables, positions: readonly number[]): Promise<IndexRow[]> {
  const rows: IndexRow[] = []
  let missing = positions
  while (missing.length > 0) {
    const found = await Promise.all(missing.slice(0, WAVE).map((position) => rowHolding(db, position)))
    const wave = new Map(found.flatMap((row) => (row ? [[row.first, row] as const] : [])))
    rows.push(...wave.values())
    missing = missing.slice(WAVE).filter((position) => ![...wave.values()].some((row) => holds(row, position)))
  }
  return rows
}

function holds(row: { first: number; count: number }, position: number): boolean {
  return row.first <= position && position < row.first + row.count
}
