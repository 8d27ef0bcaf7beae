/** The rows of the index as far as they can be made sense of, and what of them cannot. */
import type { Frontier } from '../../event-log/merkle-tree'
import type { TableFault } from './damage'

const HASH_BYTES = 32

export interface PlannedRow {
  readonly first: number
  readonly count: number
  readonly batchId: string
  readonly byteLength: number
  /** Hashes behind one another; undefined where there is nothing of the kind. */
  readonly frontier: Uint8Array | undefined
}

/** Rows in the order of their first events. What has no place or names no bytes is left out and told. */
export function planRows(index: readonly unknown[]): { readonly rows: PlannedRow[]; readonly faults: TableFault[] } {
  const rows: PlannedRow[] = []
  const faults: TableFault[] = []
  for (const row of index) {
    const planned = plannedRow(row)
    if (planned) rows.push(planned)
    else faults.push({ table: 'index', reason: 'A row of the index says neither where its events stand nor which.' })
  }
  return { rows, faults }
}

function plannedRow(row: unknown): PlannedRow | undefined {
  if (typeof row !== 'object' || row === null) return undefined
  const { first, count, batchId, byteLength, frontier } = row as Record<string, unknown>
  if (!isCount(first) || first < 1 || typeof batchId !== 'string') return undefined
  return {
    first,
    count: isCount(count) ? count : 0,
    batchId,
    byteLength: isCount(byteLength) ? byteLength : 0,
    frontier: frontier instanceof Uint8Array ? frontier : undefined,
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

/** Whether the stored bytes are exactly these hashes. */
export function packed(frontier: Frontier, stored: Uint8Array): boolean {
  if (stored.length !== frontier.length * HASH_BYTES) return false
  return frontier.every((hash, at) => hash.every((byte, index) => byte === stored[at * HASH_BYTES + index]))
}

export function unpacked(stored: Uint8Array | undefined, size: number): Frontier | undefined {
  if (!(stored instanceof Uint8Array)) return undefined
  let ones = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2
  if (stored.length !== ones * HASH_BYTES) return undefined
  return Array.from({ length: ones }, (_, at) => stored.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES))
}
