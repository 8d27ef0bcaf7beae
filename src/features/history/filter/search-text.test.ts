import { expect, test } from 'vitest'
import { rowMatcher, searchText } from './search-text'

const row = ['Bäckerei Brandt', 'Brötchen', 'Groceries', '−1,208.40', '23 Nov 2026', '2026-11-23'].map(searchText)

test.each(['backerei', 'BRÖTCHEN', '1,208.40', '-1,208', 'nov 2026', '2026-11-23', 'brandt groceries'])(
  'the row is found by %s',
  (query) => {
    expect(rowMatcher(query)?.(row)).toBe(true)
  },
)

test.each(['bakery', '1208', 'brandt utilities'])('the row is not found by %s', (query) => {
  expect(rowMatcher(query)?.(row)).toBe(false)
})

test('a query of nothing filters nothing', () => {
  expect(rowMatcher('')).toBeUndefined()
  expect(rowMatcher('  ')).toBeUndefined()
})
