/** A moment as people and scripts name it (CONSOLE-API), and as the projections understand it. */
export type Moment =
  | 'now'
  | { readonly position: number }
  | { readonly recordedAt: string }
  | { readonly effectiveOn: string }
  | { readonly recordedAt: string; readonly effectiveOn: string }
  | { readonly position: number; readonly effectiveOn: string }

/** Which clock one travels on: when the ledger learned of an event, or the value date on which it is true. */
export type Clock = 'recorded' | 'effective'
