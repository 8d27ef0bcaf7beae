import { expect, test } from 'vitest'
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import type { AccountAt } from '../../../stores/account-reading'
import { NOTHING_TYPED, type TransferInput, transferOf } from './transfer-input'

const account = (id: string, currency: string): AccountAt => ({
  number: 0,
  id,
  name: id,
  currency,
  exponent: 2,
  status: 'open',
  overdraftLimit: 0,
  balance: 10_000,
  revision: 1,
})
const [everyday, savings, lisbon] = [account('everyday', 'EUR'), account('savings', 'EUR'), account('lisbon', 'USD')]
const typed = (minor: number) => ({ text: String(minor), parsed: { ok: true, minor, isSum: false } as const })
const input: TransferInput = {
  from: 'everyday',
  to: 'savings',
  amount: typed(2000),
  received: NOTHING_TYPED,
  date: '2026-11-23',
  memo: ' Monthly ',
  category: '',
}

test('within one currency the amount received is not said', () => {
  expect(transferOf(input, everyday, savings)).toEqual({
    command: {
      type: 'Transfer',
      fromAccountId: 'everyday',
      toAccountId: 'savings',
      amount: 2000,
      effectiveOn: '2026-11-23',
      memo: 'Monthly',
    },
  })
})

test('across currencies it is needed, and then sent along', () => {
  expect(transferOf(input, everyday, lisbon)).toEqual({ errors: { toAmount: messages.receivedNeeded } })
  expect(transferOf({ ...input, received: typed(2150) }, everyday, lisbon)).toMatchObject({
    command: { amount: 2000, toAmount: 2150 },
  })
})

test('what was typed for an account of the same currency before is not sent', () => {
  expect(transferOf({ ...input, received: typed(1) }, everyday, savings)).not.toHaveProperty('command.toAmount')
})

test('every missing field is named at once', () => {
  const empty: TransferInput = { ...input, amount: NOTHING_TYPED, date: null }
  expect(transferOf(empty, undefined, undefined)).toEqual({
    errors: {
      from: messages.fromNeeded,
      to: messages.toNeeded,
      amount: messages.amountNeeded,
      date: messages.dateNeeded,
    },
  })
})

test('an account does not transfer to itself, and nothing or less is no amount', () => {
  expect(transferOf(input, everyday, everyday)).toMatchObject({ errors: { to: messages.sameAccount } })
  expect(transferOf({ ...input, amount: typed(0) }, everyday, savings)).toMatchObject({
    errors: { amount: messages.amountNeeded },
  })
  expect(transferOf({ ...input, amount: typed(-5) }, everyday, savings)).toHaveProperty('errors.amount')
})
