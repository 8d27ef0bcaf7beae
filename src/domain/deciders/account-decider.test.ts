import { describe, expect, test } from 'vitest'
import { accountStream, ledgerStream } from '../stream-id'
import { CHECKING, closed, deposited, given, LEDGER_ID, NOBODY, opened, SAVINGS, TODAY } from './decider-specification'

const streamId = accountStream(CHECKING)

describe('the ledger', () => {
  test('[D21] given a ledger, when it is renamed, then the name is recorded', () => {
    expect(given().when({ type: 'RenameLedger', name: ' Household ' })).toEqual({
      events: [{ streamId: ledgerStream(LEDGER_ID), type: 'LedgerRenamed', data: { name: 'Household' } }],
    })
  })
})

describe('opening', () => {
  const command = { type: 'OpenAccount', accountId: CHECKING, name: 'Checking', currency: 'BHD' }

  test('[D22] given nothing, when an account is opened, then it explains itself', () => {
    expect(given().when(command)).toEqual({
      events: [
        {
          streamId,
          type: 'AccountOpened',
          data: { name: 'Checking', currency: 'BHD', exponent: 3, overdraftLimit: 0, openedOn: TODAY },
        },
      ],
    })
  })

  test('[D22] given the account, when its id is opened again, then it exists', () => {
    expect(given(opened(CHECKING, { name: 'Mine' })).when(command)).toMatchObject({
      code: 'account-exists',
      message: expect.stringContaining('“Mine”'),
      facts: { accountId: CHECKING },
    })
  })
})

describe('changing', () => {
  test.each([
    [{ type: 'RenameAccount', name: 'Everyday' }, 'AccountRenamed', { name: 'Everyday' }],
    [{ type: 'SetOverdraftLimit', overdraftLimit: null }, 'OverdraftLimitChanged', { overdraftLimit: null }],
    [{ type: 'CloseAccount' }, 'AccountClosed', { closedOn: TODAY }],
    [
      { type: 'AssertBalance', balance: -7, effectiveOn: '2026-01-31' },
      'BalanceAsserted',
      { balance: -7, effectiveOn: '2026-01-31' },
    ],
  ])('[D23] given an open account, when %j, then %s', (command, type, data) => {
    expect(given(opened(CHECKING)).when({ ...command, accountId: CHECKING })).toEqual({
      events: [{ streamId, type, data }],
    })
  })

  test('[D23] given a closed account, then renaming and asserting are free, deposits and limits are not', () => {
    const { when } = given(opened(CHECKING, { name: 'Old' }), closed(CHECKING))
    expect(when({ type: 'RenameAccount', accountId: CHECKING, name: 'Former' })).toHaveProperty('events')
    const assert = { type: 'AssertBalance', accountId: CHECKING, balance: 0, effectiveOn: '2026-01-31' }
    expect(when(assert)).toHaveProperty('events')
    for (const command of [
      { type: 'SetOverdraftLimit', accountId: CHECKING, overdraftLimit: 5 },
      { type: 'Deposit', accountId: CHECKING, amount: 1 },
      { type: 'Withdraw', accountId: CHECKING, amount: 1 },
      { type: 'CloseAccount', accountId: CHECKING },
    ]) {
      expect(when(command)).toMatchObject({
        code: 'account-closed',
        message: expect.stringContaining('“Old” is closed'),
        facts: { accountId: CHECKING },
      })
    }
  })

  test.each([
    { type: 'RenameAccount', name: 'Everyday' },
    { type: 'SetOverdraftLimit', overdraftLimit: 0 },
    { type: 'CloseAccount' },
    { type: 'ReopenAccount' },
    { type: 'Deposit', amount: 1 },
    { type: 'Withdraw', amount: 1 },
    { type: 'ReverseEntry', entryId: NOBODY },
    { type: 'AnnotateEntry', entryId: NOBODY, memo: '' },
    { type: 'AssertBalance', balance: 0, effectiveOn: '2026-01-31' },
  ])('[D20] given no such account, when %j, then it is not found', (command) => {
    expect(given(opened(CHECKING)).when({ ...command, accountId: NOBODY })).toMatchObject({
      code: 'account-not-found',
      message: expect.stringContaining(NOBODY),
      facts: { accountId: NOBODY },
    })
  })
})

describe('closing and reopening', () => {
  test('[D24] given money dated in the future, when the account is closed, then it is not empty', () => {
    const { when } = given(opened(CHECKING), deposited(CHECKING, 1250, '2099-01-01'))
    expect(when({ type: 'CloseAccount', accountId: CHECKING })).toMatchObject({
      code: 'account-not-empty',
      message: expect.stringContaining('“Household” still has a balance of 12.50 EUR'),
      facts: { balance: 1250, currency: 'EUR' },
    })
  })

  test('[D25] given a closed account, when it is reopened, then it is open, and cannot be reopened again', () => {
    const { ledger, when } = given(opened(CHECKING), opened(SAVINGS), closed(CHECKING))
    const command = { type: 'ReopenAccount', accountId: CHECKING, reopenedOn: '2026-04-01' } as const
    expect(ledger.dispatch(command)).toEqual({
      events: [{ streamId, type: 'AccountReopened', data: { reopenedOn: '2026-04-01' } }],
    })
    expect(when(command)).toMatchObject({
      code: 'invalid-command',
      message: expect.stringContaining('“Household” is already open'),
    })
  })
})
