import { describe, expect, test } from 'vitest'
import { checkCommand } from './check-command'
import type { Command, CommandType } from './commands'

const ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b'
const moved = {
  accountId: ID,
  amount: 1250,
  effectiveOn: '2026-11-02',
  payee: 'Bakery',
  memo: '',
  category: 'Food',
  externalId: 'b-1',
}

/** Every command with every field. */
const FULL: { readonly [Type in CommandType]: Required<Extract<Command, { type: Type }>> } = {
  RenameLedger: { type: 'RenameLedger', name: 'Household' },
  OpenAccount: {
    type: 'OpenAccount',
    accountId: ID,
    name: 'Checking',
    currency: 'EUR',
    exponent: 2,
    overdraftLimit: null,
    openedOn: '2026-01-01',
  },
  RenameAccount: { type: 'RenameAccount', accountId: ID, name: 'Everyday' },
  SetOverdraftLimit: { type: 'SetOverdraftLimit', accountId: ID, overdraftLimit: 50_000 },
  CloseAccount: { type: 'CloseAccount', accountId: ID, closedOn: '2026-03-01' },
  ReopenAccount: { type: 'ReopenAccount', accountId: ID, reopenedOn: '2026-03-02' },
  Deposit: { type: 'Deposit', ...moved },
  Withdraw: { type: 'Withdraw', ...moved },
  Transfer: {
    type: 'Transfer',
    transferId: ID,
    fromAccountId: ID,
    toAccountId: ID,
    amount: 5,
    toAmount: 6,
    effectiveOn: '2026-11-02',
    memo: 'rent',
    category: 'Home',
  },
  ReverseEntry: {
    type: 'ReverseEntry',
    accountId: ID,
    entryId: ID,
    position: 7,
    effectiveOn: '2026-11-02',
    reason: 'twice',
  },
  AnnotateEntry: {
    type: 'AnnotateEntry',
    accountId: ID,
    entryId: ID,
    position: 7,
    payee: 'Bakery',
    memo: '',
    category: 'Food',
  },
  AssertBalance: { type: 'AssertBalance', accountId: ID, balance: -5, effectiveOn: '2026-11-02' },
}
const TYPES = Object.keys(FULL) as CommandType[]
const FIELDS = TYPES.flatMap((type) =>
  Object.keys(FULL[type])
    .filter((field) => field !== 'type')
    .map((field) => [type, field] as const),
)
const REQUIRED = new Set([
  ...['RenameLedger.name', 'OpenAccount.name', 'OpenAccount.currency', 'RenameAccount.accountId', 'RenameAccount.name'],
  ...['SetOverdraftLimit.accountId', 'SetOverdraftLimit.overdraftLimit', 'CloseAccount.accountId'],
  ...['ReopenAccount.accountId', 'Deposit.accountId', 'Deposit.amount', 'Withdraw.accountId', 'Withdraw.amount'],
  ...['Transfer.fromAccountId', 'Transfer.toAccountId', 'Transfer.amount', 'ReverseEntry.accountId'],
  ...['ReverseEntry.entryId', 'AnnotateEntry.accountId', 'AnnotateEntry.entryId', 'AssertBalance.accountId'],
  ...['AssertBalance.balance', 'AssertBalance.effectiveOn'],
])

const refusal = (field: string | null, ...words: string[]) => ({
  code: 'invalid-command',
  facts: { field },
  message: expect.stringMatching(
    new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')),
  ),
})

describe('fields', () => {
  test.each(TYPES)('[D11] %s with all its fields is taken as it is', (type) => {
    expect(checkCommand(FULL[type])).toStrictEqual(FULL[type])
  })

  test.each(FIELDS)('[D11] %s.%s of another JSON type is refused by name', (type, field) => {
    for (const value of [true, {}, [], field === 'name' ? 5 : Number.NaN]) {
      expect(checkCommand({ ...FULL[type], [field]: value })).toMatchObject(refusal(field, field, 'must be'))
    }
  })

  test.each(FIELDS)('[D11] %s.%s left out, or undefined', (type, field) => {
    const { [field]: _, ...rest } = FULL[type] as unknown as Record<string, unknown>
    const expected = REQUIRED.has(`${type}.${field}`) ? refusal(field, type, 'needs', field) : rest
    expect(checkCommand(rest)).toEqual(expected)
    expect(checkCommand({ ...rest, [field]: undefined })).toEqual(expected)
  })

  test.each([0, -1, 12.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1250', 1250n, null])(
    '[D11] an amount of %s is refused in words about minor units',
    (amount) => {
      const answer = checkCommand({ type: 'Deposit', accountId: ID, amount })
      expect(answer).toMatchObject(refusal('amount', 'whole number of minor units above 0', String(amount)))
    },
  )

  test.each(['2026-02-30', '2026-1-1', '0000-01-01', 'today', '', null])(
    '[D11] the date %j is refused',
    (effectiveOn) => {
      expect(checkCommand({ ...FULL.Deposit, effectiveOn })).toMatchObject(refusal('effectiveOn', 'YYYY-MM-DD'))
    },
  )

  test.each(['', '   ', '\n', 'x'.repeat(201), '\ud83d', null])('[D11] the name %j is refused', (name) => {
    expect(checkCommand({ type: 'RenameLedger', name })).toMatchObject(refusal('name', 'not blank'))
  })

  test('[D11] lengths are judged at their limits', () => {
    expect(checkCommand({ type: 'RenameLedger', name: ` ${'x'.repeat(200)} ` })).not.toHaveProperty('code')
    expect(checkCommand({ ...FULL.Deposit, memo: 'x'.repeat(4_000) })).not.toHaveProperty('code')
    expect(checkCommand({ ...FULL.Deposit, memo: 'x'.repeat(4_001) })).toMatchObject(refusal('memo', '4000'))
    expect(checkCommand({ ...FULL.Deposit, payee: '\udc00' })).toMatchObject(refusal('payee', 'half characters'))
  })

  test('[D11] ids that are to be made are UUIDs; ids that name something are any text', () => {
    expect(checkCommand({ ...FULL.OpenAccount, accountId: 'mine' })).toMatchObject(refusal('accountId', 'UUID', 'mine'))
    expect(checkCommand({ ...FULL.Transfer, transferId: ID.toUpperCase() })).toMatchObject(
      refusal('transferId', 'UUID'),
    )
    expect(checkCommand({ ...FULL.Deposit, accountId: 'no-such-account' })).not.toHaveProperty('code')
    expect(checkCommand({ ...FULL.Deposit, accountId: '' })).toMatchObject(refusal('accountId'))
  })

  test('[D29] a correction must correct something', () => {
    const { payee: _, memo: __, category: ___, ...nothing } = FULL.AnnotateEntry
    expect(checkCommand(nothing)).toMatchObject(refusal('memo', 'at least one of payee, memo and category'))
    expect(checkCommand({ ...nothing, category: '' })).not.toHaveProperty('code')
  })
})

describe('shape', () => {
  test.each([null, undefined, 5, 'Deposit', [], () => 0])('[D11] %s is no command', (given) => {
    expect(checkCommand(given)).toMatchObject(refusal(null, 'A command is an object with a type'))
  })

  test.each([undefined, null, 'Deposits', 'constructor', '__proto__', 5, {}])('[D11] type %j is refused', (type) => {
    expect(checkCommand({ ...FULL.Deposit, type })).toMatchObject(refusal('type', 'RenameLedger', 'AssertBalance'))
  })

  test('[D12] an unknown field is refused by name', () => {
    expect(checkCommand({ ...FULL.Deposit, effectiveon: '2026-01-01' })).toMatchObject(
      refusal('effectiveon', 'effectiveon', 'effectiveOn'),
    )
    expect(checkCommand({ ...FULL.Deposit, toString: 'x' })).toMatchObject(refusal('toString', 'toString'))
    const sneaky: unknown = JSON.parse(`{"type":"Deposit","accountId":"${ID}","amount":1,"__proto__":{"amount":2}}`)
    expect(checkCommand(sneaky)).toMatchObject(refusal('__proto__', '__proto__'))
  })

  test('[D12] what is inherited is not a field', () => {
    expect(checkCommand(Object.create(FULL.Deposit))).toMatchObject(refusal('type'))
    const bare = Object.assign(Object.create({ memo: 'inherited' }), { type: 'Deposit', accountId: ID, amount: 1 })
    expect(checkCommand(bare)).toStrictEqual({ type: 'Deposit', accountId: ID, amount: 1 })
  })

  test('[D11] any JSON is answered, never thrown at', () => {
    for (const type of TYPES) {
      for (const value of [null, 0, '', '\ud800', [], {}, false, Symbol('x'), 10n]) {
        const all = Object.fromEntries(Object.keys(FULL[type]).map((key) => [key, key === 'type' ? type : value]))
        expect(checkCommand(all)).toHaveProperty('code', 'invalid-command')
      }
    }
  })
})
