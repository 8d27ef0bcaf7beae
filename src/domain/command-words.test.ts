/** What `checkCommand` says, word for word: a script is mended by what it reads here. */
import { describe, expect, test } from 'vitest'
import { checkCommand } from './check-command'

const ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b'
const deposit = { type: 'Deposit', accountId: ID, amount: 1250 }

const refused = (field: string | null, message: string) => ({ code: 'invalid-command', message, facts: { field } })

const X40 = 'x'.repeat(40)

test.each([
  [undefined, 'nothing'],
  [null, 'null'],
  [5, '5'],
  [-0.5, '-0.5'],
  [true, 'true'],
  [10n, '10'],
  [[1], 'a list'],
  [() => 0, 'a function'],
  [Symbol('x'), 'a symbol'],
  ['', '“”'],
  ['Deposit', '“Deposit”'],
  ['half \ud83d', '“half \ufffd”'],
  [X40, `“${X40}”`],
  [`${X40}y`, `“${X40}…”`],
  // The 40th unit is the first half of a character.
  [`${X40.slice(1)}\u{1f4b6}`, `“${X40.slice(1)}\ufffd…”`],
])('[D11] of %s a message says as much as it needs', (given, shown) => {
  expect(checkCommand(given)).toEqual(refused(null, `A command is an object with a type, not ${shown}.`))
})

describe('fields', () => {
  test.each([
    [{ ...deposit, memo: {} }, 'memo', 'a text of at most 4000 characters, without half characters, not an object'],
    [
      { ...deposit, amount: 0 },
      'amount',
      'a whole number of minor units above 0 (12.50 EUR is 1250), at most 9007199254740991, not 0',
    ],
    [{ ...deposit, effectiveOn: 'today' }, 'effectiveOn', 'a date that exists, written YYYY-MM-DD, not “today”'],
    [{ ...deposit, accountId: '' }, 'accountId', 'the id of something in this ledger, not “”'],
  ])('[D11] %j: the message names field, expectation and what was given', (command, field, words) => {
    expect(checkCommand(command)).toEqual(refused(field, `${field} of Deposit must be ${words}.`))
  })

  test.each([
    [{ type: 'RenameLedger' }, 'name', 'a text that is not blank, of at most 200 characters, without half characters'],
    [{ type: 'RenameAccount', name: 'x' }, 'accountId', 'the id of something in this ledger'],
    [{ type: 'OpenAccount', name: 'x' }, 'currency', 'a currency code of three to eight capital letters, such as EUR'],
    [
      { type: 'SetOverdraftLimit', accountId: ID },
      'overdraftLimit',
      'a whole number of minor units, 0 or more (12.50 EUR is 1250), or null for no limit',
    ],
    [
      { type: 'AssertBalance', accountId: ID, effectiveOn: '2026-01-01' },
      'balance',
      'a whole number of minor units (12.50 EUR is 1250), at most 9007199254740991 above or below 0',
    ],
  ])('[D11] %j: the message says what is needed', (command, field, expectation) => {
    expect(checkCommand(command)).toEqual(refused(field, `${command.type} needs ${field}: ${expectation}.`))
  })

  test('[D11] decimals are 0 to 8, positions from 1, ids at most 200 characters', () => {
    const open = (exponent: number) => checkCommand({ type: 'OpenAccount', name: 'x', currency: 'POINTS', exponent })
    const fault = (given: number) =>
      refused(
        'exponent',
        `exponent of OpenAccount must be the number of decimals, a whole number from 0 to 8, not ${given}.`,
      )
    for (const exponent of [0, 8]) expect(open(exponent)).toHaveProperty('exponent', exponent)
    for (const exponent of [-1, 9, 0.5]) expect(open(exponent)).toEqual(fault(exponent))

    const reverse = (position: number) => checkCommand({ type: 'ReverseEntry', accountId: ID, entryId: ID, position })
    const misplaced = (given: number) =>
      refused(
        'position',
        `position of ReverseEntry must be a position in the log, a whole number from 1, not ${given}.`,
      )
    for (const position of [1, 2 ** 53 - 1]) expect(reverse(position)).toHaveProperty('position', position)
    for (const position of [0, 1.5, 2 ** 53]) expect(reverse(position)).toEqual(misplaced(position))

    expect(checkCommand({ ...deposit, accountId: 'x'.repeat(200) })).not.toHaveProperty('code')
    expect(checkCommand({ ...deposit, accountId: 'x'.repeat(201) })).toHaveProperty('code', 'invalid-command')
  })
})

test('[D12] the message says which fields there are; of a long name it keeps a hundred characters', () => {
  const has = 'It has accountId, amount, effectiveOn, payee, memo, category, externalId.'
  expect(checkCommand({ ...deposit, effectiveon: '2026-01-01' })).toEqual(
    refused('effectiveon', `Deposit has no field “effectiveon”. ${has}`),
  )
  const long = `${'x'.repeat(99)}\u{1f4b6}`
  expect(checkCommand({ ...deposit, [long]: 1 })).toEqual(
    refused(`${'x'.repeat(99)}\ufffd`, `Deposit has no field “${X40}…”. ${has}`),
  )
  expect(checkCommand({ ...deposit, type: 'Deposits' })).toMatchObject({
    message: expect.stringMatching(
      /^type must be one of RenameLedger, OpenAccount, .*, AssertBalance, not “Deposits”\.$/,
    ),
  })
})

test.each(['payee', 'memo', 'category'])('[D29] %s alone is correction enough', (field) => {
  const command = { type: 'AnnotateEntry', accountId: ID, entryId: ID, [field]: '' }
  expect(checkCommand(command)).toEqual(command)
})
