/** What the registry remembers of a ledger that is a branch: where it comes from, and what was changed on the way. */

/** An event of the original that a branch left out, moved or refused. */
export interface BranchNote {
  /** In the original. */
  readonly position: number
  readonly eventId: string
  readonly type: string
  /** What people know it by. */
  readonly words: string
  /** The account of an entry. */
  readonly accountId?: string
  /** Minor units, unsigned. */
  readonly amount?: number
  readonly effectiveOn?: string
}

export interface MovedNote extends BranchNote {
  readonly to: { readonly effectiveOn?: string; readonly amount?: number }
}

export interface RefusedNote extends BranchNote {
  readonly code: string
  readonly message: string
  /** Behind the message, for other languages. */
  readonly facts?: Readonly<Record<string, string | number | null>>
}

export interface BranchOrigin {
  /** The ledger it was branched from: the id of it in this browser, and of its log. */
  readonly localId: string
  readonly ledgerId: string
  /** Its name then. */
  readonly name: string
  /** So many of its events were looked at, and the root over them. */
  readonly position: number
  readonly rootHash: string
  /** Events that the branch began with: what follows was given in it. */
  readonly size: number
  readonly without: readonly BranchNote[]
  readonly moved: readonly MovedNote[]
  /** The first of those that could not be recorded any more, and how many they are. */
  readonly refused: readonly RefusedNote[]
  readonly refusedCount: number
  /** Stretches of the original that are not in the branch: first and last position. */
  readonly dropped: readonly (readonly [number, number])[]
}
