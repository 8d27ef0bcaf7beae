/** What a repair did, or would do. */
import type { VerifyReport } from '../ledger-api'

export interface RepairOutcome {
  /** Events that stay as they were stored. */
  readonly kept: number
  /** Events that come from the file. */
  readonly restored: number
  /** Events that the ledger counted and that neither it nor the file can give, or that nothing vouches for. */
  readonly lost: number
  /** Of those, how many can be read and keep the rules: `keepDoubtful` would keep them. */
  readonly doubtful: number
  readonly size: number
  readonly rootHash: string
  /** Whether the ledger's own seals say that these are the events it was recorded with. */
  readonly proved: boolean
  readonly fileSize: number
}

export interface RepairReport extends RepairOutcome {
  /** Of the ledger as it is now; not there for a preview. */
  readonly verified?: VerifyReport
}
