import { describe, expect, test } from 'vitest'
import { MAX_MINOR } from '../money'
import { accountStream, transferStream } from '../stream-id'
import {
  CHECKING,
  closed,
  DOLLARS,
  deposited,
  given,
  NOBODY,
  opened,
  SAVINGS,
  TODAY,
  uuid,
  withdrawn,
} from './decider-specification'

const TRANSFER = uuid(50)
const transfer = { type: 'Transfer', transferId: TRANSFER, fromAccountId: CHECKING, toAccountId: SAVINGS, amount: 200 }
const history = [
  opened(CHECKING, { name: 'Checking' }),
  opened(SAVINGS, { name: 'Savings' }),
  opened(DOLLARS, { name: 'Dollars', currency: 'USD' }),
  deposited(CHECKING, 500),
]

describe('beginning', () => {
  test('[D30] given funds, when money is sent, then the transfer begins and the money leaves in one step', () => {
    const words = { memo: ' rent ', category: 'Home' }
    expect(given(...history).when({ ...transfer, ...words })).toEqual({
      events: [
        {
          streamId: transferStream(TRANSFER),
          type: 'TransferInitiated',
          data: {
            fromAccountId: CHECKING,
            toAccountId: SAVINGS,
            amount: 200,
            toAmount: 200,
            effectiveOn: TODAY,
            ...words,
          },
        },
        {
          streamId: accountStream(CHECKING),
          type: 'TransferSent',
          data: { transferId: TRANSFER, toAccountId: SAVINGS, amount: 200, effectiveOn: TODAY, ...words },
        },
      ],
    })
  })

  test('[D26] given too little, then nothing begins', () => {
    expect(given(...history).when({ ...transfer, amount: 501 })).toMatchObject({
      code: 'insufficient-funds',
      message: expect.stringContaining('“Checking” has 5.00 EUR available'),
      facts: { accountId: CHECKING, available: 500, amount: 501 },
    })
  })

  test('[D30] given one account, or one that is unknown or closed, then it is refused beforehand', () => {
    const { when, ledger } = given(...history)
    expect(when({ ...transfer, toAccountId: CHECKING })).toHaveProperty('code', 'same-account')
    for (const unknown of [{ toAccountId: NOBODY }, { fromAccountId: NOBODY }]) {
      expect(when({ ...transfer, ...unknown })).toMatchObject({
        code: 'account-not-found',
        facts: { accountId: NOBODY },
      })
    }
    ledger.record(closed(SAVINGS))
    expect(when(transfer)).toMatchObject({ code: 'account-closed', facts: { accountId: SAVINGS } })
    expect(when({ ...transfer, fromAccountId: SAVINGS, toAccountId: CHECKING })).toMatchObject({
      code: 'account-closed',
      facts: { accountId: SAVINGS },
    })
  })

  test('[D33] given a transfer, when its id is used again, then the command is invalid', () => {
    const { when, ledger } = given(...history)
    ledger.record(...eventsOf(when(transfer)))
    expect(when({ ...transfer, amount: 1 })).toMatchObject({
      code: 'invalid-command',
      message: expect.stringContaining('used before'),
      facts: { field: 'transferId', transferId: TRANSFER },
    })
  })

  test('[D31] within a currency as much arrives as was sent', () => {
    const { when } = given(...history)
    expect(when({ ...transfer, toAmount: 200 })).toHaveProperty('events')
    expect(when({ ...transfer, toAmount: 199 })).toMatchObject({
      code: 'currency-mismatch',
      facts: { amount: 200, toAmount: 199, fromCurrency: 'EUR', toCurrency: 'EUR' },
    })
  })

  test('[D31] between two currencies toAmount says how much arrives', () => {
    const { when } = given(...history)
    expect(when({ ...transfer, toAccountId: DOLLARS })).toMatchObject({
      code: 'currency-mismatch',
      message: expect.stringContaining('“Checking” (EUR) to “Dollars” (USD)'),
      facts: { toAmount: null },
    })
    const [initiated] = eventsOf(when({ ...transfer, toAccountId: DOLLARS, toAmount: 217 }))
    expect(initiated?.data).toMatchObject({ amount: 200, toAmount: 217 })
  })

  test('[D31] one currency counted in different decimals cannot be transferred without loss', () => {
    const coins = (accountId: string, exponent: number) => opened(accountId, { currency: 'COIN', exponent })
    const { when } = given(coins(CHECKING, 2), coins(SAVINGS, 3), deposited(CHECKING, 500))
    expect(when(transfer)).toHaveProperty('code', 'currency-mismatch')
    expect(when({ ...transfer, toAmount: 2000 })).toHaveProperty('code', 'currency-mismatch')
  })

  test('[D32] a transfer needs room for its second entry too', () => {
    const { when, ledger } = given(...history)
    ledger.extraTurnover = MAX_MINOR - 500 - 399
    expect(when(transfer)).toMatchObject({ code: 'amount-too-large', facts: { currency: 'EUR', amount: 200 } })
    ledger.extraTurnover--
    expect(when(transfer)).toHaveProperty('events')
  })

  test('[D32] where nobody knows the sum of all amounts, what is sent makes the balance smaller, not larger', () => {
    const [rich, poor] = [deposited(CHECKING, MAX_MINOR - 10), withdrawn(CHECKING, MAX_MINOR - 10)].map((entry) => {
      const { ledger, when } = given(opened(CHECKING, { overdraftLimit: null }), opened(SAVINGS), entry)
      ledger.tellsTurnover = false
      return when(transfer)
    })
    expect(rich).toHaveProperty('events')
    expect(poor).toHaveProperty('code', 'amount-too-large')
  })

  test('[D32] between currencies the receiver needs room as well', () => {
    const { when } = given(...history, deposited(DOLLARS, MAX_MINOR - 10))
    expect(when({ ...transfer, toAccountId: DOLLARS, toAmount: 10 })).toHaveProperty('events')
    expect(when({ ...transfer, toAccountId: DOLLARS, toAmount: 11 })).toMatchObject({
      code: 'amount-too-large',
      facts: { accountId: DOLLARS, currency: 'USD', amount: 11 },
    })
  })
})

describe('the process', () => {
  function begun() {
    const { ledger } = given(...history)
    ledger.record(
      ...eventsOf(
        ledger.judge({ ...transfer, toAccountId: DOLLARS, toAmount: 217, memo: 'rent', effectiveOn: '2026-05-01' }),
      ),
    )
    return ledger
  }

  test('[D34] given sent money and an open receiver, then it is received and the transfer completes', () => {
    const ledger = begun()
    expect(ledger.step(TRANSFER)).toEqual([
      {
        streamId: accountStream(DOLLARS),
        type: 'TransferReceived',
        data: { transferId: TRANSFER, fromAccountId: CHECKING, amount: 217, effectiveOn: '2026-05-01', memo: 'rent' },
      },
    ])
    expect(ledger.step(TRANSFER, 'return')).toEqual([
      { streamId: transferStream(TRANSFER), type: 'TransferCompleted', data: {} },
    ])
    expect(ledger.step(TRANSFER)).toBe('done')
    expect([ledger.balance(CHECKING), ledger.balance(DOLLARS)]).toEqual([300, 217])
    expect(ledger.transfer(TRANSFER)?.ended).toBe('completed')
  })

  test('[D34] given a receiver that closed in between, then the money returns, to a closed sender too', () => {
    const ledger = begun()
    ledger.record(closed(DOLLARS), closed(CHECKING))
    const reason = 'The receiving account “Dollars” is closed.'
    expect(ledger.step(TRANSFER)).toEqual([
      {
        streamId: accountStream(CHECKING),
        type: 'TransferReturned',
        data: { transferId: TRANSFER, amount: 200, effectiveOn: '2026-05-01', reason },
      },
    ])
    expect(ledger.step(TRANSFER)).toEqual([
      { streamId: transferStream(TRANSFER), type: 'TransferFailed', data: { reason } },
    ])
    expect(ledger.step(TRANSFER)).toBe('done')
    expect([ledger.balance(CHECKING), ledger.balance(DOLLARS)]).toEqual([500, 0])
  })

  test('[D34] given a person who wants the money back, then it returns', () => {
    const ledger = begun()
    expect(ledger.step(TRANSFER, 'return')).toMatchObject([{ type: 'TransferReturned' }])
    expect(ledger.step(TRANSFER, 'complete')).toMatchObject([{ type: 'TransferFailed' }])
    expect(ledger.balance(CHECKING)).toBe(500)
  })

  test('[D34] given a log that was cut before the sending, then the transfer fails and no money moves', () => {
    const { ledger } = given(...history)
    ledger.record(...eventsOf(ledger.judge(transfer)).slice(0, 1))
    expect(ledger.step(TRANSFER)).toMatchObject([
      { type: 'TransferFailed', data: { reason: expect.stringContaining('never sent') } },
    ])
    expect(ledger.step(TRANSFER)).toBe('done')
    expect(ledger.balance(CHECKING)).toBe(500)
  })
})

function eventsOf(outcome: ReturnType<ReturnType<typeof given>['when']>) {
  if ('code' in outcome) throw new Error(outcome.message)
  return outcome.events
}
