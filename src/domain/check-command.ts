/**
 * Takes a command from a stranger (console, script, form): every field is looked at before anything is decided, and a
 * message says which one is wrong, what it must be and what it was.
 */
import * as v from 'valibot'
import { isDate } from './calendar'
import type { Command, CommandType } from './commands'
import { isCurrencyCode } from './currency'
import { isAmount, isOverdraftLimit } from './money'
import type { Rejection } from './rejections'
import { isUuid } from './stream-id'

/** Characters (UTF-16 units) that a name may have, without the space around it. */
export const MAX_NAME_LENGTH = 200
/** Characters (UTF-16 units) that payee, memo, category, reason and externalId may have. */
export const MAX_WORDS_LENGTH = 4_000
const MAX_REFERENCE_LENGTH = 200

const isText = (value: unknown): value is string => typeof value === 'string' && value.isWellFormed()

const newId = v.custom<string>(isUuid, 'a UUID in lower case, or left out')
// Whatever names nothing here is "not found"; its form is nobody's business.
const reference = v.custom<string>(
  (value) => isText(value) && value !== '' && value.length <= MAX_REFERENCE_LENGTH,
  'the id of something in this ledger',
)
const name = v.custom<string>(
  (value) => isText(value) && value.trim() !== '' && value.trim().length <= MAX_NAME_LENGTH,
  `a text that is not blank, of at most ${MAX_NAME_LENGTH} characters, without half characters`,
)
const text = v.custom<string>(
  (value) => isText(value) && value.length <= MAX_WORDS_LENGTH,
  `a text of at most ${MAX_WORDS_LENGTH} characters, without half characters`,
)
const amount = v.custom<number>(
  isAmount,
  'a whole number of minor units above 0 (12.50 EUR is 1250), at most 9007199254740991',
)
const balance = v.custom<number>(
  Number.isSafeInteger,
  'a whole number of minor units (12.50 EUR is 1250), at most 9007199254740991 above or below 0',
)
const limit = v.custom<number | null>(
  isOverdraftLimit,
  'a whole number of minor units, 0 or more (12.50 EUR is 1250), or null for no limit',
)
const date = v.custom<string>(isDate, 'a date that exists, written YYYY-MM-DD')
const currency = v.custom<string>(isCurrencyCode, 'a currency code of three to eight capital letters, such as EUR')
const exponent = v.custom<number>(
  (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 8,
  'the number of decimals, a whole number from 0 to 8',
)
const position = v.custom<number>(
  (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  'a position in the log, a whole number from 1',
)

const words = { payee: v.exactOptional(text), memo: v.exactOptional(text), category: v.exactOptional(text) }
const moved = { accountId: reference, amount, effectiveOn: v.exactOptional(date), ...words }
const entryOf = { accountId: reference, entryId: reference, position: v.exactOptional(position) }

const SCHEMAS = {
  RenameLedger: v.object({ type: v.literal('RenameLedger'), name }),
  OpenAccount: v.object({
    type: v.literal('OpenAccount'),
    accountId: v.exactOptional(newId),
    name,
    currency,
    exponent: v.exactOptional(exponent),
    overdraftLimit: v.exactOptional(limit),
    openedOn: v.exactOptional(date),
  }),
  RenameAccount: v.object({ type: v.literal('RenameAccount'), accountId: reference, name }),
  SetOverdraftLimit: v.object({ type: v.literal('SetOverdraftLimit'), accountId: reference, overdraftLimit: limit }),
  CloseAccount: v.object({ type: v.literal('CloseAccount'), accountId: reference, closedOn: v.exactOptional(date) }),
  ReopenAccount: v.object({
    type: v.literal('ReopenAccount'),
    accountId: reference,
    reopenedOn: v.exactOptional(date),
  }),
  Deposit: v.object({ type: v.literal('Deposit'), ...moved, externalId: v.exactOptional(text) }),
  Withdraw: v.object({ type: v.literal('Withdraw'), ...moved, externalId: v.exactOptional(text) }),
  Transfer: v.object({
    type: v.literal('Transfer'),
    transferId: v.exactOptional(newId),
    fromAccountId: reference,
    toAccountId: reference,
    amount,
    toAmount: v.exactOptional(amount),
    effectiveOn: v.exactOptional(date),
    memo: words.memo,
    category: words.category,
  }),
  ReverseEntry: v.object({
    type: v.literal('ReverseEntry'),
    ...entryOf,
    effectiveOn: v.exactOptional(date),
    reason: v.exactOptional(text),
  }),
  AnnotateEntry: v.object({ type: v.literal('AnnotateEntry'), ...entryOf, ...words }),
  AssertBalance: v.object({ type: v.literal('AssertBalance'), accountId: reference, balance, effectiveOn: date }),
} satisfies { readonly [Type in CommandType]: v.GenericSchema<unknown, Extract<Command, { type: Type }>> }

const COMMAND_TYPES = Object.keys(SCHEMAS) as CommandType[]

/**
 * The command, as a fresh object of nothing but known fields, or `invalid-command`. Fields that are `undefined` count
 * as left out; unknown ones are refused, for a misspelt `effectiveOn` must not silently become today.
 */
export function checkCommand(given: unknown): Command | Rejection {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return invalid(`A command is an object with a type, not ${show(given)}.`, null)
  }
  const fields = Object.entries(given).filter(([, value]) => value !== undefined)
  const candidate: Readonly<Record<string, unknown>> = Object.fromEntries(fields)
  const type = COMMAND_TYPES.find((known) => Object.hasOwn(candidate, 'type') && candidate.type === known)
  if (!type) return invalid(`type must be one of ${COMMAND_TYPES.join(', ')}, not ${show(candidate.type)}.`, 'type')
  const schema = SCHEMAS[type]
  const unknown = fields.find(([key]) => !Object.hasOwn(schema.entries, key))
  if (unknown) {
    const allowed = Object.keys(schema.entries).filter((key) => key !== 'type')
    const key = unknown[0].slice(0, 100).toWellFormed()
    return invalid(`${type} has no field ${show(unknown[0])}. It has ${allowed.join(', ')}.`, key)
  }
  const result = v.safeParse(schema, candidate)
  if (!result.success) return fieldFault(type, result.issues[0])
  const command: Command = result.output
  if (command.type !== 'AnnotateEntry' || 'payee' in command || 'memo' in command || 'category' in command) {
    return command
  }
  return invalid('AnnotateEntry needs at least one of payee, memo and category: the words to be corrected.', 'memo')
}

function fieldFault(type: CommandType, issue: v.BaseIssue<unknown>): Rejection {
  const field = String(issue.path?.[0].key)
  if (issue.input === undefined) return invalid(`${type} needs ${field}: ${expectationOf(type, field)}.`, field)
  return invalid(`${field} of ${type} must be ${issue.message}, not ${show(issue.input)}.`, field)
}

function expectationOf(type: CommandType, field: string): string {
  const entries: v.ObjectEntries = SCHEMAS[type].entries
  const schema = entries[field]
  return schema && 'message' in schema ? String(schema.message) : 'it cannot be left out'
}

function invalid(message: string, field: string | null): Rejection {
  return { code: 'invalid-command', message, facts: { field } }
}

/** A value as far as a message needs it. */
function show(value: unknown): string {
  switch (typeof value) {
    case 'string': {
      const text = value.toWellFormed()
      return `“${text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text}”`
    }
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'undefined':
      return 'nothing'
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? 'a list' : 'an object'
    default:
      return `a ${typeof value}`
  }
}
