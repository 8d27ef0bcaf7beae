/**
 * Where a refusal is shown: beside the field that caused it, or, where no field can mend it, above the buttons.
 * The codes are CONSOLE-API's; a form names the fields it has, and an error never goes to a field it has not.
 */
export type FieldName =
  | 'name'
  | 'currency'
  | 'overdraftLimit'
  | 'amount'
  | 'toAmount'
  | 'date'
  | 'payee'
  | 'memo'
  | 'category'
  | 'from'
  | 'to'
  | 'reason'
  | 'balance'

export interface DescribedError {
  readonly code: string
  readonly message: string
  readonly facts: Readonly<Record<string, unknown>>
}

export type FormErrors = Readonly<Partial<Record<FieldName | 'form', string>>>

/** How a command's fields are called in a form. */
const FIELD_OF_COMMAND: Readonly<Record<string, FieldName>> = {
  name: 'name',
  currency: 'currency',
  exponent: 'currency',
  overdraftLimit: 'overdraftLimit',
  amount: 'amount',
  toAmount: 'toAmount',
  effectiveOn: 'date',
  openedOn: 'date',
  closedOn: 'date',
  reopenedOn: 'date',
  payee: 'payee',
  memo: 'memo',
  category: 'category',
  fromAccountId: 'from',
  toAccountId: 'to',
  reason: 'reason',
  balance: 'balance',
}

const FIELDS_OF_CODE: Readonly<Record<string, readonly FieldName[]>> = {
  'same-account': ['to'],
  'account-exists': ['name'],
  'currency-mismatch': ['toAmount'],
  'amount-too-large': ['amount', 'balance'],
  'insufficient-funds': ['amount'],
}

/** The first field of the form that the error belongs to; `form` where there is none. */
export function fieldOfError(
  error: DescribedError,
  fields: readonly FieldName[],
  accounts?: AccountsOfForm,
): FieldName | 'form' {
  const wanted = [
    ...fieldsOfFacts(error.facts),
    ...(FIELDS_OF_CODE[error.code] ?? []),
    ...fieldOfAccount(error, accounts),
  ]
  return wanted.find((field) => fields.includes(field)) ?? 'form'
}

/** Which account stands in which field, for errors that name an account. */
export type AccountsOfForm = Readonly<Partial<Record<'from' | 'to', string>>>

function fieldsOfFacts(facts: DescribedError['facts']): readonly FieldName[] {
  const named = facts.field ?? facts.path
  if (typeof named !== 'string') return []
  const field = FIELD_OF_COMMAND[named.split('.').at(-1) ?? '']
  return field === undefined ? [] : [field]
}

function fieldOfAccount({ code, facts }: DescribedError, accounts: AccountsOfForm = {}): readonly FieldName[] {
  if (code !== 'account-closed' && code !== 'account-not-found') return []
  if (facts.accountId === accounts.to && accounts.to !== undefined) return ['to']
  return facts.accountId === accounts.from && accounts.from !== undefined ? ['from'] : []
}
