/** The words for money that is not there: by how much it falls short, and the figure that would work. */
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import type { AccountAt } from '../../../stores/account-reading'
import { formatMoney } from '../../../ui/format/format-money'
import type { DescribedError } from './field-errors'

/** Minor units that may still be taken out; Infinity where there is no limit. */
export function availableFunds(account: AccountAt): number {
  return account.overdraftLimit === null ? Number.POSITIVE_INFINITY : account.balance + account.overdraftLimit
}

/** undefined for any other error. The ledger's own figure counts, for another tab may have been quicker. */
export function fundsWords(
  error: DescribedError,
  amount: number,
  account: AccountAt,
  verb: 'withdraw' | 'transfer',
): string | undefined {
  if (error.code !== 'insufficient-funds') return undefined
  const { currency, exponent } = account
  const available = typeof error.facts.available === 'number' ? error.facts.available : availableFunds(account)
  const over = formatMoney(amount - available, { currency, exponent })
  if (available <= 0) return messages.insufficientNothing(over)
  const most = formatMoney(available, { exponent })
  return verb === 'withdraw' ? messages.insufficient(over, most) : messages.insufficientTransfer(over, most)
}
