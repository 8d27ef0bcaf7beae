/** What a script passes beside a command, checked field by field: a misspelt option must not be silently without effect. */
import { CommandRejected } from './errors'

type Check = (value: unknown) => boolean

const isCount: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const isPosition: Check = (value) => isCount(value) && value !== 0
const isText: Check = (value) => typeof value === 'string'
const isAny: Check = () => true

const OPTIONS = {
  dispatch: { commandId: isAny, expectedRevision: isAny },
  history: {
    at: isAny,
    limit: (value) => isCount(value) || value === Number.POSITIVE_INFINITY,
    before: isPosition,
    search: isText,
  },
  search: {
    at: isAny,
    accountId: isText,
    limit: (value) => isCount(value) || value === Number.POSITIVE_INFINITY,
    onResults: (value) => typeof value === 'function',
    signal: (value) => value instanceof AbortSignal,
  },
  explain: {
    groupBy: (value) => value === 'kind' || value === 'month' || value === 'category',
    limit: (value) => isCount(value) || value === Number.POSITIVE_INFINITY,
    before: isPosition,
    onProgress: (value) => typeof value === 'function',
    signal: (value) => value instanceof AbortSignal,
  },
  statement: {
    at: isAny,
    from: isText,
    to: isText,
    limit: (value) => isCount(value) || value === Number.POSITIVE_INFINITY,
  },
  compare: {
    accountId: isText,
    limit: (value) => isCount(value) || value === Number.POSITIVE_INFINITY,
    categories: (value) => typeof value === 'boolean',
  },
  events: {
    from: isCount,
    to: (value) => isCount(value) || value === Number.POSITIVE_INFINITY,
    streamId: isText,
    types: (value) => Array.isArray(value) && value.every(isText),
    accountId: isText,
    category: isText,
    correlationId: isText,
    text: isText,
    recordedFrom: isText,
    recordedTo: isText,
    effectiveFrom: isText,
    effectiveTo: isText,
    limit: (value) => isCount(value) || value === Number.POSITIVE_INFINITY,
    newestFirst: (value) => typeof value === 'boolean',
    signal: (value) => value instanceof AbortSignal,
  },
  proof: { size: isPosition },
  importLog: {
    dryRun: (value) => typeof value === 'boolean',
    merge: (value) => typeof value === 'boolean',
    into: (value) => value === 'current' || value === 'new',
    account: (value) => typeof value === 'object' && value !== null,
    onProgress: (value) => typeof value === 'function',
    signal: (value) => value instanceof AbortSignal,
  },
  removeLedger: { confirmName: isText },
} as const satisfies Record<string, Record<string, Check>>

/**
 * The options as given, `{}` for none.
 * @throws CommandRejected `invalid-command`, which names the option.
 */
export function checkOptions<Options extends object>(
  method: keyof typeof OPTIONS,
  given: Options | null | undefined,
): Partial<Options> {
  if (given === undefined) return {}
  if (given === null || typeof given !== 'object') throw refused(method, '', 'The options are an object, or left out')
  const known: Record<string, Check> = OPTIONS[method]
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(known, name)) {
      throw refused(method, name, `There is no option "${name}"; there are ${Object.keys(known).join(', ')}`)
    }
    if (value !== undefined && !known[name]?.(value)) throw refused(method, name, `The option "${name}" makes no sense`)
  }
  return given
}

/** @throws CommandRejected `invalid-command` where there is an array and the balances do not fit into it. */
export function checkRoom(into: unknown, accounts: number): void {
  if (into === undefined || (into instanceof Float64Array && into.length >= accounts)) return
  throw refused('balancesAt', 'into', `The balances want a Float64Array of at least ${accounts} elements`)
}

function refused(method: string, field: string, problem: string): CommandRejected {
  return new CommandRejected({
    code: 'invalid-command',
    message: `${method}: ${problem}. Nothing was done.`,
    facts: { field },
  })
}
