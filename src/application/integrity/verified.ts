/** What verifying gives. */
import type { Head } from '../../event-log/event-log'
import type { StandingPiece } from '../../storage/integrity/damage-note'
import type { VerifyReport } from '../ledger-api'

/** How far the events are as they were recorded, and how far they can at least be read. */
export interface Standing {
  readonly sound: Head
  readonly readable: Head
  /** Where all that can be read stands. */
  readonly pieces: readonly StandingPiece[]
}

export interface Verified {
  readonly report: VerifyReport
  /** Minor units by account in opening order, as the events give them: what the page shows is held against it. */
  readonly balances: Float64Array
  readonly standing: Standing
}
