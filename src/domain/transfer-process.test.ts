import { expect, test } from 'vitest'
import { CHECKING, DOLLARS, deposited, given, opened, SAVINGS, uuid } from './deciders/decider-specification'
import { accountStream, transferStream } from './stream-id'
import type { TransferState } from './stream-state'
import { amountToCome, nextTransferStep } from './transfer-process'

const TRANSFER = uuid(50)
const sent: TransferState = {
  kind: 'transfer',
  transferId: TRANSFER,
  fromAccountId: CHECKING,
  toAccountId: DOLLARS,
  amount: 200,
  toAmount: 230,
  effectiveOn: '2026-05-01',
  sent: true,
  received: false,
  returned: false,
  ended: null,
  commandId: null,
}
const dollars = given(opened(DOLLARS, { currency: 'USD', name: 'Dollars' })).ledger.account(DOLLARS)

const returned = (reason: string) => [
  {
    streamId: accountStream(CHECKING),
    type: 'TransferReturned',
    data: { amount: 200, effectiveOn: '2026-05-01', transferId: TRANSFER, reason },
  },
]
const failed = (reason: string) => [{ streamId: transferStream(TRANSFER), type: 'TransferFailed', data: { reason } }]

test.each([[{}], [{ memo: 'rent' }], [{ category: 'Home' }], [{ memo: '', category: 'Home' }]])(
  '[D34] what is received has the words of what was sent: %j',
  (words) => {
    const data = { amount: 230, effectiveOn: '2026-05-01', transferId: TRANSFER, fromAccountId: CHECKING, ...words }
    expect(nextTransferStep({ ...sent, ...words }, dollars)).toStrictEqual([
      { streamId: accountStream(DOLLARS), type: 'TransferReceived', data },
    ])
  },
)

test('[D34] money goes back with the reason: called back, no receiver, a closed one', () => {
  expect(nextTransferStep(sent, dollars, 'return')).toEqual(returned('The transfer was called back.'))
  expect(nextTransferStep(sent, undefined)).toEqual(returned('The receiving account does not exist.'))
  expect(nextTransferStep(sent, { ...dollars!, status: 'closed' })).toEqual(
    returned('The receiving account “Dollars” is closed.'),
  )
})

test('[D34] a transfer whose money went back, or never left, fails with the reason', () => {
  expect(nextTransferStep({ ...sent, returned: true, returnReason: 'closed' }, dollars)).toEqual(failed('closed'))
  expect(nextTransferStep({ ...sent, returned: true }, dollars)).toEqual(failed('The money was returned.'))
  expect(nextTransferStep({ ...sent, sent: false }, dollars)).toEqual(failed('The money was never sent.'))
})

test('[D34] what was received completes, and what has ended is done', () => {
  const completed = [{ streamId: transferStream(TRANSFER), type: 'TransferCompleted', data: {} }]
  expect(nextTransferStep({ ...sent, received: true }, dollars, 'return')).toEqual(completed)
  for (const ended of ['completed', 'failed'] as const)
    expect(nextTransferStep({ ...sent, ended }, dollars)).toBe('done')
})

test('[D32] money in transit needs room where it may arrive: with the sender or with the receiver', () => {
  const currencyOf = (id: string) => (id === CHECKING ? 'EUR' : id === DOLLARS ? 'USD' : undefined)
  const toCome = (transfer: TransferState) =>
    ['EUR', 'USD', 'CHF'].map((each) => amountToCome(transfer, each, currencyOf))
  expect(toCome(sent)).toEqual([200, 230, 0])
  const nothing = [0, 0, 0]
  expect(toCome({ ...sent, sent: false })).toEqual(nothing)
  expect(toCome({ ...sent, received: true })).toEqual(nothing)
  expect(toCome({ ...sent, returned: true })).toEqual(nothing)
  // Within a currency either way is as long as the other, and only one is taken.
  const within = { ...sent, toAccountId: SAVINGS, toAmount: 200 }
  expect(amountToCome(within, 'EUR', () => 'EUR')).toBe(200)
})

test('[D34] a ledger takes the steps to the end', () => {
  const { ledger } = given(opened(CHECKING), opened(DOLLARS, { currency: 'USD' }), deposited(CHECKING, 500))
  const transfer = { type: 'Transfer', transferId: TRANSFER, fromAccountId: CHECKING, toAccountId: DOLLARS } as const
  ledger.dispatch({ ...transfer, amount: 200, toAmount: 230, category: 'Home' })
  expect(ledger.transfer(TRANSFER)).toMatchObject({ category: 'Home' })
  for (const _ of [1, 2]) ledger.step(TRANSFER)
  expect(ledger.step(TRANSFER)).toBe('done')
  expect([ledger.balance(CHECKING), ledger.balance(DOLLARS)]).toEqual([300, 230])
})
