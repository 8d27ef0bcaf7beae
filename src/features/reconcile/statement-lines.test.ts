import { expect, test } from 'vitest'
import { readLines } from './statement-lines'

const english = { exponent: 2, currency: 'EUR', locale: 'en-GB', today: '2024-06-01' }
const german = { ...english, locale: 'de-DE' }

test('a line is a date and an amount, however they are parted', () => {
  const text = '2024-01-31\t1,200.00\n29 Feb 2024; €980.50\n\n 31 Mar 2024 -15 \n30/4/2024 | 1 200.00'
  expect(readLines(text, english)).toEqual({
    statements: [
      { date: '2024-01-31', balance: 120_000 },
      { date: '2024-02-29', balance: 98_050 },
      { date: '2024-03-31', balance: -1500 },
      { date: '2024-04-30', balance: 120_000 },
    ],
    unread: [],
  })
  expect(readLines('31.1.2024 1.200,00\n29. Februar 2024  980,5', german).statements).toEqual([
    { date: '2024-01-31', balance: 120_000 },
    { date: '2024-02-29', balance: 98_050 },
  ])
})

test('the year is of the date, not of the amount', () => {
  expect(readLines('12 Mar 2024 100', english).statements).toEqual([{ date: '2024-03-12', balance: 10_000 }])
})

test('of one date the last line counts, and what cannot be read is given back', () => {
  expect(readLines('2024-01-31 1\n2024-01-31 2\nDate Balance\n2024-02-31 5', english)).toEqual({
    statements: [{ date: '2024-01-31', balance: 200 }],
    unread: ['Date Balance', '2024-02-31 5'],
  })
})
