import { expect, test } from 'vitest'
import { CATEGORY_OF, type EventType, type LedgerEvent } from '../../domain/events'
import { commandOfEvent } from './command-of-event'
import { eventWords } from './event-words'

const context = {
  accountName: (id: string) => (id === 'a' ? 'Everyday' : 'Savings'),
  money: (minor: number) => (minor / 100).toFixed(2),
  signedMoney: (minor: number) => (minor > 0 ? '+' : '') + (minor / 100).toFixed(2),
  effect: -5000,
}
const event = (type: EventType, data: Record<string, unknown>): LedgerEvent =>
  ({ type, data, streamId: `${CATEGORY_OF[type]}-a` }) as unknown as LedgerEvent

test.each<[EventType, Record<string, unknown>, string]>([
  ['LedgerRenamed', { name: 'Household' }, 'Ledger named “Household”'],
  ['AccountOpened', { name: 'Everyday', currency: 'EUR' }, 'Account “Everyday” opened in EUR'],
  ['OverdraftLimitChanged', { overdraftLimit: 50_000 }, 'Overdraft limit of Everyday set to 500.00'],
  ['OverdraftLimitChanged', { overdraftLimit: null }, 'Overdraft limit of Everyday lifted'],
  ['Withdrawn', { amount: 5000 }, 'Withdrawn -50.00 from Everyday'],
  ['TransferSent', { toAccountId: 'b' }, 'Sent -50.00 from Everyday to Savings'],
  ['TransferReceived', { fromAccountId: 'b' }, 'Received -50.00 on Everyday from Savings'],
  ['EntryReversed', { amount: 5000 }, 'Reversal -50.00 on Everyday'],
  ['BalanceAsserted', { balance: 100 }, 'Bank balance of Everyday recorded: 1.00'],
  [
    'TransferInitiated',
    { fromAccountId: 'a', toAccountId: 'b', amount: 2000 },
    'Transfer of 20.00 from Everyday to Savings begun',
  ],
  ['TransferFailed', { reason: 'Savings is closed' }, 'Transfer failed: Savings is closed'],
])('%s is said in a sentence', (type, data, words) => {
  expect(eventWords(event(type, data), context)).toBe(words)
})

test('every kind of event has words and a command', () => {
  for (const type of Object.keys(CATEGORY_OF) as EventType[]) {
    expect(eventWords(event(type, { name: 'x', reason: 'x', currency: 'EUR' }), context)).not.toMatch(/undefined/)
    expect(commandOfEvent(type)).toMatch(/^[A-Z]/)
  }
})
