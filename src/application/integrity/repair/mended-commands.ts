/**
 * What is remembered of commands, mended: rows that are not as they were written, and those that are missing, are made
 * anew from the events. Their digests cannot be: such a command given again is refused, and never recorded twice.
 */
import type { RecordedEvent } from '../../../event-log/recorded-event'
import { sumOfCommand } from '../../../storage/integrity/row-sums'
import type { StoredTables } from '../../../storage/integrity/stored-tables'
import type { CommandRow } from '../../../storage/ledger-database'
import { checkCommands, isHead } from '../check-tables'
import type { MendedLog } from './mended-log'

const KEPT = 100_000

/** @returns no rows where the table is sound. */
export async function mendedCommands(
  tables: StoredTables,
  head: unknown,
  { checker }: MendedLog,
  events: () => AsyncIterable<RecordedEvent>,
): Promise<{ readonly given: number; readonly rows: readonly CommandRow[] | undefined }> {
  const { faults, last } = await checkCommands(tables, head, checker.size)
  if (faults.length === 0) return { given: isHead(head) ? head.commands : (last ?? 0), rows: undefined }
  const sound = await soundRows(tables, checker.size)
  // What came before them all may be an import, whose commands were given elsewhere.
  const from = Math.min(...[...sound.values()].flatMap(({ positions }) => positions), Number.MAX_SAFE_INTEGER)
  const rows = new Map<string, CommandRow>(sound)
  for await (const { globalPosition, metadata } of events()) {
    const { commandId, importedFrom } = metadata
    if (typeof commandId !== 'string' || importedFrom !== undefined || sound.has(commandId)) continue
    if (sound.size > 0 && globalPosition < from) continue
    const known = rows.get(commandId)
    rows.set(commandId, { commandId, hash: '', positions: [...(known?.positions ?? []), globalPosition], serial: 0 })
  }
  const inOrder = [...rows.values()].sort((a, b) => (a.positions[0] ?? 0) - (b.positions[0] ?? 0)).slice(-KEPT)
  return {
    given: inOrder.length,
    rows: inOrder.map(({ sum: _, ...row }, index) => ({ ...row, serial: index + 1 })),
  }
}

async function soundRows(tables: StoredTables, size: number): Promise<ReadonlyMap<string, CommandRow>> {
  const sound = new Map<string, CommandRow>()
  for await (const row of tables.commandRows?.() ?? []) {
    const command = row as CommandRow
    const isWhole = Array.isArray(command.positions) && command.positions.every((position) => position <= size)
    if (isWhole && command.sum === sumOfCommand(command)) sound.set(command.commandId, command)
  }
  return sound
}
