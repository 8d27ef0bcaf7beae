/**
 * An account's statement: a period's entries between an opening and a closing balance, to be printed. Query: `account`,
 * its id; `from` and `to`, dates, each left out where the period is open.
 */
import { ArrowLeft, Printer } from 'lucide-react'
import { statementMessages as words } from '../../locales/en/accounts/statement'
import {
  type AccountStatement,
  dateOrNone,
  type PeriodDates,
  useStatement,
} from '../../stores/statement/statement-reading'
import { MOST_PRINTED, type StatementWords, useStatementWords } from '../../stores/statement/statement-words'
import { type PageQuery, show } from '../../stores/view-store'
import { Button } from '../../ui/action/button'
import { ProgressBar } from '../../ui/feedback/progress-bar'
import { formatCount } from '../../ui/format/format-money'
import { useIsPrinting } from '../../ui/rows/use-printing'
import { PaperTable } from './paper-table'
import { PeriodFields } from './period-fields'
import { StatementFacts } from './statement-facts'
import styles from './statement-page.module.css'
import { StatementSums } from './statement-sums'
import { StatementTable } from './statement-table'

export function StatementPage({ query }: { readonly query: PageQuery }) {
  const dates: PeriodDates = { from: dateOrNone(query.from), to: dateOrNone(query.to) }
  const account = useStatement(query.account ?? '', dates)
  // The frame lets one be chosen where there is none.
  if (account === undefined) return null
  return <Statement account={account} dates={dates} />
}

interface StatementProps {
  readonly account: AccountStatement
  readonly dates: PeriodDates
}

function Statement({ account, dates }: StatementProps) {
  const read = useStatementWords(account)
  const printing = useIsPrinting()
  const { statement, track, name } = account
  const backwards = dates.from !== undefined && dates.to !== undefined && dates.to < dates.from
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{words.titleOf(name)}</h1>
        <div className={styles.actions}>
          <Button variant="bare" icon={<ArrowLeft />} onPress={() => show.account(track.id)}>
            <span className={styles.clip}>{words.back(name)}</span>
          </Button>
          <Button icon={<Printer />} disabledReason={whyNotPrinted(read)} onPress={() => window.print()}>
            {words.print}
          </Button>
        </div>
      </header>
      <PeriodFields
        dates={dates}
        error={backwards ? words.backwards : null}
        onChange={(next, replaces) => show.page('statement', queryOf(track.id, next), { replaces })}
      />
      <StatementFacts account={account} dates={dates} />
      <StatementSums account={account} />
      <Preparing read={read} total={statement.length} />
      {statement.length === 0 ? (
        <p className={styles.quiet}>{words.none}</p>
      ) : (
        <div className={styles.onScreen}>
          <StatementTable account={account} read={read} />
        </div>
      )}
      {printing && statement.length > 0 && read.kind !== 'too-many' && <PaperTable account={account} read={read} />}
      {read.kind === 'too-many' && (
        <p className={styles.onPaper}>{words.notPrinted(statement.length, formatCount(MOST_PRINTED))}</p>
      )}
    </div>
  )
}

function whyNotPrinted({ kind }: StatementWords): string | null {
  if (kind === 'too-many') return words.tooMany(formatCount(MOST_PRINTED))
  return kind === 'read' ? null : words.notReadYet
}

/** How far the words are that printing needs. A short statement's are there before this could be read. */
function Preparing({ read, total }: { readonly read: StatementWords; readonly total: number }) {
  if (read.kind === 'reading' && read.done > 0) {
    return (
      <div className={styles.reading}>
        <ProgressBar label={words.reading} done={read.done} total={total} unit="events" onCancel={read.stop} />
      </div>
    )
  }
  if (read.kind === 'too-many') return <p className={styles.reading}>{words.tooMany(formatCount(MOST_PRINTED))}</p>
  if (read.kind !== 'stopped') return null
  return (
    <p role="status" className={styles.reading}>
      {words.stopped(formatCount(read.done), formatCount(total))}
      <Button size="small" onPress={read.readOn}>
        {words.readOn}
      </Button>
    </p>
  )
}

function queryOf(account: string, { from, to }: PeriodDates): PageQuery {
  return { account, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
