import { expect, test } from 'vitest'
import type { Command } from './commands'
import { withDefaults } from './with-defaults'

const ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b'
const fill = (command: Command) => withDefaults(command, { today: '2026-11-23', newId: () => 'a-new-id' })

test('[D13] an account gets an id, the decimals of its currency, no overdraft and today', () => {
  expect(fill({ type: 'OpenAccount', name: 'Checking', currency: 'JPY' })).toStrictEqual({
    type: 'OpenAccount',
    accountId: 'a-new-id',
    name: 'Checking',
    currency: 'JPY',
    exponent: 0,
    overdraftLimit: 0,
    openedOn: '2026-11-23',
  })
})

test('[D13] what is given stays, null for no limit too', () => {
  const given = {
    type: 'OpenAccount',
    accountId: ID,
    name: 'Coins',
    currency: 'BTC',
    exponent: 8,
    overdraftLimit: null,
    openedOn: '2020-01-01',
  } as const
  expect(fill(given)).toStrictEqual(given)
})

test.each(['BTC', 'XAU', 'POINTS'])('[D13] %s needs an exponent', (currency) => {
  expect(fill({ type: 'OpenAccount', name: 'Odd', currency })).toMatchObject({
    code: 'invalid-command',
    message: expect.stringContaining('exponent, 0 to 8'),
    facts: { field: 'exponent', currency },
  })
})

test('[D13] a currency of ISO 4217 takes no other exponent', () => {
  expect(fill({ type: 'OpenAccount', name: 'Checking', currency: 'EUR', exponent: 3 })).toEqual({
    code: 'invalid-command',
    message: 'EUR has 2 decimals by ISO 4217, not 3. Leave exponent out.',
    facts: { field: 'exponent', currency: 'EUR' },
  })
  expect(fill({ type: 'OpenAccount', name: 'Checking', currency: 'EUR', exponent: 2 })).not.toHaveProperty('code')
})

test.each([
  [{ type: 'Deposit', accountId: ID, amount: 5 }, 'effectiveOn'],
  [{ type: 'Withdraw', accountId: ID, amount: 5 }, 'effectiveOn'],
  [{ type: 'ReverseEntry', accountId: ID, entryId: ID }, 'effectiveOn'],
  [{ type: 'Transfer', fromAccountId: ID, toAccountId: ID, amount: 5 }, 'effectiveOn'],
  [{ type: 'CloseAccount', accountId: ID }, 'closedOn'],
  [{ type: 'ReopenAccount', accountId: ID }, 'reopenedOn'],
] satisfies [Command, string][])('[D13] %j is of today unless a date is given', (command, field) => {
  expect(fill(command)).toHaveProperty(field, '2026-11-23')
  expect(fill({ ...command, [field]: '1999-12-31' } as Command)).toHaveProperty(field, '1999-12-31')
})

test('[D13] a transfer gets an id; how much arrives is left to the decider, who knows the currencies', () => {
  const filled = fill({ type: 'Transfer', fromAccountId: ID, toAccountId: ID, amount: 5 })
  expect(filled).toHaveProperty('transferId', 'a-new-id')
  expect(filled).not.toHaveProperty('toAmount')
})

test('[D13] names lose the space around them, other texts nothing', () => {
  expect(fill({ type: 'RenameLedger', name: '  House hold\n' })).toHaveProperty('name', 'House hold')
  expect(fill({ type: 'RenameAccount', accountId: ID, name: ' Everyday ' })).toHaveProperty('name', 'Everyday')
  expect(fill({ type: 'OpenAccount', name: ' Checking ', currency: 'EUR' })).toHaveProperty('name', 'Checking')
  expect(fill({ type: 'Deposit', accountId: ID, amount: 5, memo: ' as is ' })).toHaveProperty('memo', ' as is ')
})

test('[D13] minus zero becomes zero, as it will be read back', () => {
  expect(fill({ type: 'AssertBalance', accountId: ID, balance: -0, effectiveOn: '2026-01-01' })).toHaveProperty(
    'balance',
    0,
  )
  expect(fill({ type: 'SetOverdraftLimit', accountId: ID, overdraftLimit: -0 })).toHaveProperty('overdraftLimit', 0)
})
