/** The account that a script names. */
import type { Timeline } from '../projections/timeline'
import { CommandRejected } from './errors'

/** Its number in the timeline. @throws CommandRejected where the ledger has none of this id. */
export function accountNumber(timeline: Timeline, accountId: string): number {
  const number = timeline.accountNumber(accountId)
  if (number !== undefined) return number
  throw new CommandRejected({
    code: 'account-not-found',
    message: `There is no account ${accountId} in this ledger. accounts() lists those there are.`,
    facts: { accountId },
  })
}
