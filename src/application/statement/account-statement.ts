/** `hindsight.statement`: a period of an account at a moment, for scripts, with the figures that the statement page shows. */
import { isDate } from '../../domain/calendar'
import type { Timeline } from '../../projections/timeline'
import { parseMoment, resolveMoment } from '../../time-travel/resolve-moment'
import { periodOfDates } from '../../time-travel/statement/periods'
import { statementAt } from '../../time-travel/statement/statement-at'
import { accountNumber } from '../account-number'
import { checkOptions } from '../check-options'
import { type EntrySources, entryViews } from '../entry-view'
import { CommandRejected } from '../errors'
import type { EntryView } from '../ledger-api'
import type { StatementOptions, StatementReport } from './statement-report'

/** Entries given where it is not said how many. */
const MOST = 100

/** @throws CommandRejected, InvalidMomentError, StorageError */
export async function accountStatement(
  { timeline, log }: EntrySources,
  accountId: string,
  given?: StatementOptions,
): Promise<StatementReport> {
  const { at = 'now', from, to, limit = MOST } = checkOptions('statement', given)
  const account = accountNumber(timeline, accountId)
  const bound = resolveMoment(timeline, parseMoment(at))
  const dates = { from: dateOf('from', from), to: dateOf('to', to) }
  const statement = statementAt(timeline, account, bound, periodOfDates(dates))
  const { opening, closing, sumIn, sumOut, length } = statement
  const entries: EntryView[] = []
  for await (const { row, view } of entryViews({ timeline, log }, statement, 0, Math.min(limit, length), bound))
    entries.push({ ...view, balance: statement.balance(row) })
  const { currency, exponent } = timeline.accounts[account] as Timeline['accounts'][number]
  return { accountId, currency, exponent, opening, closing, sumIn, sumOut, count: length, entries }
}

function dateOf(field: 'from' | 'to', given: string | undefined): string | undefined {
  if (given === undefined || isDate(given)) return given
  throw new CommandRejected({
    code: 'invalid-command',
    message: `statement: "${field}" is a date that exists, YYYY-MM-DD, or left out where the period is open.`,
    facts: { field },
  })
}
