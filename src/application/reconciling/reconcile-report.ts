/** What `hindsight.reconcile` answers, as plain data. Amounts are minor units. */

export interface ReconcileStatement {
  /** `YYYY-MM-DD`: at the end of this day. */
  readonly effectiveOn: string
  readonly balance: number
}

export interface ReconcileSuspect {
  /** Positions and ids of the entry, or of two entries that are the difference together. */
  readonly positions: readonly number[]
  readonly eventIds: readonly string[]
  /** What they add to the account together. */
  readonly amount: number
  readonly effectiveOn: string
  /**
   * The most telling first: 'extra', 'double', 'reversed-later', 'sign', 'digits', 'slip', 'half', 'once', 'date', 'late',
   * 'pair', 'repeat' (SPEC.md of time-travel has what they mean). `truth`: the amount with which it would agree.
   */
  readonly reasons: readonly { readonly kind: string; readonly truth?: number; readonly twinPosition?: number }[]
}

export interface ReconcileStretch {
  /** How much of the difference began here; an entry of this amount may be missing. */
  readonly difference: number
  /** What was right before it. */
  readonly since: {
    readonly kind: 'agreed' | 'differed' | 'same-balance' | 'beginning'
    readonly effectiveOn?: string
    readonly balance?: number
  }
  readonly until: string
  readonly entries: number
  readonly suspects: readonly ReconcileSuspect[]
  /** Suspects that are not listed. */
  readonly more: number
}

export interface ReconcileReport {
  readonly effectiveOn: string
  readonly balance: number
  /** What the ledger says of that day. */
  readonly ledgerBalance: number
  /** The bank's less the ledger's. */
  readonly difference: number
  /** Where to look, the widest first; empty where they agree. */
  readonly stretches: readonly ReconcileStretch[]
}
