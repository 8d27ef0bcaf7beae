/**
 * Sums over the rows whose content stands nowhere else: the head (its name and id) and the commands (their digests), so
 * that a changed byte is found. A head that an older program has written on carries the sum of an earlier size, which
 * says nothing of it.
 */
import { checksum } from '../../projections/snapshot/checksum'
import type { CommandRow, HeadRow } from '../ledger-database'

type Unsummed<Row> = Omit<Row, 'sum'> & { readonly sum?: unknown }

/** The head as it is written, with its sum. */
export function summedHead(row: HeadRow): HeadRow {
  return { ...row, sum: { size: row.size, sum: sumOfHead(row) } }
}

/** 'unknown' where an older program wrote the row. */
export function judgeHeadSum(row: HeadRow): 'fits' | 'differs' | 'unknown' {
  if (row.sum === undefined) return 'unknown'
  if (typeof row.sum !== 'object' || row.sum === null || typeof row.sum.sum !== 'string') return 'differs'
  // A log never grows shorter.
  if (!Number.isSafeInteger(row.sum.size) || row.sum.size > row.size) return 'differs'
  if (row.sum.size < row.size) return 'unknown'
  return row.sum.sum === sumOfHead(row) ? 'fits' : 'differs'
}

export function sumOfCommand({ commandId, hash, positions, serial }: Unsummed<CommandRow>): string {
  return sumOfText(JSON.stringify([commandId, hash, positions, serial]))
}

function sumOfHead(row: Unsummed<HeadRow>): string {
  const { size, lastRecordedAt, ledgerId, name, commands, bytes, stateVersion, frontier } = row
  const frontierText = frontier instanceof Uint8Array ? Array.from(frontier).join() : String(frontier)
  return sumOfText(JSON.stringify([size, lastRecordedAt, ledgerId, name, commands, bytes, stateVersion, frontierText]))
}

function sumOfText(text: string): string {
  return checksum(new TextEncoder().encode(text))
}
