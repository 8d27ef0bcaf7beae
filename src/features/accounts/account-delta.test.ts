import { expect, test } from 'vitest'
import { accountDelta } from './account-delta'

const base = { isNow: true, opened: true, balance: 243_107, balanceNow: 243_107, balanceBefore: 148_473 }

test('at now it says how far the balance moved in the last days', () => {
  expect(accountDelta(base)).toEqual({ kind: 'moved', amount: 94_634, days: 31 })
})

test('at now a balance that did not move says so', () => {
  expect(accountDelta({ ...base, balanceBefore: 243_107 })).toEqual({ kind: 'unmoved', amount: 0, days: 31 })
})

test('rewound it compares with now, in both directions and when equal', () => {
  const past = { ...base, isNow: false }
  expect(accountDelta({ ...past, balance: 131_842 })).toEqual({ kind: 'less-than-now', amount: 111_265 })
  expect(accountDelta({ ...past, balance: 243_108 })).toEqual({ kind: 'more-than-now', amount: 1 })
  expect(accountDelta(past)).toEqual({ kind: 'same-as-now', amount: 0 })
})

test('before its opening an account has no distance to anything', () => {
  expect(accountDelta({ ...base, isNow: false, opened: false })).toEqual({ kind: 'not-opened' })
})
