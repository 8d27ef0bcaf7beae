/** Goes into a sandbox, or back to the ledger it was branched from. */
import { describeError } from '../../stores/dispatch'
import { why } from '../../stores/explain/why-store'
import { hindsight, refreshLedgers } from '../../stores/ledger-store'
import { toast } from '../../stores/toast-store'
import { show } from '../../stores/view-store'

/** @returns whether it is open now. */
export async function openBranch(id: string, then: 'accounts' | 'stay'): Promise<boolean> {
  try {
    await hindsight().openLedger(id)
    await refreshLedgers()
    if (then === 'accounts') show.home()
    else show.page('sandbox', { branch: id })
    return true
  } catch (error) {
    toast(describeError(error).message, { tone: 'problem' })
    return false
  }
}

/** Goes into the ledger that a figure is of, a sandbox or its original, and asks there why it is what it is. */
export async function askInLedger(id: string, branchId: string, question: string): Promise<void> {
  try {
    await hindsight().openLedger(id)
    await refreshLedgers()
    show.page('sandbox', { branch: branchId })
    why.ask(question)
  } catch (error) {
    toast(describeError(error).message, { tone: 'problem' })
  }
}

export async function openOriginal(localId: string): Promise<void> {
  await openBranch(localId, 'accounts')
}
