/** Repairing and proving, as screens and scripts ask for them. */
import { type ConsistencyProof, checkConsistency, proveConsistency } from '../../event-log/proving/consistency-proof'
import { checkInclusion, type InclusionProof } from '../../event-log/proving/inclusion-proof'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { LogFormatError } from '../../exchange/log-format-error'
import { CommandRejected } from '../errors'
import type { WorkOptions } from '../ledger-api'
import type { LedgerApplication } from '../ledger-application'
import type { RepairOptions } from './integrity-api'
import { checkExportProof, type ExportProof } from './proving/export-proof'
import type { RepairReport } from './repair-report'

export async function repairOpen(
  application: LedgerApplication,
  file: Blob | null,
  options: RepairOptions = {},
): Promise<RepairReport> {
  const { backend, desk } = application
  const { entry } = await desk.ledger
  const report = await backend.heavyWork.repair(entry, file, options)
  if (options.dryRun) return report
  // Everything that is shown is read anew.
  await desk.change(async () => entry)
  application.listChanged()
  return report
}

export async function setAside({ backend, desk }: LedgerApplication): Promise<Blob | null> {
  return (await backend.damaged()).setAside((await desk.ledger).entry)
}

export async function discardSetAside({ backend, desk }: LedgerApplication): Promise<void> {
  await (await backend.damaged()).discardSetAside((await desk.ledger).entry)
}

/** @throws LogFormatError where a file is not a sound log; AbortError. */
export async function proveExport(
  application: LedgerApplication,
  file: Blob,
  other: Blob | null = null,
  options: WorkOptions = {},
): Promise<ExportProof> {
  if (!(file instanceof Blob)) throw new LogFormatError('not-this-format', 'This is no file.')
  const { entry } = await application.desk.ledger
  return application.backend.heavyWork.prove(entry, other ? [file, other] : [file], options)
}

/** @throws CommandRejected where the log has not as many events. */
export async function proveSizes(
  application: LedgerApplication,
  first: number,
  second: number | undefined,
): Promise<ConsistencyProof> {
  const { log } = await application.desk.ledger
  const { size } = await log.head()
  try {
    return await proveConsistency(log, first, second ?? size)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = `proveConsistency: ${error.message}`
    throw new CommandRejected({ code: 'entry-not-found', message, facts: { position: first, size } })
  }
}

/** Whether a proof of any kind holds: an event with its own, or one of sizes, or of two logs. */
export function checkAnyProof(given: unknown, proof?: unknown): boolean {
  if (proof !== undefined) return checkInclusion(given as RecordedEvent, proof as InclusionProof)
  if (typeof given !== 'object' || given === null) return false
  if ('format' in given) return checkExportProof(given as ExportProof)
  return checkConsistency(given as ConsistencyProof)
}
