/** Whatever may be asked of a ledger, sensible or not, for the properties. For tests only. */
import fc from 'fast-check'
import type { Command } from '../commands'
import { MAX_MINOR } from '../money'
import { uuid } from './decider-specification'

export const ACCOUNTS = [1, 2, 3, 4].map(uuid)
export const TRANSFERS = [50, 51, 52].map(uuid)
export const CURRENCIES = ['EUR', 'USD', 'JPY']

const accountId = fc.constantFrom(...ACCOUNTS, uuid(9))
const amount = fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: MAX_MINOR }))
const date = fc.constantFrom('0001-01-01', '2026-01-31', '2026-11-23', '9999-12-31')
const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const name = text.map((value) => `x${value}`)
const limit = fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: null })
/** Which event so far, as a number to be taken modulo their count. */
const which = fc.nat({ max: 40 })

export type Move =
  | { readonly kind: 'command'; readonly command: Command }
  | {
      readonly kind: 'entry'
      readonly verb: 'ReverseEntry' | 'AnnotateEntry'
      /** null: the account whose event it is. */
      readonly accountId: string | null
      readonly which: number
    }
  | { readonly kind: 'step'; readonly transferId: string; readonly ending: 'complete' | 'return' }

const transfer = fc.record(
  {
    type: fc.constant('Transfer' as const),
    transferId: fc.constantFrom(...TRANSFERS),
    fromAccountId: accountId,
    toAccountId: accountId,
    amount,
    toAmount: amount,
    effectiveOn: date,
    memo: text,
  },
  { requiredKeys: ['type', 'transferId', 'fromAccountId', 'toAccountId', 'amount'] },
)
const moveMoney = fc.record(
  {
    type: fc.constantFrom('Deposit' as const, 'Deposit' as const, 'Withdraw' as const),
    accountId,
    amount,
    effectiveOn: date,
    payee: text,
    externalId: text,
  },
  { requiredKeys: ['type', 'accountId', 'amount'] },
)
const lifecycle: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('RenameLedger' as const), name }),
  fc.record({
    type: fc.constant('OpenAccount' as const),
    accountId,
    name,
    currency: fc.constantFrom(...CURRENCIES),
    overdraftLimit: limit,
  }),
  fc.record({ type: fc.constant('RenameAccount' as const), accountId, name }),
  fc.record({ type: fc.constant('SetOverdraftLimit' as const), accountId, overdraftLimit: limit }),
  fc.record({ type: fc.constantFrom('CloseAccount' as const, 'ReopenAccount' as const), accountId }),
  fc.record({
    type: fc.constant('AssertBalance' as const),
    accountId,
    balance: fc.maxSafeInteger(),
    effectiveOn: date,
  }),
)
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('command' as const), command: moveMoney }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('command' as const), command: transfer }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('command' as const), command: lifecycle }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('entry' as const),
      verb: fc.constantFrom('ReverseEntry' as const, 'AnnotateEntry' as const),
      accountId: fc.option(accountId, { nil: null, freq: 2 }),
      which,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('step' as const),
      transferId: fc.constantFrom(...TRANSFERS),
      ending: fc.constantFrom('complete' as const, 'return' as const),
    }),
  },
)

export const moves = fc.array(move, { maxLength: 60, size: 'max' })
