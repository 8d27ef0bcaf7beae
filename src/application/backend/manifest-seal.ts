/**
 * Of which log a snapshot says it is, with a checksum over that. An import writes its snapshot ahead of its commit, which
 * may never come: then a whole manifest is of a log that never was, as against one of this log that was damaged.
 */
import { checksum } from '../../projections/snapshot/checksum'

export interface SealedManifest {
  readonly version: number
  readonly position: number
  readonly ledgerId: string
  readonly rootHash: string
}

/** @param sum of what the manifest holds */
export function manifestSeal({ version, position, ledgerId, rootHash }: SealedManifest, sum: string): string {
  return checksum(new TextEncoder().encode(JSON.stringify([version, position, ledgerId, rootHash, sum])))
}
