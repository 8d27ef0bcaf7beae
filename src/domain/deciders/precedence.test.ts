/** [D20] For each pair of refusals that one command can suffer at once, the earlier one is given. */
import { expect, test } from 'vitest'
import { MAX_MINOR } from '../money'
import { REJECTION_CODES } from '../rejections'
import {
  CHECKING,
  closed,
  DOLLARS,
  deposited,
  NOBODY,
  opened,
  SAVINGS,
  SpecificationLedger,
  uuid,
} from './decider-specification'

const CLOSED = uuid(5)
const TRANSFER = uuid(50)

/** Checking and savings open; closed, yet with money that came by a reversal; one transfer begun; one entry reversed. */
function ledgerOfTroubles(): { ledger: SpecificationLedger; reversedId: string } {
  const ledger = new SpecificationLedger()
  ledger.record(opened(CHECKING), opened(SAVINGS), opened(DOLLARS, { currency: 'USD' }), opened(CLOSED))
  ledger.record(deposited(CHECKING, 500))
  const reversedId = ledger.lastId()
  ledger.dispatch({ type: 'ReverseEntry', accountId: CHECKING, entryId: reversedId })
  ledger.record(deposited(CLOSED, 500), closed(CLOSED), deposited(CHECKING, 100))
  ledger.dispatch({ type: 'Transfer', transferId: TRANSFER, fromAccountId: CHECKING, toAccountId: SAVINGS, amount: 10 })
  return { ledger, reversedId }
}

const transfer = { type: 'Transfer', fromAccountId: CHECKING, toAccountId: SAVINGS, amount: 10 }
const TOO_MUCH = { amount: MAX_MINOR }
const WRONG = 99

interface Case {
  readonly gives: string
  readonly before: string
  readonly command: object
  readonly expectedRevision?: number
}

const CASES: readonly Case[] = [
  { gives: 'invalid-command', before: 'same-account', command: { ...transfer, toAccountId: CHECKING, amount: 0 } },
  {
    gives: 'invalid-command',
    before: 'same-account (an id used before)',
    command: { ...transfer, toAccountId: CHECKING, transferId: TRANSFER },
  },
  {
    gives: 'invalid-command',
    before: 'wrong-expected-revision (already open)',
    command: { type: 'ReopenAccount', accountId: CHECKING },
    expectedRevision: WRONG,
  },
  {
    gives: 'same-account',
    before: 'account-not-found',
    command: { ...transfer, fromAccountId: NOBODY, toAccountId: NOBODY },
  },
  {
    gives: 'account-not-found',
    before: 'wrong-expected-revision',
    command: { type: 'Deposit', accountId: NOBODY, amount: 1 },
    expectedRevision: WRONG,
  },
  {
    gives: 'account-not-found',
    before: 'wrong-expected-revision (receiver)',
    command: { ...transfer, toAccountId: NOBODY },
    expectedRevision: WRONG,
  },
  {
    gives: 'account-exists',
    before: 'wrong-expected-revision',
    command: { type: 'OpenAccount', accountId: CHECKING, name: 'Again', currency: 'EUR' },
    expectedRevision: 0,
  },
  ...[
    { type: 'SetOverdraftLimit', accountId: CLOSED, overdraftLimit: 0 },
    { type: 'CloseAccount', accountId: CLOSED },
    { type: 'Deposit', accountId: CLOSED, amount: 1 },
    { type: 'Withdraw', accountId: CLOSED, amount: 1 },
    { ...transfer, fromAccountId: CLOSED },
    { ...transfer, toAccountId: CLOSED },
  ].map((command) => ({
    gives: 'wrong-expected-revision',
    before: `account-closed (${command.type})`,
    command,
    expectedRevision: WRONG,
  })),
  {
    gives: 'wrong-expected-revision',
    before: 'entry-not-found',
    command: { type: 'ReverseEntry', accountId: CHECKING, entryId: NOBODY },
    expectedRevision: WRONG,
  },
  {
    gives: 'wrong-expected-revision',
    before: 'entry-not-found (annotate)',
    command: { type: 'AnnotateEntry', accountId: CHECKING, entryId: NOBODY, memo: '' },
    expectedRevision: WRONG,
  },
  { gives: 'account-closed', before: 'account-not-empty', command: { type: 'CloseAccount', accountId: CLOSED } },
  {
    gives: 'account-closed',
    before: 'currency-mismatch',
    command: { ...transfer, fromAccountId: DOLLARS, toAccountId: CLOSED },
  },
  { gives: 'account-closed', before: 'amount-too-large', command: { type: 'Deposit', accountId: CLOSED, ...TOO_MUCH } },
  {
    gives: 'currency-mismatch',
    before: 'amount-too-large and insufficient-funds',
    command: { ...transfer, toAccountId: DOLLARS, ...TOO_MUCH },
  },
  {
    gives: 'amount-too-large',
    before: 'insufficient-funds',
    command: { type: 'Withdraw', accountId: CHECKING, ...TOO_MUCH },
  },
  { gives: 'amount-too-large', before: 'insufficient-funds (Transfer)', command: { ...transfer, ...TOO_MUCH } },
]

test.each(CASES)('[D20] $gives comes before $before', ({ gives, command, expectedRevision }) => {
  const { ledger } = ledgerOfTroubles()
  expect(ledger.judge(command, expectedRevision)).toHaveProperty('code', gives)
})

test('[D20] entry-not-found comes before already-reversed', () => {
  const { ledger, reversedId } = ledgerOfTroubles()
  const ofAnother = { type: 'ReverseEntry', accountId: SAVINGS, entryId: reversedId }
  expect(ledger.judge(ofAnother)).toHaveProperty('code', 'entry-not-found')
})

test('[D20] already-reversed comes before amount-too-large', () => {
  const { ledger, reversedId } = ledgerOfTroubles()
  ledger.extraTurnover = MAX_MINOR - ledger.turnoverOf('EUR')
  const again = { type: 'ReverseEntry', accountId: CHECKING, entryId: reversedId }
  expect(ledger.judge(again)).toHaveProperty('code', 'already-reversed')
})

test('[D20] the right revision lets a command through', () => {
  const { ledger } = ledgerOfTroubles()
  const revision = ledger.events.filter((event) => event.streamId === `account-${SAVINGS}`).length
  expect(ledger.judge({ type: 'Deposit', accountId: SAVINGS, amount: 1 }, revision)).toHaveProperty('events')
  expect(ledger.judge({ type: 'OpenAccount', accountId: NOBODY, name: 'New', currency: 'EUR' }, 0)).toHaveProperty(
    'events',
  )
})

test('[D20] the order that the cases follow is the order of the codes', () => {
  const order: readonly string[] = REJECTION_CODES
  const place = (code: string) => order.indexOf(code === 'wrong-expected-revision' ? 'account-exists' : code)
  const places = CASES.map(({ gives }) => place(gives))
  expect(places).toEqual([...places].sort((a, b) => a - b))
})
