import { expect, test } from 'vitest'
import { type FieldName, fieldOfError } from './field-errors'

const entryFields: readonly FieldName[] = ['amount', 'date', 'payee', 'memo', 'category']
const transferFields: readonly FieldName[] = ['from', 'to', 'amount', 'toAmount', 'date', 'memo', 'category']
const error = (code: string, facts: Record<string, unknown> = {}) => ({ code, message: '', facts })

test.each([
  ['insufficient-funds', 'amount'],
  ['amount-too-large', 'amount'],
  ['same-account', 'to'],
  ['currency-mismatch', 'toAmount'],
])('%s stands beside %s', (code, field) => {
  expect(fieldOfError(error(code), transferFields)).toBe(field)
})

test('an invalid command goes to the field it names, also by a path', () => {
  expect(fieldOfError(error('invalid-command', { field: 'effectiveOn' }), entryFields)).toBe('date')
  expect(fieldOfError(error('invalid-command', { path: 'command.amount' }), entryFields)).toBe('amount')
})

test('an account error goes to the field that holds the account', () => {
  const accounts = { from: 'a', to: 'b' }
  expect(fieldOfError(error('account-closed', { accountId: 'b' }), transferFields, accounts)).toBe('to')
  expect(fieldOfError(error('account-closed', { accountId: 'a' }), transferFields, accounts)).toBe('from')
  expect(fieldOfError(error('account-closed', { accountId: 'c' }), transferFields, accounts)).toBe('form')
})

test('what no field of the form can mend stands above the buttons', () => {
  expect(fieldOfError(error('viewing-the-past'), entryFields)).toBe('form')
  expect(fieldOfError(error('quota-exceeded'), entryFields)).toBe('form')
  expect(fieldOfError(error('currency-mismatch'), entryFields)).toBe('form')
  expect(fieldOfError(error('invalid-command', { field: 'unheard-of' }), entryFields)).toBe('form')
})
