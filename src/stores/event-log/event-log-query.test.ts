import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type EventLogQuery,
  filterOfQuery,
  isFiltered,
  NO_FILTER,
  readEventLogQuery,
  writeEventLogQuery,
} from './event-log-query'

const PLAIN: EventLogQuery = { ...NO_FILTER, newestFirst: true, event: undefined }
const text = fc.constantFrom('', 'x', 'Food & drink', 'account-1', 'ä b')
const date = fc.constantFrom('', '2026-02-28', '2024-02-29')

test('what is written is read again, and nothing is written of what is as it is anyway', () => {
  const query = fc.record({
    types: fc.subarray(['Deposited', 'Withdrawn', 'TransferSent']),
    accountId: text,
    streamId: text,
    category: text,
    correlationId: text,
    text,
    from: date,
    to: date,
    dates: fc.constantFrom('recorded' as const, 'effective' as const),
    newestFirst: fc.boolean(),
    event: fc.option(fc.integer({ min: 1, max: 2_000_000 }), { nil: undefined }),
  })
  fc.assert(
    fc.property(query, (given) => {
      const dates = given.from === '' && given.to === '' ? 'recorded' : given.dates
      expect(readEventLogQuery(writeEventLogQuery(given))).toEqual({ ...given, dates })
    }),
  )
  expect(writeEventLogQuery(PLAIN)).toEqual({})
})

test.each([
  [{ from: '2026-13-01' }, PLAIN],
  [{ from: 'tomorrow', to: '1' }, PLAIN],
  [{ event: '0' }, PLAIN],
  [{ event: '1e3' }, PLAIN],
  [{ order: 'sideways', dates: 'x' }, PLAIN],
])('an address that says %j asks for nothing', (query, expected) => {
  expect(readEventLogQuery(query)).toEqual(expected)
  expect(isFiltered(readEventLogQuery(query))).toBe(false)
})

test('recorded days are whole days where the reader is, value dates whole days anywhere', () => {
  const asked = { ...PLAIN, from: '2024-02-28', to: '2024-02-29' }
  expect(filterOfQuery(asked)).toEqual({
    recorded: { from: new Date(2024, 1, 28).getTime(), to: new Date(2024, 2, 1).getTime() },
  })
  expect(filterOfQuery({ ...asked, to: '', dates: 'effective' })).toEqual({
    effective: { from: Date.UTC(2024, 1, 28) / 86_400_000, to: Number.POSITIVE_INFINITY },
  })
})
