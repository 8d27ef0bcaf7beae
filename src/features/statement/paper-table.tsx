/** The statement as it is printed: a plain table with every entry, whose head the browser repeats on each sheet. */
import { statementMessages as words } from '../../locales/en/accounts/statement'
import { type AccountStatement, statementRow } from '../../stores/statement/statement-reading'
import type { PrintedWords, StatementWords } from '../../stores/statement/statement-words'
import { formatDate, isoOfDay } from '../../ui/format/format-date'
import { formatCount, formatMoney } from '../../ui/format/format-money'
import styles from './paper-table.module.css'
import { marksOf, whoOf } from './row-words'
import { COLUMNS } from './statement-columns'

interface PaperTableProps {
  readonly account: AccountStatement
  readonly read: StatementWords
}

export function PaperTable({ account, read }: PaperTableProps) {
  const { statement } = account
  return (
    <table className={styles.table} data-testid="statement-paper">
      {read.kind !== 'read' && <caption className={styles.unread}>{words.printedUnread}</caption>}
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles[column]}>
              {words[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <BalanceLine account={account} which="opening" />
        {Array.from({ length: statement.length }, (_, row) => (
          <Line key={statement.slot(row)} account={account} row={row} entry={read.words[row]} />
        ))}
        <BalanceLine account={account} which="closing" />
      </tbody>
    </table>
  )
}

interface LineProps {
  readonly account: AccountStatement
  readonly row: number
  readonly entry: PrintedWords | undefined
}

function Line({ account, row, entry }: LineProps) {
  const { bound, track } = account
  const figures = statementRow(account, row)
  const { exponent } = track
  const texts = [entry?.memo, entry?.reference ? words.reference(entry.reference) : '', ...marksOf(figures)]
  return (
    <tr data-position={figures.position} data-reversed={figures.reversedOn === undefined ? undefined : ''}>
      <td className={styles.date}>{formatDate(isoOfDay(figures.day))}</td>
      <td>{entry === undefined ? words.unread : <bdi>{whoOf(figures.position, entry, bound.position)}</bdi>}</td>
      <td>
        {texts.filter(Boolean).map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: texts of one row, which never change places
          <bdi key={index} className={styles.text}>
            {text}
          </bdi>
        ))}
      </td>
      <td className={styles.category}>
        <bdi>{entry?.category}</bdi>
      </td>
      <td className={styles.eventColumn}>{formatCount(figures.position)}</td>
      <td className={styles.amount} data-minor={figures.effect}>
        {formatMoney(figures.effect, { exponent, sign: 'always' })}
      </td>
      <td className={styles.balance} data-minor={figures.balance}>
        {formatMoney(figures.balance, { exponent })}
      </td>
    </tr>
  )
}

function BalanceLine({
  account,
  which,
}: {
  readonly account: AccountStatement
  readonly which: 'opening' | 'closing'
}) {
  const { statement, track } = account
  return (
    <tr className={styles.ends}>
      <th scope="row" colSpan={COLUMNS.length - 1}>
        {words[which]}
      </th>
      <td className={styles.balance} data-minor={statement[which]}>
        {formatMoney(statement[which], { exponent: track.exponent })}
      </td>
    </tr>
  )
}
