/** From the fields of the transfer dialog to its command, or to what is wrong with them. */
import type { Command, Transfer } from '../../../domain/commands'
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import type { AccountAt } from '../../../stores/account-reading'
import { describeAmount } from '../../../ui/field/amount-field'
import type { ParsedAmount } from '../../../ui/parse/parse-amount'
import type { FormErrors } from '../commands/field-errors'

export interface TypedAmount {
  readonly text: string
  readonly parsed: ParsedAmount
}

export const NOTHING_TYPED: TypedAmount = { text: '', parsed: { ok: false, fault: 'empty' } }

export interface TransferInput {
  /** Ids of accounts; '' while none is chosen. */
  readonly from: string
  readonly to: string
  readonly amount: TypedAmount
  /** Asked for only where the currencies differ. */
  readonly received: TypedAmount
  readonly date: string | null
  readonly memo: string
  readonly category: string
}

export function transferOf(
  input: TransferInput,
  from: AccountAt | undefined,
  to: AccountAt | undefined,
): { readonly command: Command } | { readonly errors: FormErrors } {
  const { date, memo, category } = input
  const exchanged = from !== undefined && to !== undefined && from.currency !== to.currency
  const amount = positive(input.amount)
  const received = exchanged ? positive(input.received) : undefined
  const errors: FormErrors = {
    ...(from === undefined ? { from: messages.fromNeeded } : {}),
    ...(to === undefined ? { to: messages.toNeeded } : to.id === from?.id ? { to: messages.sameAccount } : {}),
    ...(amount === undefined ? { amount: amountError(input.amount, from) ?? messages.amountNeeded } : {}),
    ...(exchanged && received === undefined
      ? { toAmount: amountError(input.received, to) ?? messages.receivedNeeded }
      : {}),
    ...(date === null ? { date: messages.dateNeeded } : {}),
  }
  if (Object.keys(errors).length > 0 || !from || !to || amount === undefined || date === null) return { errors }
  const command: Transfer = {
    type: 'Transfer',
    fromAccountId: from.id,
    toAccountId: to.id,
    amount,
    effectiveOn: date,
    ...(received === undefined ? {} : { toAmount: received }),
    ...(memo.trim() === '' ? {} : { memo: memo.trim() }),
    ...(category.trim() === '' ? {} : { category: category.trim() }),
  }
  return { command }
}

function positive({ parsed }: TypedAmount): number | undefined {
  return parsed.ok && parsed.minor > 0 ? parsed.minor : undefined
}

function amountError({ parsed }: TypedAmount, account: AccountAt | undefined): string | undefined {
  return account === undefined ? undefined : (describeAmount(parsed, account) ?? undefined)
}
