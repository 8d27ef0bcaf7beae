/** What an account is called, for rows that know its id or the slot of one of its events. */
import { accountNameAt } from '../account-reading'
import { useLedger } from '../ledger-store'

/** As it was called after so many events; that of its opening where it was opened later. */
export function nameAtPosition(accountId: string, position: number): string {
  return accountNameAt(useLedger.getState().timeline, accountId, position) ?? ''
}
