import { describe, expect, test } from 'vitest'
import { decide } from '../decide'
import { asLedgerEvent } from '../events'
import { MAX_MINOR } from '../money'
import { accountStream } from '../stream-id'
import {
  CHECKING,
  closed,
  deposited,
  given,
  LEDGER_ID,
  NOBODY,
  opened,
  SAVINGS,
  TODAY,
  uuid,
  withdrawn,
} from './decider-specification'

const streamId = accountStream(CHECKING)
const words = { payee: ' Bakery ', memo: '', category: 'Food', externalId: 'b-1' }

describe('deposits and withdrawals', () => {
  test('[D26] given an account, when money comes in or goes out, then the texts are kept as they are', () => {
    const { when } = given(opened(CHECKING), deposited(CHECKING, 500))
    expect(when({ type: 'Deposit', accountId: CHECKING, amount: 7, ...words })).toEqual({
      events: [{ streamId, type: 'Deposited', data: { amount: 7, effectiveOn: TODAY, ...words } }],
    })
    expect(when({ type: 'Withdraw', accountId: CHECKING, amount: 7, effectiveOn: '0001-01-01' })).toEqual({
      events: [{ streamId, type: 'Withdrawn', data: { amount: 7, effectiveOn: '0001-01-01' } }],
    })
  })

  test('[D26] given an overdraft, when it is used up, then the next cent is refused', () => {
    const { when } = given(opened(CHECKING, { overdraftLimit: 1000, name: 'Checking' }), deposited(CHECKING, 250))
    expect(when({ type: 'Withdraw', accountId: CHECKING, amount: 1250 })).toHaveProperty('events')
    expect(when({ type: 'Withdraw', accountId: CHECKING, amount: 1251 })).toMatchObject({
      code: 'insufficient-funds',
      message: expect.stringContaining(
        '“Checking” has 12.50 EUR available (balance 2.50 EUR, overdraft limit 10.00 EUR)',
      ),
      facts: { available: 1250, balance: 250, limit: 1000, amount: 1251, currency: 'EUR' },
    })
  })

  test('[D26] given a limit that was lowered below the debt, then nothing is available', () => {
    const { when } = given(opened(CHECKING, { overdraftLimit: 1000 }), withdrawn(CHECKING, 900), {
      streamId,
      type: 'OverdraftLimitChanged',
      data: { overdraftLimit: 0 },
    })
    const outcome = when({ type: 'Withdraw', accountId: CHECKING, amount: 1 })
    expect(outcome).toMatchObject({ code: 'insufficient-funds', facts: { available: -900 } })
  })

  test('[D26] given no limit, then any amount may go out', () => {
    const { when } = given(opened(CHECKING, { overdraftLimit: null }))
    expect(when({ type: 'Withdraw', accountId: CHECKING, amount: MAX_MINOR })).toHaveProperty('events')
  })

  test('[D26] given the largest of limits, then funds are judged without rounding', () => {
    const { when } = given(opened(CHECKING, { overdraftLimit: MAX_MINOR }), deposited(CHECKING, 1))
    expect(when({ type: 'Withdraw', accountId: CHECKING, amount: MAX_MINOR - 1 })).toHaveProperty('events')
  })

  test('[D26] given money dated in the future, then it can be spent; given a future debt, then it counts', () => {
    const { when, ledger } = given(opened(CHECKING), deposited(CHECKING, 500, '2099-01-01'))
    expect(when({ type: 'Withdraw', accountId: CHECKING, amount: 500 })).toHaveProperty('events')
    ledger.record(withdrawn(CHECKING, 400, '2099-01-02'))
    expect(when({ type: 'Withdraw', accountId: CHECKING, amount: 101 })).toHaveProperty('code', 'insufficient-funds')
  })

  test('[D32] given amounts near the largest exact sum, when one passes it, then it is too large', () => {
    const { when, ledger } = given(opened(CHECKING), deposited(CHECKING, MAX_MINOR - 10))
    expect(when({ type: 'Deposit', accountId: CHECKING, amount: 10 })).toHaveProperty('events')
    expect(when({ type: 'Deposit', accountId: CHECKING, amount: 11 })).toMatchObject({
      code: 'amount-too-large',
      facts: { amount: 11, currency: 'EUR', balance: MAX_MINOR - 10 },
    })
    ledger.record(withdrawn(CHECKING, 10))
    // The balance would have room again; the sum of all amounts has not.
    expect(when({ type: 'Deposit', accountId: CHECKING, amount: 1 })).toHaveProperty('code', 'amount-too-large')
    expect(when({ type: 'Withdraw', accountId: CHECKING, amount: 1 })).toHaveProperty('code', 'amount-too-large')
  })
})

describe('reversals', () => {
  const history = [opened(CHECKING), opened(SAVINGS), deposited(CHECKING, 500), withdrawn(CHECKING, 200)]

  test('[D27] given entries, when they are reversed, then in full and with what they were', () => {
    const { when, ledger } = given(...history)
    const [deposit, withdrawal] = [uuid(1002), uuid(1003)]
    expect(when({ type: 'ReverseEntry', accountId: CHECKING, entryId: deposit, reason: 'twice' })).toEqual({
      events: [
        {
          streamId,
          type: 'EntryReversed',
          data: { entryId: deposit, amount: 500, effectiveOn: TODAY, reason: 'twice' },
          metadata: { reverses: 'Deposited', reversedPosition: 3 },
        },
      ],
    })
    ledger.dispatch({ type: 'ReverseEntry', accountId: CHECKING, entryId: withdrawal, effectiveOn: '2026-02-01' })
    expect(ledger.balance(CHECKING)).toBe(500)
    // The money is gone by now: a reversal ignores the limit.
    ledger.record(withdrawn(CHECKING, 500))
    ledger.dispatch({ type: 'ReverseEntry', accountId: CHECKING, entryId: deposit })
    expect(ledger.balance(CHECKING)).toBe(-500)
  })

  test('[D27] given a closed account, then its entries can still be reversed', () => {
    const { when } = given(opened(CHECKING), deposited(CHECKING, 5), withdrawn(CHECKING, 5), closed(CHECKING))
    expect(when({ type: 'ReverseEntry', accountId: CHECKING, entryId: uuid(1001) })).toHaveProperty('events')
  })

  test('[D27] given a reversed entry, when it is reversed again, then it has been already', () => {
    const { when, ledger } = given(...history)
    ledger.dispatch({ type: 'ReverseEntry', accountId: CHECKING, entryId: uuid(1002) })
    expect(when({ type: 'ReverseEntry', accountId: CHECKING, entryId: uuid(1002) })).toMatchObject({
      code: 'already-reversed',
      facts: { entryId: uuid(1002), position: 3 },
    })
    expect(when({ type: 'ReverseEntry', accountId: CHECKING, entryId: uuid(1003) })).toHaveProperty('events')
  })

  test('[D28] what cannot be reversed is not found, each with its own advice', () => {
    const { when, ledger } = given(...history)
    const refused = (accountId: string, entryId: string) => when({ type: 'ReverseEntry', accountId, entryId })
    const notFound = (advice: string) => ({ code: 'entry-not-found', message: expect.stringContaining(advice) })
    expect(refused(CHECKING, NOBODY)).toMatchObject(notFound('has no entry'))
    expect(refused(SAVINGS, uuid(1002))).toMatchObject(notFound('has no entry'))
    expect(refused(CHECKING, uuid(1000))).toMatchObject(notFound('moved no money'))
    ledger.dispatch({ type: 'Transfer', fromAccountId: CHECKING, toAccountId: SAVINGS, amount: 100 })
    expect(refused(CHECKING, ledger.lastId())).toMatchObject(notFound('Send the money back instead'))
    ledger.dispatch({ type: 'ReverseEntry', accountId: CHECKING, entryId: uuid(1003) })
    expect(refused(CHECKING, ledger.lastId())).toMatchObject(notFound('itself a reversal'))
  })

  test('[D32] given no room for another amount, then even a reversal is too large', () => {
    const { when, ledger } = given(...history)
    ledger.extraTurnover = MAX_MINOR - 700 - 499
    expect(when({ type: 'ReverseEntry', accountId: CHECKING, entryId: uuid(1002) })).toHaveProperty(
      'code',
      'amount-too-large',
    )
    ledger.extraTurnover--
    expect(when({ type: 'ReverseEntry', accountId: CHECKING, entryId: uuid(1002) })).toHaveProperty('events')
  })
})

test('[D1] given nobody knows the sum of all amounts, then the balance alone keeps every figure exact', () => {
  const { when, ledger } = given(
    opened(CHECKING, { overdraftLimit: null }),
    deposited(CHECKING, 11),
    withdrawn(CHECKING, 11),
    deposited(CHECKING, MAX_MINOR - 10),
  )
  ledger.tellsTurnover = false
  expect(when({ type: 'Deposit', accountId: CHECKING, amount: 11 })).toHaveProperty('code', 'amount-too-large')
  expect(when({ type: 'Withdraw', accountId: CHECKING, amount: MAX_MINOR })).toHaveProperty('events')
  // Undoing what came in makes the balance smaller; undoing what went out makes it larger.
  expect(when({ type: 'ReverseEntry', accountId: CHECKING, entryId: uuid(1001) })).toHaveProperty('events')
  expect(when({ type: 'ReverseEntry', accountId: CHECKING, entryId: uuid(1002) })).toHaveProperty(
    'code',
    'amount-too-large',
  )
})

describe('annotations', () => {
  test('[D29] given any entry of the account, closed or not, then its words can be corrected', () => {
    const { when, ledger } = given(opened(CHECKING), opened(SAVINGS), deposited(CHECKING, 500))
    ledger.dispatch({ type: 'Transfer', fromAccountId: CHECKING, toAccountId: SAVINGS, amount: 500 })
    ledger.record(closed(CHECKING))
    const sent = ledger.events.find((event) => event.type === 'TransferSent')?.eventId
    for (const entryId of [uuid(1002), sent]) {
      expect(
        when({ type: 'AnnotateEntry', accountId: CHECKING, entryId, position: 99, payee: '', memo: 'rent' }),
      ).toEqual({
        events: [{ streamId, type: 'EntryAnnotated', data: { entryId, payee: '', memo: 'rent' } }],
      })
    }
  })

  test('[D29] given money that was received, or came back, then its words can be corrected too', () => {
    const { when, ledger } = given(opened(CHECKING), opened(SAVINGS), deposited(CHECKING, 500))
    for (const [accountId, ending] of [
      [SAVINGS, 'complete'],
      [CHECKING, 'return'],
    ] as const) {
      const transferId = uuid(ending === 'return' ? 60 : 61)
      ledger.dispatch({ type: 'Transfer', transferId, fromAccountId: CHECKING, toAccountId: SAVINGS, amount: 100 })
      ledger.step(transferId, ending)
      expect(when({ type: 'AnnotateEntry', accountId, entryId: ledger.lastId(), memo: 'x' })).toHaveProperty('events')
    }
  })

  test('[D28] given an entry, when it is looked for in a wrong place, then it is not found', () => {
    const { ledger } = given(opened(CHECKING), deposited(CHECKING, 500), deposited(CHECKING, 7))
    const entryId = uuid(1001)
    const decided = (entryPosition: number | undefined) =>
      decide(
        { type: 'AnnotateEntry', accountId: CHECKING, entryId, memo: 'x' },
        {
          ledgerId: LEDGER_ID,
          account: (id) => ledger.account(id),
          transfer: () => undefined,
          expectRevision: () => {},
          entryPosition,
          event: (position) => {
            // Asked only for the place that was given.
            expect(position).toBe(entryPosition ?? 'a place that was given')
            const event = ledger.events[position - 1]
            return event && asLedgerEvent(event)
          },
        },
      )
    expect(decided(2)).toHaveProperty('events')
    for (const wrong of [1, 3, 4, undefined]) expect(decided(wrong)).toHaveProperty('rejection.code', 'entry-not-found')
  })

  test('[D28] given an event that is no entry, or one of another account, then there is nothing to correct', () => {
    const { when } = given(opened(CHECKING), opened(SAVINGS), deposited(CHECKING, 500))
    for (const [accountId, entryId] of [
      [CHECKING, uuid(1000)],
      [SAVINGS, uuid(1002)],
      [CHECKING, NOBODY],
    ]) {
      expect(when({ type: 'AnnotateEntry', accountId, entryId, memo: 'x' })).toHaveProperty('code', 'entry-not-found')
    }
  })
})
