import { expect, test } from 'vitest'
import { pastWords } from './past-words'

const entries = [
  { payee: 'Baker', category: 'Food' },
  { payee: 'Landlord', category: 'Housing' },
  { payee: 'Baker', category: 'Treats' },
  { memo: 'nobody' },
  { payee: '', category: 'Housing' },
  { payee: 'Cinema' },
]

test('what is used most comes first, of equals the latest', () => {
  const { payees, categories } = pastWords(entries)
  expect(payees).toEqual(['Baker', 'Landlord', 'Cinema'])
  expect(categories).toEqual(['Housing', 'Food', 'Treats'])
})

test('a payee brings the category it had last', () => {
  const { categoryOf } = pastWords(entries)
  expect(categoryOf('Baker')).toBe('Food')
  expect(categoryOf('Cinema')).toBeUndefined()
  expect(categoryOf('Somebody else')).toBeUndefined()
})
