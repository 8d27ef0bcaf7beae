/** How many events lie between the two moments, and of which kinds. */
import { List } from 'lucide-react'
import { compareMessages as words } from '../../../locales/en/moments/compare'
import { type Between, countOfType } from '../../../stores/moments/comparison-reading'
import styles from './boxes.module.css'

const TYPES = Object.keys(words.counts) as (keyof typeof words.counts)[]

export function BetweenBox({ between }: { readonly between: Between }) {
  const counts = TYPES.map((type) => ({ type, count: countOfType(between, type) })).filter(({ count }) => count > 0)
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <section className={styles.box}>
      <h2 className={styles.title}>
        <List aria-hidden="true" />
        {words.between(total)}
      </h2>
      <p>
        {total === 0
          ? words.nothingBetween
          : `${counts.map(({ type, count }) => words.counts[type](count)).join(', ')}.`}
      </p>
      {between.gone.length > 0 && <p>{words.gone(between.gone.length)}</p>}
    </section>
  )
}
