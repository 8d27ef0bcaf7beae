/** Every account on both sides, and what each currency adds up to. */
import { useMemo } from 'react'
import { compareMessages as words } from '../../../locales/en/moments/compare'
import { nameAtPosition } from '../../../stores/moments/account-words'
import { type ComparedBalances, comparedAccounts } from '../../../stores/moments/comparison-reading'
import type { Bound } from '../../../time-travel/resolve-moment'
import { classNames } from '../../../ui/class-names'
import { Checkbox } from '../../../ui/field/checkbox'
import { currencySymbol } from '../../../ui/format/format-money'
import { useRowHeight } from '../../../ui/rows/use-row-height'
import { type VirtualRow, VirtualRows } from '../../../ui/rows/virtual-rows'
import styles from './compare-table.module.css'
import { DifferenceBar } from './difference-bar'
import { figureWidths, type UnitRange, unitRanges } from './figure-widths'
import { OnlyButton } from './only-button'
import { WhyFigure } from './why-figure'

const IN_SIGHT = 12
const PRINTED = 1_000

interface AccountsTableProps {
  readonly balances: ComparedBalances
  /** The account that everything below is narrowed to. */
  readonly only: string | undefined
  readonly changedOnly: boolean
  readonly onOnly: (accountId: string) => void
  readonly onChangedOnly: (changedOnly: boolean) => void
}

export function AccountsTable({ balances, only, changedOnly, onOnly, onChangedOnly }: AccountsTableProps) {
  const numbers = useMemo(() => comparedAccounts(balances, changedOnly), [balances, changedOnly])
  const ranges = useMemo(() => unitRanges(balances, numbers), [balances, numbers])
  const widths = figureWidths(balances, ranges)
  const height = useRowHeight()
  return (
    <section className={styles.section}>
      <div className={styles.above}>
        <Checkbox label={words.changedOnly} checked={changedOnly} onChange={onChangedOnly} />
        {only !== undefined && (
          <OnlyButton
            name={nameAtPosition(only, Math.max(balances.boundA.position, balances.boundB.position))}
            onAll={() => onOnly('')}
          />
        )}
      </div>
      <VirtualRows
        label={words.table}
        count={numbers.length}
        rowHeight={height}
        most={IN_SIGHT}
        mostPrinted={PRINTED}
        notPrinted={words.notPrinted}
        style={widths}
        head={<Head />}
        foot={<Totals balances={balances} />}
      >
        {(rows) =>
          rows.map((row) => (
            <AccountLine
              key={numbers[row.index]}
              row={row}
              number={numbers[row.index] ?? 0}
              balances={balances}
              ranges={ranges}
              only={only}
              onOnly={onOnly}
            />
          ))
        }
      </VirtualRows>
      {numbers.length === 0 && <p className={styles.none}>{words.noneChanged}</p>}
    </section>
  )
}

function Head() {
  return (
    <tr className={styles.headRow}>
      <th scope="col">{words.account}</th>
      <th scope="col">{words.a}</th>
      <th scope="col">{words.b}</th>
      <th scope="col">{words.difference}</th>
    </tr>
  )
}

interface AccountLineProps {
  readonly row: VirtualRow
  readonly number: number
  readonly balances: ComparedBalances
  readonly ranges: readonly UnitRange[]
  readonly only: string | undefined
  readonly onOnly: (accountId: string) => void
}

function AccountLine({ row, number, balances, ranges, only, onOnly }: AccountLineProps) {
  const { tracks, boundA, boundB, isNowA, isNowB, isForward, a, b, units, unitOf } = balances
  const track = tracks[number]
  if (track === undefined) return null
  const { id, currency, exponent, openedPosition } = track
  const name = nameAtPosition(id, Math.max(boundA.position, boundB.position))
  const difference = (b[number] ?? 0) - (a[number] ?? 0)
  const { leastDifference = 0, mostDifference = 0 } = ranges[unitOf[number] ?? -1] ?? {}
  const largest = Math.max(mostDifference, -leastDifference) || 1
  const side = (minor: number, { position }: Bound, isNow: boolean, question: string) =>
    openedPosition > position ? (
      <td className={styles.unborn}>{words.notOpened}</td>
    ) : (
      <td className={isNow ? styles.now : styles.past} data-minor={minor}>
        <WhyFigure {...{ question, minor, exponent }} />
      </td>
    )
  return (
    <tr
      style={row.style}
      aria-rowindex={row.index + 2}
      className={classNames(styles.row, id === only && styles.chosen)}
    >
      <th scope="row" className={styles.account}>
        <button
          type="button"
          className={styles.name}
          title={name}
          aria-label={words.showOnly(name)}
          aria-pressed={id === only}
          onClick={() => onOnly(id === only ? '' : id)}
        >
          <bdi>{name}</bdi>
        </button>
        {currency !== units[0]?.currency && <span className={styles.quiet}>{currency}</span>}
      </th>
      {side(a[number] ?? 0, boundA, isNowA, `of:${id}@a`)}
      {side(b[number] ?? 0, boundB, isNowB, `of:${id}`)}
      <td className={styles.difference} data-minor={difference}>
        <WhyFigure question={isForward ? `between:${id}` : undefined} minor={difference} {...{ exponent }} signed />
        <DifferenceBar share={difference / largest} />
      </td>
    </tr>
  )
}

function Totals({ balances: { units, isNowA, isNowB, isForward } }: { readonly balances: ComparedBalances }) {
  return units.map(({ unit, currency, exponent, a, b }) => (
    <tr key={unit} className={classNames(styles.row, styles.total)}>
      <th scope="row">{words.total(currencySymbol(currency))}</th>
      <td className={isNowA ? styles.now : styles.past} data-minor={a}>
        <WhyFigure question={`total:${currency}/${exponent}@a`} minor={a} exponent={exponent} />
      </td>
      <td className={isNowB ? styles.now : styles.past} data-minor={b}>
        <WhyFigure question={`total:${currency}/${exponent}`} minor={b} exponent={exponent} />
      </td>
      <td className={styles.difference} data-minor={b - a}>
        <WhyFigure
          question={isForward ? `between:${currency}/${exponent}` : undefined}
          minor={b - a}
          exponent={exponent}
          signed
        />
      </td>
    </tr>
  ))
}
