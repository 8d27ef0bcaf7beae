/**
 * The table of LOG-FORMAT ("Event types, schemaVersion 1") field by field: what a file may hold as `data`.
 * Keys that the table does not name are allowed, kept and not looked at.
 */
import { isDate } from './calendar'
import { isCurrencyCode } from './currency'
import { CATEGORY_OF, type EventData, type EventType } from './events'
import { isAmount, isOverdraftLimit } from './money'
import { isUuid } from './stream-id'
import { newestVersion } from './upcasters'

export type FaultCode = 'newer-version' | 'bad-field' | 'bad-amount' | 'bad-date' | 'bad-text'

export interface Fault {
  readonly code: FaultCode
  /** Where, from the event down: `data.amount`. */
  readonly path: string
  readonly message: string
}

interface Rule {
  readonly expected: string
  faultOf(value: unknown): FaultCode | undefined
}

type Rules<Type extends EventType> = { readonly [Field in keyof EventData[Type]]-?: Rule }

const rule = (code: FaultCode, expected: string, test: (value: unknown) => boolean): Rule => ({
  expected,
  faultOf: (value) => (test(value) ? undefined : code),
})
const optional = (inner: Rule): Rule => ({
  expected: `${inner.expected}, or missing`,
  faultOf: (value) => (value === undefined ? undefined : inner.faultOf(value)),
})

const text: Rule = {
  expected: 'a text without half characters (lone surrogates)',
  faultOf: (value) => {
    if (typeof value !== 'string') return 'bad-field'
    return value.isWellFormed() ? undefined : 'bad-text'
  },
}
const id = rule('bad-field', 'a UUID in lower case', isUuid)
const date = rule('bad-date', 'a date that exists, YYYY-MM-DD', isDate)
const limit = rule('bad-field', 'null or a safe integer of minor units, 0 or more', isOverdraftLimit)
const EXPECTED_AMOUNT = 'a safe integer of minor units above 0'

const entry = { amount: rule('bad-amount', EXPECTED_AMOUNT, isAmount), effectiveOn: date }
const words = { payee: optional(text), memo: optional(text), category: optional(text) }
const transferWords = { memo: words.memo, category: words.category }
const moved = { ...entry, ...words, externalId: optional(text) }

const RULES: { readonly [Type in EventType]: Rules<Type> } = {
  LedgerRenamed: { name: text },
  AccountOpened: {
    name: text,
    currency: rule('bad-field', 'three to eight capital letters', isCurrencyCode),
    exponent: rule('bad-field', 'an integer from 0 to 8', (value) => Number.isInteger(value) && inRange(value, 0, 8)),
    overdraftLimit: limit,
    openedOn: date,
  },
  AccountRenamed: { name: text },
  OverdraftLimitChanged: { overdraftLimit: limit },
  AccountClosed: { closedOn: date },
  AccountReopened: { reopenedOn: date },
  Deposited: moved,
  Withdrawn: moved,
  TransferSent: { ...entry, transferId: id, toAccountId: id, ...transferWords },
  TransferReceived: { ...entry, transferId: id, fromAccountId: id, ...transferWords },
  TransferReturned: { ...entry, transferId: id, reason: text },
  EntryReversed: { ...entry, entryId: id, reason: optional(text) },
  EntryAnnotated: { entryId: id, ...words },
  BalanceAsserted: {
    balance: rule('bad-field', 'a safe integer of minor units', Number.isSafeInteger),
    effectiveOn: date,
  },
  TransferInitiated: {
    fromAccountId: id,
    toAccountId: id,
    amount: entry.amount,
    toAmount: rule('bad-field', EXPECTED_AMOUNT, isAmount),
    effectiveOn: date,
    ...transferWords,
  },
  TransferCompleted: {},
  TransferFailed: { reason: text },
}

const RULE_LISTS: ReadonlyMap<string, readonly (readonly [string, Rule])[]> = new Map(
  Object.entries(RULES).map(([type, rules]) => [type, Object.entries<Rule>(rules)]),
)

/** The fields that a kind of event is checked for, in the order of the table. */
export function fieldsOf(type: EventType): readonly string[] {
  return Object.keys(RULES[type])
}

/**
 * The first fault of an event's `data`, in the order of the table; undefined where there is none.
 * A type that its category does not have, or a newer schemaVersion, is `newer-version`.
 */
export function checkEventData(
  category: string,
  type: string,
  schemaVersion: number,
  data: unknown,
): Fault | undefined {
  const rules = RULE_LISTS.get(type)
  if (!rules || CATEGORY_OF[type as EventType] !== category) {
    return {
      code: 'newer-version',
      path: 'type',
      message: `${category} ${type} is not known here: made by a newer version.`,
    }
  }
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1) {
    return { code: 'bad-field', path: 'schemaVersion', message: 'schemaVersion must be an integer from 1.' }
  }
  if (schemaVersion > newestVersion(type)) {
    const message = `${type} version ${schemaVersion} is not known here: made by a newer version.`
    return { code: 'newer-version', path: 'schemaVersion', message }
  }
  if (!isObject(data)) return { code: 'bad-field', path: 'data', message: 'data must be an object.' }
  for (const [field, { expected, faultOf }] of rules) {
    const code = faultOf(data[field])
    if (code) return { code, path: `data.${field}`, message: `${field} of ${type} must be ${expected}.` }
  }
  return undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inRange(value: unknown, from: number, to: number): boolean {
  return Number(value) >= from && Number(value) <= to
}
