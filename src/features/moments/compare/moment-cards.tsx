/** A, the difference, and B: each with its totals, a currency a line. */
import { Circle, History, Pencil } from 'lucide-react'
import { compareMessages as words } from '../../../locales/en/moments/compare'
import { useCursor } from '../../../stores/cursor-store'
import { dialogs } from '../../../stores/dialog-store'
import type { ComparedBalances, ComparedUnit } from '../../../stores/moments/comparison-reading'
import type { Moment } from '../../../time-travel/moment'
import { Button } from '../../../ui/action/button'
import { classNames } from '../../../ui/class-names'
import { formatCount } from '../../../ui/format/format-money'
import { dayOfMoment, momentWords } from '../moment-words'
import { timeBetween } from '../time-between'
import styles from './moment-cards.module.css'
import { WhyFigure } from './why-figure'

interface CardsProps {
  readonly a: Moment
  readonly balances: ComparedBalances
}

export function MomentCards({ a, balances }: CardsProps) {
  const b = useCursor((cursor) => cursor.moment)
  const { boundA, boundB, isNowA, isNowB, isForward, units } = balances
  const [from, to] = [dayOfMoment(a), dayOfMoment(b)]
  return (
    <section className={styles.cards} aria-label={words.title}>
      <Side
        title={words.sideA(momentWords(a, 'date-with-weekday'))}
        isNow={isNowA}
        position={boundA.position}
        figures={units.map((unit) => ({ unit, minor: unit.a }))}
        accounts={sum(units, 'accountsA')}
        testId="compare-a"
        asks={(unit) => `total:${unit}@a`}
        change={
          <Button
            variant="bare"
            size="small"
            label={words.changeA}
            icon={<Pencil />}
            onPress={() => dialogs.open({ kind: 'pin-moment' })}
          />
        }
      />
      <div className={styles.middle}>
        <h2 className={styles.name}>{words.difference}</h2>
        <Figures
          figures={units.map((unit) => ({ unit, minor: unit.b - unit.a }))}
          sign
          testId="compare-difference"
          asks={isForward ? (unit) => `between:${unit}` : undefined}
        />
        {from !== undefined && to !== undefined && <p className={styles.quiet}>{timeBetween(from, to)}</p>}
      </div>
      <Side
        title={words.sideB(momentWords(b, 'date-with-weekday'))}
        isNow={isNowB}
        position={boundB.position}
        figures={units.map((unit) => ({ unit, minor: unit.b }))}
        accounts={sum(units, 'accountsB')}
        testId="compare-b"
        asks={(unit) => `total:${unit}`}
      />
    </section>
  )
}

interface Figure {
  readonly unit: ComparedUnit
  readonly minor: number
}

interface SideProps {
  readonly title: string
  readonly isNow: boolean
  readonly position: number
  readonly figures: readonly Figure[]
  readonly accounts: number
  readonly testId: string
  readonly change?: React.ReactNode
  readonly asks: (unit: string) => string
}

function Side({ title, isNow, position, figures, accounts, testId, change, asks }: SideProps) {
  return (
    <div className={classNames(styles.side, isNow ? styles.now : styles.past)}>
      <h2 className={styles.name}>
        {isNow ? <Circle aria-hidden="true" /> : <History aria-hidden="true" />}
        <span>{title}</span>
        {change}
      </h2>
      <Figures figures={figures} testId={testId} asks={asks} />
      <p className={styles.quiet}>
        {words.event(formatCount(position))} · {words.accounts(accounts)}
      </p>
    </div>
  )
}

interface FiguresProps {
  readonly figures: readonly Figure[]
  readonly sign?: boolean
  readonly testId: string
  /** What is asked about the figure of a unit. */
  readonly asks?: ((unit: string) => string) | undefined
}

function Figures({ figures, sign = false, testId, asks }: FiguresProps) {
  return figures.map(({ unit: { currency, exponent }, minor }, index) => (
    <p
      key={`${currency} ${exponent}`}
      className={index === 0 ? styles.big : styles.more}
      data-minor={minor}
      {...(index === 0 ? { 'data-testid': testId } : {})}
    >
      <WhyFigure question={asks?.(`${currency}/${exponent}`)} {...{ minor, exponent, currency, signed: sign }} />
    </p>
  ))
}

function sum(units: readonly ComparedUnit[], of: 'accountsA' | 'accountsB'): number {
  return units.reduce((accounts, unit) => accounts + unit[of], 0)
}
