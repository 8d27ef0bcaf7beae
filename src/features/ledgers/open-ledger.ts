/** Opens another ledger and says so; the view begins where every ledger begins. */
import { ledgerMessages as messages } from '../../locales/en/ledgers'
import { describeError } from '../../stores/dispatch'
import { hindsight, refreshLedgers, useLedger } from '../../stores/ledger-store'
import { toast } from '../../stores/toast-store'
import { show } from '../../stores/view-store'

/** Whether it is open now. */
export async function openLedger(localId: string, name: string): Promise<boolean> {
  if (useLedger.getState().localId === localId) return true
  try {
    await hindsight().openLedger(localId)
    show.home()
    await refreshLedgers()
    toast(messages.opened(name), { ofLedger: true })
    return true
  } catch (error) {
    toast(describeError(error).message, { tone: 'problem' })
    return false
  }
}
