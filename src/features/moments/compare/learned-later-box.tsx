/** The two clocks without a lecture: what is true of A's day, though nobody had recorded it by then. */
import { History } from 'lucide-react'
import { around } from '../../../locales/around'
import { compareMessages as words } from '../../../locales/en/moments/compare'
import { dialogs } from '../../../stores/dialog-store'
import { useLedger } from '../../../stores/ledger-store'
import { type Between, type ComparedUnit, totalAsKnown } from '../../../stores/moments/comparison-reading'
import { useEntryWords } from '../../../stores/rows/use-entry-words'
import type { Moment } from '../../../time-travel/moment'
import { Button } from '../../../ui/action/button'
import { classNames } from '../../../ui/class-names'
import { formatDate, isoOfDay } from '../../../ui/format/format-date'
import { formatMoney } from '../../../ui/format/format-money'
import styles from './boxes.module.css'
import { whoOf } from './entries/entry-words'
import { WhyFigure } from './why-figure'

const SHOWN = 4

interface LearnedLaterBoxProps {
  readonly a: Moment
  readonly between: Between
  readonly units: readonly ComparedUnit[]
  readonly onShow: () => void
}

export function LearnedLaterBox({ a, between, units, onShow }: LearnedLaterBoxProps) {
  const { known, learnedLater, boundB } = between
  if (known === undefined) return null
  const day = formatDate(isoOfDay(known.day))
  const { length } = learnedLater
  const [unit] = units
  return (
    <section className={classNames(styles.box, styles.late)}>
      <h2 className={styles.title}>
        <History aria-hidden="true" />
        {words.learnedLater}
      </h2>
      <p>{length === 0 ? words.learnedNothing(day) : `${words.learned(length, day)} `}</p>
      {length > 0 && unit !== undefined && <AsKnown {...{ a, between, unit }} />}
      {length > 0 && <Rows between={between} until={boundB.position} />}
      {length > SHOWN && (
        <>
          <Button size="small" className={styles.more ?? ''} onPress={onShow}>
            {words.showThem(length)}
          </Button>
          <p className={styles.paper}>{words.firstOfThem(SHOWN, length)}</p>
        </>
      )}
    </section>
  )
}

/** What the total would have been: A on the value-date clock has what nobody knew then, else it lacks it. */
function AsKnown({ a, between: { known, boundB }, unit }: Pick<LearnedLaterBoxProps, 'a' | 'between'> & OfUnit) {
  if (known === undefined) return null
  const { currency, exponent } = unit
  const hasThem = a !== 'now' && !('position' in a) && !('recordedAt' in a)
  const [before, after] = around(1, hasThem ? words.asKnownThen : words.asKnownAtB)
  const minor = totalAsKnown(unit, known, hasThem ? known : boundB)
  const day = isoOfDay(known.day)
  const at = hasThem ? `${known.position}_${day}` : day
  return (
    <p>
      {before}
      <WhyFigure question={`total:${currency}/${exponent}@${at}`} {...{ minor, exponent, currency }} />
      {after}
    </p>
  )
}

interface OfUnit {
  readonly unit: ComparedUnit
}

function Rows({ between: { learnedLater }, until }: { readonly between: Between; readonly until: number }) {
  const { columns, accounts } = useLedger((ledger) => ledger.timeline)
  const slots = Array.from({ length: Math.min(SHOWN, learnedLater.length) }, (_, row) => learnedLater.slot(row))
  const entries = useEntryWords(slots.map((slot) => ({ position: slot + 1, until })))
  return (
    <ul className={styles.rows}>
      {slots.map((slot, index) => {
        const exponent = accounts[columns.account[slot] ?? -1]?.exponent ?? 0
        return (
          <li key={slot}>
            <button
              type="button"
              className={styles.row}
              onClick={() => dialogs.open({ kind: 'event', position: slot + 1 })}
            >
              <span className={styles.date}>{formatDate(isoOfDay(columns.day[slot] ?? 0), 'day-month')}</span>
              <span className={styles.who}>{whoOf(slot, entries[index], until)}</span>
              <span>{formatMoney(columns.effect[slot] ?? 0, { exponent, sign: 'always' })}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
