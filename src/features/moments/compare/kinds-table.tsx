/** What moved the money between the two moments, by kind, a currency at a time: it adds up to the difference. */
import { compareMessages as words } from '../../../locales/en/moments/compare'
import { type Between, type ComparedUnit, sumOfKind } from '../../../stores/moments/comparison-reading'
import { currencySymbol, formatMoney } from '../../../ui/format/format-money'
import styles from './compare-table.module.css'
import { DifferenceBar } from './difference-bar'

const KINDS = Object.keys(words.kinds) as (keyof typeof words.kinds)[]

interface KindsTableProps {
  readonly between: Between
  readonly units: readonly ComparedUnit[]
}

export function KindsTable({ between, units }: KindsTableProps) {
  return units.map((unit) => <OfUnit key={unit.unit} between={between} unit={unit} />)
}

function OfUnit({
  between,
  unit: { unit, currency, exponent },
}: {
  readonly between: Between
  readonly unit: ComparedUnit
}) {
  const sums = KINDS.map((type) => ({ type, sum: sumOfKind(between, unit, type) }))
  const rows = sums.filter(({ sum }) => sum !== 0)
  if (rows.length === 0) return null
  const largest = Math.max(...rows.map(({ sum }) => Math.abs(sum)))
  return (
    <table className={styles.kinds}>
      <caption>{words.byKind(currencySymbol(currency))}</caption>
      <tbody>
        {rows.map(({ type, sum }) => (
          <tr key={type} className={styles.kindRow}>
            <th scope="row">{words.kinds[type]}</th>
            <td className={styles.difference} data-minor={sum}>
              {formatMoney(sum, { exponent, sign: 'always' })}
              <DifferenceBar share={sum / largest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
