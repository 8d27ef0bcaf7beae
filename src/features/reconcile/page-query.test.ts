import { expect, test } from 'vitest'
import { queryOf, statementsOf } from './page-query'

test('balances stand in the address and come back from it', () => {
  const statements = [
    { date: '2024-03-31', balance: -1500 },
    { date: '2024-01-31', balance: 120_000 },
    { date: '2024-02-29', balance: 0 },
  ]
  expect(queryOf('a', statements)).toEqual({
    account: 'a',
    date: '2024-03-31',
    balance: '-1500',
    also: '2024-01-31:120000,2024-02-29:0',
  })
  expect(statementsOf(queryOf('a', statements))).toEqual(statements)
  expect(statementsOf(queryOf('a', []))).toEqual([])
})

test('what an address says wrongly is left out', () => {
  expect(statementsOf({ date: '2024-02-31', balance: '5' })).toEqual([])
  expect(statementsOf({ date: '2024-02-29', balance: '5.5' })).toEqual([])
  expect(statementsOf({ date: '2024-02-29', balance: '90071992547409930' })).toEqual([])
  expect(statementsOf({ also: '2024-02-29:5,x:1,2024-03-01' })).toEqual([{ date: '2024-02-29', balance: 5 }])
})
