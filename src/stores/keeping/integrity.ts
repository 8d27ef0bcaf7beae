/** Repairing and proving from the screens: loaded when it is first asked for. */
import type { RepairOptions } from '../../application/integrity/integrity-api'
import type { ExportProof } from '../../application/integrity/proving/export-proof'
import type { RepairReport } from '../../application/integrity/repair-report'
import type { WorkOptions } from '../../application/ledger-api'
import { ledgerApplication } from '../ledger-store'

const integrity = () => import('../../application/integrity/integrity')

/** Without a file, what follows from the events is made anew. */
export async function repair(file: Blob | null, options: RepairOptions): Promise<RepairReport> {
  return (await integrity()).repairOpen(ledgerApplication(), file, options)
}

/** With the proof checked by itself, as whoever receives it would. */
export async function prove(
  file: Blob,
  other: Blob | null,
  options: WorkOptions,
): Promise<{ readonly proof: ExportProof; readonly holds: boolean }> {
  const { checkAnyProof, proveExport } = await integrity()
  const proof = await proveExport(ledgerApplication(), file, other, options)
  return { proof, holds: checkAnyProof(proof) }
}

export const aside = {
  read: async () => (await integrity()).setAside(ledgerApplication()),
  discard: async () => (await integrity()).discardSetAside(ledgerApplication()),
}
