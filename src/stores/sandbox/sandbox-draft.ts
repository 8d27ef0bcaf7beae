/** Entries that were chosen to be left out or moved in a sandbox that is not made yet: one at a time, from the history. */
import { create } from 'zustand'
import { useLedger } from '../ledger-store'

export interface DraftChange {
  /** In the open ledger. */
  readonly position: number
  /** Left out where null; else moved to this date. */
  readonly effectiveOn: string | null
}

export const useSandboxDraft = create<{ readonly localId: string; readonly changes: readonly DraftChange[] }>(() => ({
  localId: '',
  changes: [],
}))

/** Of another ledger there are none. */
export function draftChanges(draft: { localId: string; changes: readonly DraftChange[] }): readonly DraftChange[] {
  return draft.localId === useLedger.getState().localId ? draft.changes : NONE
}

const NONE: readonly DraftChange[] = []

export const sandboxDraft = {
  put(change: DraftChange): void {
    const others = draftChanges(useSandboxDraft.getState()).filter(({ position }) => position !== change.position)
    const changes = [...others, change].sort((a, b) => a.position - b.position)
    useSandboxDraft.setState({ localId: useLedger.getState().localId, changes })
  },
  remove(position: number): void {
    useSandboxDraft.setState((draft) => ({ changes: draft.changes.filter((each) => each.position !== position) }))
  },
  clear(): void {
    useSandboxDraft.setState({ changes: [] })
  },
}
