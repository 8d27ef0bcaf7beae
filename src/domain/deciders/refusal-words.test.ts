/** What a refusal says, whole: code, words and facts. The words name the account and say what to do. */
import { expect, test } from 'vitest'
import { CHECKING, closed, DOLLARS, deposited, given, opened, SAVINGS, uuid } from './decider-specification'

const TRANSFER = uuid(50)
const checking = { accountId: CHECKING, accountName: 'Household' }
const between = (from: string, to: string, amount: number, toAmount?: number) => ({
  type: 'Transfer',
  transferId: TRANSFER,
  fromAccountId: from,
  toAccountId: to,
  amount,
  ...(toAmount !== undefined && { toAmount }),
})

test('[D25] an open account needs no opening', () => {
  expect(given(opened(CHECKING)).when({ type: 'ReopenAccount', accountId: CHECKING })).toEqual({
    code: 'invalid-command',
    message: '“Household” is already open: there is nothing to do.',
    facts: { field: 'accountId', ...checking },
  })
})

test('[D23] what is closed is called closed', () => {
  const { when } = given(opened(CHECKING), closed(CHECKING))
  expect(when({ type: 'Deposit', accountId: CHECKING, amount: 5 })).toEqual({
    code: 'account-closed',
    message: '“Household” is closed. Reopen the account first, or choose another one.',
    facts: checking,
  })
  expect(when({ type: 'CloseAccount', accountId: CHECKING })).toEqual({
    code: 'account-closed',
    message: '“Household” is closed already.',
    facts: checking,
  })
})

test('[D26] funds: what there is, of what, and what is wanted', () => {
  const { when } = given(opened(CHECKING, { overdraftLimit: 500 }), deposited(CHECKING, 1_000))
  expect(when({ type: 'Withdraw', accountId: CHECKING, amount: 1_501 })).toEqual({
    code: 'insufficient-funds',
    message:
      '“Household” has 15.00 EUR available (balance 10.00 EUR, overdraft limit 5.00 EUR): not enough for ' +
      '15.01 EUR. Use a smaller amount, pay money in first, or raise the overdraft limit.',
    facts: { ...checking, available: 1_500, balance: 1_000, limit: 500, amount: 1_501, currency: 'EUR' },
  })
})

test('[D27] once reversed, an entry stays reversed', () => {
  const { ledger, when } = given(opened(CHECKING), deposited(CHECKING, 500))
  const entryId = ledger.lastId()
  const reverse = { type: 'ReverseEntry', accountId: CHECKING, entryId } as const
  ledger.dispatch(reverse)
  expect(when(reverse)).toEqual({
    code: 'already-reversed',
    message: 'This entry of “Household” has been reversed already; an entry can be reversed once.',
    facts: { ...checking, entryId, position: 2 },
  })
  const reversalId = ledger.lastId()
  expect(when({ ...reverse, entryId: reversalId })).toEqual({
    code: 'entry-not-found',
    message: 'This entry of “Household” is itself a reversal and cannot be reversed. Record the entry anew instead.',
    facts: { ...checking, entryId: reversalId },
  })
})

test('[D28] an entry that is not there, is no entry, or belongs to a transfer', () => {
  const { ledger, when } = given(opened(CHECKING), opened(SAVINGS, { name: 'Savings' }), deposited(CHECKING, 500))
  const refused = (entryId: string, message: string) => {
    for (const command of [{ type: 'ReverseEntry' }, { type: 'AnnotateEntry', memo: 'x' }])
      expect(when({ ...command, accountId: CHECKING, entryId })).toEqual({
        code: 'entry-not-found',
        message,
        facts: { ...checking, entryId },
      })
  }
  const absent = (id: string) => `“Household” has no entry ${id}. Choose one from the account's history.`
  refused(uuid(77), absent(uuid(77)))
  const [openedEvent, savingsEvent] = ledger.events
  refused(savingsEvent!.eventId, absent(savingsEvent!.eventId))
  refused(
    openedEvent!.eventId,
    `${openedEvent!.eventId} of “Household” is no entry: it moved no money (AccountOpened). Choose one from the history.`,
  )
  ledger.dispatch({ type: 'Transfer', fromAccountId: CHECKING, toAccountId: SAVINGS, amount: 100 })
  expect(when({ type: 'ReverseEntry', accountId: CHECKING, entryId: ledger.lastId() })).toMatchObject({
    message:
      'This entry of “Household” belongs to a transfer and cannot be reversed. Send the money back instead, by a transfer the other way.',
    facts: { ...checking, entryId: ledger.lastId() },
  })
})

test('[D30] a transfer is between two', () => {
  expect(given(opened(CHECKING)).when(between(CHECKING, CHECKING, 5))).toEqual({
    code: 'same-account',
    message: 'A transfer needs two different accounts. Choose another account to send to.',
    facts: { accountId: CHECKING },
  })
})

test('[D31] amounts that two currencies, or two counts of decimals, do not allow', () => {
  const { when } = given(
    opened(CHECKING),
    opened(SAVINGS, { name: 'Savings', exponent: 3 }),
    opened(DOLLARS, { name: 'Dollars', currency: 'USD' }),
    opened(uuid(5), { name: 'Everyday' }),
    deposited(CHECKING, 500),
  )
  const refused = (to: string, toCurrency: string, toAmount: number | null, message: string) => ({
    code: 'currency-mismatch',
    message,
    facts: { fromAccountId: CHECKING, toAccountId: to, fromCurrency: 'EUR', toCurrency, amount: 5, toAmount },
  })
  expect(when(between(CHECKING, DOLLARS, 5))).toEqual(
    refused(
      DOLLARS,
      'USD',
      null,
      'A transfer from “Household” (EUR) to “Dollars” (USD) needs two amounts. Give toAmount too: how much arrives in USD.',
    ),
  )
  expect(when(between(CHECKING, SAVINGS, 5, 5))).toEqual(
    refused(
      SAVINGS,
      'EUR',
      5,
      'No transfer from “Household” (EUR) to “Savings” (EUR) is possible: the one counts 2 decimals, the other 3. Record a withdrawal and a deposit instead.',
    ),
  )
  expect(when(between(CHECKING, uuid(5), 5, 6))).toEqual(
    refused(
      uuid(5),
      'EUR',
      6,
      'A transfer from “Household” (EUR) to “Everyday” (EUR) stays in one currency, so as much must arrive as is sent. Leave toAmount out.',
    ),
  )
})

test('[D32] more than all amounts of a currency may come to', () => {
  const { when } = given(opened(CHECKING), deposited(CHECKING, 5))
  expect(when({ type: 'Deposit', accountId: CHECKING, amount: Number.MAX_SAFE_INTEGER })).toEqual({
    code: 'amount-too-large',
    message:
      '90071992547409.91 EUR is too much for “Household”: all amounts in EUR together may come to ' +
      '90071992547409.91 EUR at most, so that every sum stays exact. Use a smaller amount.',
    facts: { ...checking, amount: Number.MAX_SAFE_INTEGER, currency: 'EUR', balance: 5, turnover: 5 },
  })
})

test('[D33] a transfer id is used once', () => {
  const { ledger, when } = given(opened(CHECKING), opened(SAVINGS), deposited(CHECKING, 500))
  const command = { ...between(CHECKING, SAVINGS, 5), type: 'Transfer' } as const
  ledger.dispatch(command)
  expect(when(command)).toEqual({
    code: 'invalid-command',
    message: `The transfer id ${TRANSFER} has been used before. Leave it out, and a new one is made.`,
    facts: { field: 'transferId', transferId: TRANSFER },
  })
})
