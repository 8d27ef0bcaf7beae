/** `hindsight.statement`: a period of an account at a moment, for scripts, with the figures that the statement page shows. */
import { isDate } from '../../domain/calendar'
import type { Timeline } from '../../projections/timeline'
import { parseMoment, resolveMoment } from '../../time-travel/resolve-moment'
import { periodOfDates } from '../../time-travel/statement/periods'
import { type Statement, statementAt } from '../../time-travel/statement/statement-at'
import { checkOptions } from '../check-options'
import { entryView, type LogReader, readWords } from '../entry-view'
import { CommandRejected } from '../errors'
import type { EntryView } from '../ledger-api'
import type { StatementOptions, StatementReport } from './statement-report'

/** Entries given where it is not said how many. */
const MOST = 100
/** Entries whose words are read at once. */
const PAGE = 256

interface Sources {
  readonly timeline: Timeline
  readonly log: LogReader
}

/** @throws CommandRejected, InvalidMomentError, StorageError */
export async function accountStatement(
  { timeline, log }: Sources,
  accountId: string,
  given?: StatementOptions,
): Promise<StatementReport> {
  const { at = 'now', from, to, limit = MOST } = checkOptions('statement', given)
  const account = timeline.accountNumber(accountId)
  const track = timeline.accounts[account ?? -1]
  if (account === undefined || track === undefined) {
    throw new CommandRejected({
      code: 'account-not-found',
      message: `There is no account ${accountId} in this ledger. accounts() lists those there are.`,
      facts: { accountId },
    })
  }
  const bound = resolveMoment(timeline, parseMoment(at))
  const dates = { from: dateOf('from', from), to: dateOf('to', to) }
  const statement = statementAt(timeline, account, bound, periodOfDates(dates))
  const { opening, closing, sumIn, sumOut, length } = statement
  const shown = Math.min(limit, length)
  const entries: EntryView[] = []
  for (let row = 0; row < shown; row += PAGE) {
    entries.push(...(await entriesOf({ timeline, log }, statement, row, Math.min(shown, row + PAGE), bound)))
  }
  const { currency, exponent } = track
  return { accountId, currency, exponent, opening, closing, sumIn, sumOut, count: length, entries }
}

async function entriesOf(
  { timeline, log }: Sources,
  statement: Statement,
  first: number,
  end: number,
  bound: ReturnType<typeof resolveMoment>,
): Promise<EntryView[]> {
  const rows = Array.from({ length: end - first }, (_, index) => first + index)
  const events = await readWords(
    timeline,
    log,
    rows.map((row) => statement.slot(row)),
    bound,
  )
  return rows.flatMap((row) => {
    const view = entryView(timeline, statement.slot(row), events, bound)
    return view ? [{ ...view, balance: statement.balance(row) }] : []
  })
}

function dateOf(field: 'from' | 'to', given: string | undefined): string | undefined {
  if (given === undefined || isDate(given)) return given
  throw new CommandRejected({
    code: 'invalid-command',
    message: `statement: "${field}" is a date that exists, YYYY-MM-DD, or left out where the period is open.`,
    facts: { field },
  })
}
