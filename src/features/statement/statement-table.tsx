/** The statement on screen: only rows in sight exist, and until all words are read only theirs are. */
import { type CSSProperties, useMemo } from 'react'
import { statementMessages as words } from '../../locales/en/accounts/statement'
import { dialogs } from '../../stores/dialog-store'
import type { EntryWords } from '../../stores/entry-words'
import { useAsked } from '../../stores/explain/use-asked'
import { useRowWords } from '../../stores/rows/use-entry-words'
import { type AccountStatement, statementRow } from '../../stores/statement/statement-reading'
import type { StatementWords } from '../../stores/statement/statement-words'
import { NumberButton } from '../../ui/action/number-button'
import { classNames } from '../../ui/class-names'
import { Mark } from '../../ui/feedback/mark'
import { Skeleton } from '../../ui/feedback/skeleton'
import { formatDate, isoOfDay } from '../../ui/format/format-date'
import { formatCount, formatMoney } from '../../ui/format/format-money'
import { headRow, OpeningRow, type RowFocus, useRowFocus } from '../../ui/rows/opening-rows'
import { useRowHeight } from '../../ui/rows/use-row-height'
import { type VirtualRow, VirtualRows } from '../../ui/rows/virtual-rows'
import { marksOf, whoOf } from './row-words'
import { COLUMNS } from './statement-columns'
import styles from './statement-table.module.css'

const IN_SIGHT = 14

interface StatementTableProps {
  readonly account: AccountStatement
  readonly read: StatementWords
}

export function StatementTable({ account, read }: StatementTableProps) {
  const height = useRowHeight()
  const widths = useMemo(() => figureWidths(account), [account])
  return (
    <VirtualRows
      label={words.table}
      count={account.statement.length}
      rowHeight={height}
      most={IN_SIGHT}
      // On paper stands a table of its own.
      mostPrinted={0}
      style={widths}
      head={
        <tr className={classNames(headRow, styles.headRow)}>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles[column]}>
              {words[column]}
            </th>
          ))}
        </tr>
      }
    >
      {(shown) => <Rows account={account} read={read} shown={shown} />}
    </VirtualRows>
  )
}

function Rows({ account, read, shown }: StatementTableProps & { readonly shown: readonly VirtualRow[] }) {
  const { statement, bound } = account
  const inSight = shown.filter(({ index }) => index < statement.length)
  const found = useRowWords(
    read.kind === 'read' ? [] : inSight.map(({ index }) => statement.slot(index) + 1),
    bound.position,
  )
  const focus = useRowFocus(inSight)
  return inSight.map((row, order) => (
    <Row
      key={statement.slot(row.index)}
      account={account}
      row={row}
      entry={read.kind === 'read' ? read.words[row.index] : found[order]}
      isRead={read.kind === 'read'}
      focus={focus}
    />
  ))
}

interface RowProps {
  readonly account: AccountStatement
  readonly row: VirtualRow
  readonly entry: EntryWords | undefined
  /** What has no words then has none to wait for. */
  readonly isRead: boolean
  readonly focus: RowFocus
}

function Row({ account, row, entry, isRead, focus }: RowProps) {
  const figures = statementRow(account, row.index)
  const { position, effect, balance, reversedOn } = figures
  const { exponent } = account.track
  const date = isoOfDay(figures.day)
  const askable = useAsked(`row:${position}`)
  return (
    <OpeningRow
      row={row}
      focus={focus}
      position={position}
      onOpen={() => dialogs.open({ kind: 'event', position })}
      why={`row:${position}`}
      className={classNames(styles.row, reversedOn !== undefined && styles.gone)}
    >
      <td className={styles.date}>
        <time dateTime={date}>{formatDate(date)}</time>
      </td>
      <td className={styles.payee}>
        {entry !== undefined && <bdi>{whoOf(position, entry, account.bound.position)}</bdi>}
        {entry === undefined && (isRead ? words.unread : <Skeleton width="middle" />)}
      </td>
      <td className={styles.memo}>
        {marksOf(figures).map((mark) => (
          <Mark key={mark}>{mark}</Mark>
        ))}
        <bdi className={styles.clip}>{entry?.memo}</bdi>
      </td>
      <td className={styles.category}>
        <bdi>{entry?.category}</bdi>
      </td>
      <td className={styles.eventColumn}>{formatCount(position)}</td>
      <td className={classNames(styles.amount, effect > 0 && styles.in)} data-minor={effect}>
        {formatMoney(effect, { exponent, sign: 'always' })}
      </td>
      <td className={styles.balance} data-minor={balance}>
        <NumberButton
          {...askable}
          label={words.why(formatMoney(balance, { exponent }))}
          tabIndex={row.index === focus.tabStop ? 0 : -1}
        >
          {formatMoney(balance, { exponent })}
        </NumberButton>
      </td>
    </OpeningRow>
  )
}

/** Figures are a little wider than `0` by default, and incoming ones are bold. */
const FIGURE = 1.05
/** Entries looked at for the longest figures: no more than the eye finds, and no pass over all of a long statement. */
const LOOKED_AT = 5_000

/** Rows are grids of their own: their columns get a width from the longest figure of the statement. */
function figureWidths({ statement, timeline, track }: AccountStatement): CSSProperties {
  const { effect } = timeline.columns
  const { exponent } = track
  let [amount, most, least] = [0, Math.max(statement.opening, statement.closing), Math.min(statement.opening, 0)]
  for (let row = 0; row < Math.min(statement.length, LOOKED_AT); row++) {
    amount = Math.max(amount, Math.abs(effect[statement.slot(row)] ?? 0))
    most = Math.max(most, statement.balance(row))
    least = Math.min(least, statement.balance(row))
  }
  const ch = (...texts: string[]) => `${Math.ceil(Math.max(8, ...texts.map(({ length }) => length)) * FIGURE)}ch`
  return {
    '--amount': ch(formatMoney(-amount, { exponent, sign: 'always' })),
    '--balance': ch(formatMoney(most, { exponent }), formatMoney(least, { exponent })),
  } as CSSProperties
}
