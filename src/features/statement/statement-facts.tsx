/** What the statement is of: the period, the moment on both clocks, and the log, by its root, for whoever audits it. */
import { statementMessages as words } from '../../locales/en/accounts/statement'
import { dotted } from '../../locales/isolated'
import { useCursor } from '../../stores/cursor-store'
import { useLedger } from '../../stores/ledger-store'
import { useRootAt } from '../../stores/statement/root-at'
import type { AccountStatement, PeriodDates } from '../../stores/statement/statement-reading'
import { factsOf } from '../../stores/time-track'
import { formatDate, formatInstant, localDate } from '../../ui/format/format-date'
import { formatCount } from '../../ui/format/format-money'
import styles from './statement-page.module.css'

interface StatementFactsProps {
  readonly account: AccountStatement
  readonly dates: PeriodDates
}

export function StatementFacts({ account, dates }: StatementFactsProps) {
  const { bound, statement, track } = account
  const ledger = useLedger((state) => state.name)
  const root = useRootAt(bound.position)
  return (
    <div className={styles.facts}>
      <p className={styles.what}>
        {dotted(periodWords(dates), words.entries(statement.length), track.currency, words.ledger(ledger))}
      </p>
      <p className={styles.quiet} data-testid="statement-as-of">
        <AsOf account={account} />
      </p>
      <p className={styles.quiet}>
        {words.event(formatCount(bound.position))}
        {root !== '' && (
          <>
            {' · '}
            {words.root} <code data-testid="statement-root">{root}</code>
          </>
        )}
      </p>
    </div>
  )
}

function AsOf({ account: { bound } }: { readonly account: AccountStatement }) {
  const moment = useCursor((cursor) => cursor.moment)
  const isNow = useCursor((cursor) => cursor.isNow)
  const size = useLedger((ledger) => ledger.size)
  const { day, recordedAt } = factsOf(moment, bound, size)
  const known = recordedAt === undefined ? words.beforeFirst : formatInstant(recordedAt, 'long')
  const of =
    day !== undefined ? formatDate(day, 'long') : isNow ? words.now(formatDate(localDate(), 'long')) : undefined
  return words.asOf(of ?? words.everyDay, known)
}

function periodWords({ from, to }: PeriodDates): string {
  if (from === undefined) return to === undefined ? words.whole : words.until(formatDate(to, 'long'))
  return to === undefined
    ? words.since(formatDate(from, 'long'))
    : words.fromTo(formatDate(from, 'long'), formatDate(to, 'long'))
}
