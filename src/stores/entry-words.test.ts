import { expect, test } from 'vitest'
import type { EventData, EventType, LedgerEvent } from '../domain/events'
import { wordsOfEntry } from './entry-words'

function event<Type extends EventType>(type: Type, data: EventData[Type]): LedgerEvent {
  return {
    globalPosition: 1,
    streamId: 'account-1',
    streamRevision: 1,
    eventId: '1',
    type,
    schemaVersion: 1,
    recordedAt: '2026-01-01T00:00:00.000Z',
    data,
    metadata: {},
  } as unknown as LedgerEvent
}
const money = { amount: 100, effectiveOn: '2026-01-01' }
const withdrawn = event('Withdrawn', { ...money, payee: 'Bakery', memo: 'Rolls' })

test('an entry says its own words', () => {
  expect(wordsOfEntry({ entry: withdrawn, annotations: [] })).toEqual({ payee: 'Bakery', memo: 'Rolls', category: '' })
})

test('later corrections win, field by field, and an empty one clears', () => {
  const annotations = [
    event('EntryAnnotated', { entryId: '1', payee: 'Bäckerei', category: 'Food' }),
    event('EntryAnnotated', { entryId: '1', memo: '', category: 'Groceries' }),
  ]
  expect(wordsOfEntry({ entry: withdrawn, annotations })).toEqual({
    payee: 'Bäckerei',
    memo: '',
    category: 'Groceries',
  })
})

test('a reversal shows whom it concerns and its own reason', () => {
  const entry = event('EntryReversed', { ...money, entryId: '1', reason: 'Charged twice' })
  const reversed = wordsOfEntry({ entry: withdrawn, annotations: [] })
  expect(wordsOfEntry({ entry, annotations: [], reversed })).toEqual({
    payee: 'Bakery',
    memo: 'Charged twice',
    category: '',
  })
})

test('both sides of a transfer and its return name the other account', () => {
  const sent = event('TransferSent', { ...money, transferId: 't', toAccountId: 'b', memo: 'Monthly' })
  const received = event('TransferReceived', { ...money, transferId: 't', fromAccountId: 'a' })
  const returned = event('TransferReturned', { ...money, transferId: 't', reason: 'Savings is closed' })
  expect(wordsOfEntry({ entry: sent, annotations: [] })).toMatchObject({ counterpartId: 'b', memo: 'Monthly' })
  expect(wordsOfEntry({ entry: received, annotations: [] })).toMatchObject({ counterpartId: 'a' })
  expect(wordsOfEntry({ entry: returned, annotations: [], returnedFrom: 'b' })).toMatchObject({
    counterpartId: 'b',
    memo: 'Savings is closed',
  })
})
