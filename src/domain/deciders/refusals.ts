/** The refusals that several deciders share, in words for people: what is wrong, and what to do. */
import { fitsBeside, MAX_MINOR, moneyText } from '../money'
import type { AccountState } from '../stream-state'
import { type DecideContext, type Refusal, refuse } from './decision'

export function accountNotFound(accountId: string): Refusal {
  const message = `There is no account ${accountId} in this ledger. Open it first, or choose another account.`
  return refuse('account-not-found', message, { accountId })
}

export function accountClosed(account: AccountState): Refusal {
  const { accountId, name } = account
  const message = `“${name}” is closed. Reopen the account first, or choose another one.`
  return refuse('account-closed', message, { accountId, accountName: name })
}

/**
 * `amount-too-large` where the balance after `effect`, or the sum of all amounts of the currency after `moves` entries
 * of |effect|, would leave the range of exact integers. Undefined where all is well.
 */
export function tooLarge(
  context: DecideContext,
  account: AccountState,
  effect: number,
  moves: number,
): Refusal | undefined {
  const amount = Math.abs(effect)
  const turnover = context.turnoverOf?.(account.currency) ?? 0
  const towardsLimit = effect < 0 ? -account.balance : account.balance
  let fits = fitsBeside(towardsLimit, amount)
  for (let move = 1, sum = turnover; fits && move <= moves; move++, sum += amount) fits = fitsBeside(sum, amount)
  if (fits) return undefined
  const { accountId, name, currency, balance } = account
  const message =
    `${moneyText(amount, account)} is too much for “${name}”: all amounts in ${currency} together may come to ` +
    `${moneyText(MAX_MINOR, account)} at most, so that every sum stays exact. Use a smaller amount.`
  return refuse('amount-too-large', message, { accountId, accountName: name, amount, currency, balance, turnover })
}

/** `insufficient-funds` where the amount exceeds balance + overdraft limit. Undefined where it does not. */
export function insufficientFunds(account: AccountState, amount: number): Refusal | undefined {
  const { accountId, name, currency, balance, overdraftLimit: limit } = account
  if (limit === null) return undefined
  // Where the sum is inexact it lies above every amount; where it matters it is exact.
  const available = Math.min(balance + limit, MAX_MINOR)
  if (amount <= available) return undefined
  const parts = `balance ${moneyText(balance, account)}, overdraft limit ${moneyText(limit, account)}`
  const message =
    `“${name}” has ${moneyText(available, account)} available (${parts}): not enough for ` +
    `${moneyText(amount, account)}. Use a smaller amount, pay money in first, or raise the overdraft limit.`
  return refuse('insufficient-funds', message, {
    accountId,
    accountName: name,
    available,
    balance,
    limit,
    amount,
    currency,
  })
}
