/** A, the difference, and B: each with its totals, a currency a line. */
import { Circle, History, Pencil } from 'lucide-react'
import { compareMessages as words } from '../../../locales/en/moments/compare'
import { useCursor } from '../../../stores/cursor-store'
import { dialogs } from '../../../stores/dialog-store'
import { useWhy, why } from '../../../stores/explain/why-store'
import type { ComparedBalances, ComparedUnit } from '../../../stores/moments/comparison-reading'
import type { Moment } from '../../../time-travel/moment'
import { Button } from '../../../ui/action/button'
import { NumberButton } from '../../../ui/action/number-button'
import { classNames } from '../../../ui/class-names'
import { formatCount, formatMoney } from '../../../ui/format/format-money'
import { dayOfMoment, momentWords } from '../moment-words'
import { timeBetween } from '../time-between'
import styles from './moment-cards.module.css'

interface CardsProps {
  readonly a: Moment
  /** Only this account lies between them: the difference of all is not explained then. */
  readonly only: string | undefined
  readonly balances: ComparedBalances
}

export function MomentCards({ a, only, balances }: CardsProps) {
  const b = useCursor((cursor) => cursor.moment)
  const { boundA, boundB, isNowA, isNowB, units } = balances
  // What A shows and B does not has no entries that lead from one to the other.
  const isForward = boundA.position <= boundB.position && boundA.day <= boundB.day
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
          {...(isForward && only === undefined ? { asks: 'between' } : {})}
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
        asks="total"
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
  readonly asks?: 'total'
}

function Side({ title, isNow, position, figures, accounts, testId, change, asks }: SideProps) {
  return (
    <div className={classNames(styles.side, isNow ? styles.now : styles.past)}>
      <h2 className={styles.name}>
        {isNow ? <Circle aria-hidden="true" /> : <History aria-hidden="true" />}
        <span>{title}</span>
        {change}
      </h2>
      <Figures figures={figures} testId={testId} {...(asks ? { asks } : {})} />
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
  /** Their explanation: of the cursor, which is B. */
  readonly asks?: 'total' | 'between'
}

function Figures({ figures, sign = false, testId, asks }: FiguresProps) {
  const asked = useWhy((state) => state.question)
  return figures.map(({ unit: { currency, exponent }, minor }, index) => {
    const figure = formatMoney(minor, { currency, exponent, sign: sign ? 'always' : 'auto' })
    const question = `${asks}:${currency}/${exponent}`
    return (
      <p
        key={`${currency} ${exponent}`}
        className={index === 0 ? styles.big : styles.more}
        data-minor={minor}
        {...(index === 0 ? { 'data-testid': testId } : {})}
      >
        {asks === undefined ? (
          figure
        ) : (
          <NumberButton
            data-why={question}
            label={words.why(figure)}
            asked={asked === question}
            onPress={() => why.toggle(question)}
          >
            {figure}
          </NumberButton>
        )}
      </p>
    )
  })
}

function sum(units: readonly ComparedUnit[], of: 'accountsA' | 'accountsB'): number {
  return units.reduce((accounts, unit) => accounts + unit[of], 0)
}
