/** A moment as people and scripts name it (CONSOLE-API), and as the projections understand it. */
export type Moment =
  | 'now'
  | { readonly position: number }
  | { readonly recordedAt: string }
  | { readonly effectiveOn: string }
  | { readonly recordedAt: string; readonly effectiveOn: string }
  | { readonly position: number; readonly effectiveOn: string }
