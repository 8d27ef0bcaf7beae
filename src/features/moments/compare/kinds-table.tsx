/** What moved the money between the two moments, by kind or category, a currency at a time: it adds up to the difference. */
import { compareMessages as words } from '../../../locales/en/moments/compare'
import { why } from '../../../stores/explain/why-store'
import { type Between, type ComparedUnit, sumOfKind } from '../../../stores/moments/comparison-reading'
import { Segmented } from '../../../ui/action/segmented'
import { currencySymbol, formatMoney } from '../../../ui/format/format-money'
import { CategoriesTable } from './categories-table'
import styles from './compare-table.module.css'
import { DifferenceBar } from './difference-bar'

const KINDS = Object.keys(words.kinds) as (keyof typeof words.kinds)[]

interface KindsTableProps {
  readonly between: Between
  readonly units: readonly ComparedUnit[]
  /** The account compared alone, by id. */
  readonly only: string | undefined
  readonly byCategory: boolean
  readonly onByCategory: (byCategory: boolean) => void
}

export function KindsTable({ between, units, only, byCategory, onByCategory }: KindsTableProps) {
  const moved = units.filter(({ unit }) => KINDS.some((type) => sumOfKind(between, unit, type) !== 0))
  if (moved.length === 0) return null
  return (
    <section className={styles.groups}>
      <Segmented
        label={words.groupBy}
        value={byCategory ? 'category' : 'kind'}
        onChange={(by) => onByCategory(by === 'category')}
        options={(['kind', 'category'] as const).map((value) => ({ value, label: words.groupings[value] }))}
      />
      {moved.map((unit) =>
        byCategory ? (
          <CategoriesTable key={unit.unit} between={between} unit={unit} only={only} />
        ) : (
          <OfUnit key={unit.unit} between={between} unit={unit} only={only} />
        ),
      )}
    </section>
  )
}

function OfUnit({
  between,
  unit: { unit, currency, exponent },
  only,
}: Pick<KindsTableProps, 'between' | 'only'> & { readonly unit: ComparedUnit }) {
  const question = `between:${only ?? `${currency}/${exponent}`}`
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
            <th scope="row" className={styles.category}>
              {between.isForward ? (
                <button
                  type="button"
                  className={styles.name}
                  aria-label={words.whyGroup(words.kinds[type])}
                  onClick={() => why.askGroup(question, 'kind', type)}
                >
                  {words.kinds[type]}
                </button>
              ) : (
                words.kinds[type]
              )}
            </th>
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
