/** What the dialog asks for, as the application takes it. */
import type { BranchOptions } from '../../application/sandbox/sandbox-api'
import { sandboxMessages as messages } from '../../locales/en/sandbox'
import { useCursor } from '../../stores/cursor-store'
import { useLedger } from '../../stores/ledger-store'
import type { DraftChange } from '../../stores/sandbox/sandbox-draft'

export type Start = 'from-here' | 'what-if'

export function branchOptions(
  name: string,
  start: Start,
  changes: readonly DraftChange[],
): BranchOptions | { readonly fault: string } {
  if (name.trim() === '') return { fault: messages.nameNeeded }
  // Every event recorded so far is as far as a date can be told in the log.
  if (start === 'from-here') return { name, at: { position: useCursor.getState().bound.position } }
  if (changes.length === 0) return { fault: messages.chooseFirst }
  if (changes.some(({ effectiveOn }) => effectiveOn === '')) return { fault: messages.dateNeeded }
  const { timeline } = useLedger.getState()
  const idOf = ({ position }: DraftChange) => timeline.eventId(position - 1)
  return {
    name,
    without: changes.filter(({ effectiveOn }) => effectiveOn === null).map(idOf),
    moved: changes.flatMap((change) =>
      change.effectiveOn === null ? [] : [{ eventId: idOf(change), effectiveOn: change.effectiveOn }],
    ),
  }
}
