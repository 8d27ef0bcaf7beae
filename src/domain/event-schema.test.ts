import { describe, expect, test } from 'vitest'
import { checkEventData } from './event-schema'
import { CATEGORY_OF, type EventData, type EventType } from './events'

const ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b'
const entry = { amount: 1250, effectiveOn: '2026-11-02' }
const words = { payee: 'Bakery', memo: '', category: 'Food' }

/** Every type with every field of the table. */
const FULL: { readonly [Type in EventType]: Required<EventData[Type]> } = {
  LedgerRenamed: { name: 'Household' },
  AccountOpened: { name: 'Checking', currency: 'EUR', exponent: 2, overdraftLimit: null, openedOn: '2026-01-01' },
  AccountRenamed: { name: 'Everyday' },
  OverdraftLimitChanged: { overdraftLimit: 50_000 },
  AccountClosed: { closedOn: '2026-03-01' },
  AccountReopened: { reopenedOn: '2026-03-02' },
  Deposited: { ...entry, ...words, externalId: 'b-1' },
  Withdrawn: { ...entry, ...words, externalId: 'b-2' },
  TransferSent: { ...entry, transferId: ID, toAccountId: ID, memo: 'rent', category: 'Home' },
  TransferReceived: { ...entry, transferId: ID, fromAccountId: ID, memo: 'rent', category: 'Home' },
  TransferReturned: { ...entry, transferId: ID, reason: 'closed' },
  EntryReversed: { ...entry, entryId: ID, reason: 'twice' },
  EntryAnnotated: { entryId: ID, ...words },
  BalanceAsserted: { balance: -5, effectiveOn: '2026-11-02' },
  TransferInitiated: { ...entry, fromAccountId: ID, toAccountId: ID, toAmount: 1300, memo: 'rent', category: 'Home' },
  TransferCompleted: {},
  TransferFailed: { reason: 'closed' },
}
const OPTIONAL = new Set(['payee', 'memo', 'category', 'externalId', 'EntryReversed.reason'])
const TYPES = Object.keys(FULL) as EventType[]
const FIELDS = TYPES.flatMap((type) => Object.keys(FULL[type]).map((field) => [type, field] as const))

const check = (type: EventType, data: unknown) => checkEventData(CATEGORY_OF[type], type, 1, data)
const codeFor = (field: string) => {
  if (field === 'amount') return 'bad-amount'
  return field.endsWith('On') ? 'bad-date' : 'bad-field'
}

describe('what the table allows', () => {
  test.each(TYPES)('[D5] %s with all its fields, and with keys that nobody knows', (type) => {
    expect(check(type, FULL[type])).toBeUndefined()
    expect(check(type, { ...FULL[type], somethingElse: { deep: [1] } })).toBeUndefined()
    expect(check(type, { ...FULL[type], ...JSON.parse('{"__proto__":1}') })).toBeUndefined()
  })

  test.each(FIELDS)('[D5] %s.%s may be missing only where the table says optional', (type, field) => {
    const { [field]: _, ...rest } = FULL[type] as Record<string, unknown>
    const fault = check(type, rest)
    if (OPTIONAL.has(field) || OPTIONAL.has(`${type}.${field}`)) expect(fault).toBeUndefined()
    else expect(fault).toMatchObject({ code: codeFor(field), path: `data.${field}` })
  })
})

describe('what it does not allow', () => {
  test.each(FIELDS)('[D5] %s.%s of another JSON type', (type, field) => {
    for (const value of [true, {}, ['2026-11-02']]) {
      expect(check(type, { ...FULL[type], [field]: value })).toMatchObject({
        code: codeFor(field),
        path: `data.${field}`,
      })
    }
  })

  test.each([
    ['Deposited', 'amount', 'a safe integer of minor units above 0'],
    ['Deposited', 'effectiveOn', 'a date that exists, YYYY-MM-DD'],
    ['Deposited', 'memo', 'a text without half characters (lone surrogates), or missing'],
    ['TransferFailed', 'reason', 'a text without half characters (lone surrogates)'],
    ['TransferSent', 'transferId', 'a UUID in lower case'],
    ['TransferInitiated', 'toAmount', 'a safe integer of minor units above 0'],
    ['AccountOpened', 'currency', 'three to eight capital letters'],
    ['AccountOpened', 'exponent', 'an integer from 0 to 8'],
    ['AccountOpened', 'overdraftLimit', 'null or a safe integer of minor units, 0 or more'],
    ['BalanceAsserted', 'balance', 'a safe integer of minor units'],
  ] as const)('[D5] the message says what %s.%s must be', (type, field, expected) => {
    const fault = check(type, { ...FULL[type], [field]: {} })
    expect(fault?.message).toBe(`${field} of ${type} must be ${expected}.`)
  })

  test.each([0, -1, 1.5, 2 ** 53, '100', null])('[D5] an amount of %j', (amount) => {
    expect(check('Deposited', { ...FULL.Deposited, amount })).toMatchObject({ code: 'bad-amount', path: 'data.amount' })
  })

  test.each(['2026-02-30', '0000-01-01', '2026-1-1', '', null])('[D5] a date of %j', (effectiveOn) => {
    const fault = check('Withdrawn', { ...FULL.Withdrawn, effectiveOn })
    expect(fault).toMatchObject({ code: 'bad-date', path: 'data.effectiveOn' })
  })

  test('[D5] half a character in a text', () => {
    const fault = check('Deposited', { ...FULL.Deposited, memo: '\ud83d' })
    expect(fault).toMatchObject({ code: 'bad-text', path: 'data.memo' })
  })

  test.each([
    ['currency', 'eur'],
    ['exponent', 9],
    ['exponent', -1],
    ['exponent', 1.5],
    ['overdraftLimit', -1],
    ['overdraftLimit', 0.5],
  ])('[D5] AccountOpened.%s of %j', (field, value) => {
    const fault = check('AccountOpened', { ...FULL.AccountOpened, [field]: value })
    expect(fault).toMatchObject({ code: 'bad-field', path: `data.${field}` })
  })

  test.each([null, [], 'text', 5, undefined])('[D5] data that is %j', (data) => {
    expect(check('TransferCompleted', data)).toEqual({
      code: 'bad-field',
      path: 'data',
      message: 'data must be an object.',
    })
  })

  test('[D5] a type of another category, an unknown type, a newer version: made by a newer version', () => {
    const newer = (path: string, what: string) => ({
      code: 'newer-version',
      path,
      message: `${what} is not known here: made by a newer version.`,
    })
    for (const type of ['LedgerRenamed', 'PeriodClosed', 'constructor'])
      expect(checkEventData('account', type, 1, {})).toEqual(newer('type', `account ${type}`))
    const version = (schemaVersion: number) => checkEventData('account', 'Deposited', schemaVersion, FULL.Deposited)
    expect(version(2)).toEqual(newer('schemaVersion', 'Deposited version 2'))
    const message = 'schemaVersion must be an integer from 1.'
    for (const none of [0, 1.5]) expect(version(none)).toEqual({ code: 'bad-field', path: 'schemaVersion', message })
  })
})
