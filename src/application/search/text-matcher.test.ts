import { expect, test } from 'vitest'
import { textMatcher } from './text-matcher'

const row = ['Bäckerei Brandt', 'Brötchen', 'Groceries', '−1,208.40', '23 Nov 2026', '2026-11-23', undefined]

test.each(['backerei', 'BRÖTCHEN', '1,208.40', '-1,208', 'nov 2026', '2026-11-23', 'brandt groceries'])(
  'the row is found by %s',
  (query) => {
    expect(textMatcher(query)?.(row)).toBe(true)
  },
)

test.each(['bakery', '1208', 'brandt utilities'])('the row is not found by %s', (query) => {
  expect(textMatcher(query)?.(row)).toBe(false)
})

test('a query of nothing filters nothing', () => {
  expect(textMatcher('')).toBeUndefined()
  expect(textMatcher('  ')).toBeUndefined()
})
