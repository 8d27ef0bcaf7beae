/**
 * What moved the money between the two moments, by category: what more came in than went out of, and the other way. It
 * adds up to the difference, and each category leads to its entries.
 */
import { useState } from 'react'
import { compareMessages as words } from '../../../locales/en/moments/compare'
import type { Categories } from '../../../stores/explain/use-categories'
import { why } from '../../../stores/explain/why-store'
import { type CategorySum, useCategoriesBetween } from '../../../stores/moments/categories-between'
import type { Between, ComparedUnit } from '../../../stores/moments/comparison-reading'
import { Button } from '../../../ui/action/button'
import { classNames } from '../../../ui/class-names'
import { ProgressBar } from '../../../ui/feedback/progress-bar'
import { currencySymbol, formatCount, formatMoney } from '../../../ui/format/format-money'
import { useIsPrinting } from '../../../ui/rows/use-printing'
import styles from './compare-table.module.css'
import { DifferenceBar } from './difference-bar'
import { WhyFigure } from './why-figure'

/** Rows of either side before the rest is one line. */
const FEW = 12

interface CategoriesTableProps {
  readonly between: Between
  readonly unit: ComparedUnit
  readonly only: string | undefined
}

export function CategoriesTable({ between, unit: { unit, currency, exponent }, only }: CategoriesTableProps) {
  const { sums, reading } = useCategoriesBetween(between, unit, only)
  const { isForward } = between
  const [all, setAll] = useState(false)
  const printing = useIsPrinting()
  const most = all || printing ? Number.POSITIVE_INFINITY : FEW
  const known = sums.filter(({ name, sum }) => name !== undefined && sum !== 0)
  const sides = [
    { title: words.income, rows: known.filter(({ sum }) => sum > 0) },
    { title: words.expense, rows: known.filter(({ sum }) => sum < 0).reverse() },
  ]
  const unread = sums.find(({ name }) => name === undefined)
  const largest = Math.max(1, ...sums.map(({ sum }) => Math.abs(sum)))
  const question = `between:${only ?? `${currency}/${exponent}`}`
  const figure = (minor: number, barred = true) => (
    <td className={styles.difference} data-minor={minor}>
      {formatMoney(minor, { exponent, sign: 'always' })}
      {barred ? <DifferenceBar share={minor / largest} /> : <span className={styles.noBar} />}
    </td>
  )
  return (
    <>
      <Reading {...reading} />
      <table className={styles.kinds} data-testid="by-category">
        <caption>
          {(reading.state === 'done' ? words.byCategory : words.byCategorySoFar)(currencySymbol(currency))}
        </caption>
        <tbody>
          {unread !== undefined && (
            <tr className={styles.kindRow}>
              <th scope="row" className={styles.quiet}>
                {words.notRead}
              </th>
              {figure(unread.sum)}
            </tr>
          )}
          {sides.flatMap(({ title, rows }) => [
            ...(rows.length === 0
              ? []
              : [
                  <tr key={title} className={classNames(styles.kindRow, styles.side)}>
                    <th scope="row">{title}</th>
                    {figure(total(rows), false)}
                  </tr>,
                ]),
            ...fewOf(rows, most).map(({ name = '', sum }) => (
              <tr key={name} className={styles.kindRow}>
                <th scope="row" className={styles.category}>
                  <Name
                    name={name}
                    {...(isForward ? { onPress: () => why.askGroup(question, 'category', name) } : {})}
                  />
                </th>
                {figure(sum)}
              </tr>
            )),
            ...(rows.length <= fewOf(rows, most).length
              ? []
              : [
                  <tr key={`${title} others`} className={styles.kindRow}>
                    <th scope="row">{words.otherCategories(rows.length - FEW)}</th>
                    {figure(total(rows.slice(FEW)))}
                  </tr>,
                ]),
          ])}
          <tr className={classNames(styles.kindRow, styles.side)}>
            <th scope="row">{words.difference}</th>
            <td className={styles.difference} data-minor={total(sums)}>
              <WhyFigure question={isForward ? question : undefined} minor={total(sums)} exponent={exponent} signed />
              <span className={styles.noBar} />
            </td>
          </tr>
        </tbody>
      </table>
      {sides.some(({ rows }) => rows.length > fewOf(rows, most).length) && (
        <Button variant="bare" size="small" onPress={() => setAll(true)}>
          {words.allCategories(known.length)}
        </Button>
      )}
    </>
  )
}

function Name({ name, onPress }: { readonly name: string; readonly onPress?: () => void }) {
  const text = <bdi>{name || words.noCategory}</bdi>
  if (onPress === undefined) return <span className={styles.name}>{text}</span>
  return (
    <button
      type="button"
      className={styles.name}
      title={name}
      aria-label={words.whyGroup(name || words.noCategory)}
      onClick={onPress}
    >
      {text}
    </button>
  )
}

function Reading({ state, done, total: events, stop, goOn }: Categories) {
  if (state === 'done') return null
  if (state === 'reading') {
    return <ProgressBar label={words.reading} done={done} total={events} unit="events" onCancel={stop} />
  }
  return (
    <p className={styles.quiet} role="status">
      {state === 'failed' && `${words.readFailed} `}
      {words.readStopped(formatCount(done), formatCount(events))}{' '}
      <Button size="small" onPress={goOn}>
        {state === 'failed' ? words.tryAgain : words.readOn}
      </Button>
    </p>
  )
}

/** One more rather than a line that says there is one more. */
function fewOf(rows: readonly CategorySum[], most: number): readonly CategorySum[] {
  return rows.length <= most + 1 ? rows : rows.slice(0, most)
}

function total(rows: readonly CategorySum[]): number {
  return rows.reduce((sum, row) => sum + row.sum, 0)
}
