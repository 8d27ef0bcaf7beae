/** Verifying and repairing, as tasks: over the tables themselves, since a damaged ledger may not open. */
import type { LedgerEntry } from '../../application/backend/backend'
import { isBarred } from '../../application/integrity/damage'
import { type ComparedLog, type ExportProof, proveLogs } from '../../application/integrity/proving/export-proof'
import { treeOfFile, treeOfLedger } from '../../application/integrity/proving/read-trees'
import { repairLedger } from '../../application/integrity/repair/repair-ledger'
import type { RepairReport } from '../../application/integrity/repair-report'
import type { Verified } from '../../application/integrity/verified'
import { verifyTables } from '../../application/integrity/verify-tables'
import { makeDecisionState } from '../../domain/stream-state'
import { ImportRefusedError } from '../../exchange/log-format-error'
import type { StoredTables } from '../../storage/integrity/stored-tables'
import type { OpenTables, TaskContext } from './task-context'
import type { Task } from './task-protocol'

export async function runVerify(entry: LedgerEntry, context: TaskContext): Promise<Verified> {
  const tables = await context.openTables(entry)
  try {
    return await verifyAndNote(tables, entry, context)
  } finally {
    tables.close()
  }
}

export async function runRepair(
  { entry, file, options }: Task & { readonly kind: 'repair' },
  context: TaskContext,
): Promise<RepairReport> {
  const tables = await context.openTables(entry)
  try {
    const report = options.dryRun
      ? await repair(tables, undefined)
      : await context.exclusively(entry, () => repair(tables, tables.repair))
    if (report === 'busy') throw ImportRefusedError.busy()
    return report
  } finally {
    tables.close()
  }

  async function repair(on: OpenTables, begin: OpenTables['repair']): Promise<RepairReport> {
    const writer = await begin?.call(on)
    let isCommitted = false
    try {
      const { onProgress, signal } = context
      const outcome = await repairLedger({
        tables: on,
        file: file ?? undefined,
        keepDoubtful: options.keepDoubtful,
        knownAs: entry,
        stateVersion: makeDecisionState().version,
        writer,
        beforeCommit: context.beforeCommit,
        now: context.now(),
        onProgress,
        signal,
      })
      isCommitted = writer !== undefined
      if (!isCommitted) return outcome
      // What was done is done: from here on nobody cancels.
      const { report } = await verifyAndNote(on, entry, { ...context, signal: new AbortController().signal })
      return { ...outcome, verified: report }
    } finally {
      await writer?.end(isCommitted)
    }
  }
}

/** That it cannot be noted costs the warning at the next start, and no more. */
async function verifyAndNote(tables: StoredTables, entry: LedgerEntry, context: TaskContext): Promise<Verified> {
  const { onProgress, signal } = context
  const verified = await verifyTables(tables, { onProgress, signal }, entry)
  const { report, standing } = verified
  const position = report.firstBadPosition
  const note = { ...standing, ...(position !== undefined && { position }), report }
  await tables.note?.(report.damage && isBarred(report.damage) ? note : undefined).catch(() => undefined)
  return verified
}

/** Two files, or a file and the ledger. */
export async function runProve(
  { entry, files }: Task & { readonly kind: 'prove' },
  context: TaskContext,
): Promise<ExportProof> {
  const key = await context.ownKey?.()
  const [one, other] = files
  const first = await treeOfFile(one, key, context)
  const second = other ? await treeOfFile(other, key, context) : await treeOfOpen(entry, context)
  return proveLogs(first, second, new Date(context.now()).toISOString())
}

async function treeOfOpen(entry: LedgerEntry, context: TaskContext): Promise<ComparedLog> {
  const log = (await context.openStanding(entry)) ?? (await context.openLog(entry))
  try {
    return await treeOfLedger(log, context)
  } finally {
    log.close()
  }
}
