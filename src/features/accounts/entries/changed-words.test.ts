import { expect, test } from 'vitest'
import { changedWords } from './changed-words'

const before = { payee: 'Bakery', memo: '', category: 'Food' }

test('only what differs is sent', () => {
  expect(changedWords(before, { ...before, payee: ' Bäckerei ' })).toEqual({ payee: 'Bäckerei' })
})

test('an emptied field clears the word', () => {
  expect(changedWords(before, { ...before, category: '' })).toEqual({ category: '' })
})

test('nothing changed is no correction, white space neither', () => {
  expect(changedWords(before, { ...before, memo: '  ' })).toBeUndefined()
})
