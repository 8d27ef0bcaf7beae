/** A ledger of a few events of every shape that tables differ by: accounts, a transfer, a reversal. */
import type { OpenLedger } from '../open-ledger'

export const EVERYDAY = '0190a000-0000-7000-8000-00000000000a'
export const SAVINGS = '0190a000-0000-7000-8000-00000000000b'

/** Eight events, which leave −100 in the one account and 100 in the other, in minor units. */
export async function tellShortStory(ledger: OpenLedger): Promise<void> {
  await ledger.dispatch({ type: 'OpenAccount', accountId: EVERYDAY, name: 'Everyday', currency: 'EUR' })
  await ledger.dispatch({ type: 'OpenAccount', accountId: SAVINGS, name: 'Savings', currency: 'EUR' })
  const [paid] = (await ledger.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 900, payee: 'Zoë' })).events
  await ledger.dispatch({ type: 'Transfer', fromAccountId: EVERYDAY, toAccountId: SAVINGS, amount: 100 })
  await ledger.dispatch({ type: 'ReverseEntry', accountId: EVERYDAY, entryId: paid?.eventId })
}
