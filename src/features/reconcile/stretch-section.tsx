/** One stretch of days in which the difference began: what was right before it, who is suspected, and all its entries. */
import { reconcileMessages as messages } from '../../locales/en/reconcile'
import { useLedger } from '../../stores/ledger-store'
import { type Stretch, type Suspects, useWordsOf } from '../../stores/reconcile/reconciliation'
import { formatCount, formatMoney } from '../../ui/format/format-money'
import { EntriesSince } from './entries-since'
import { MissingEntry } from './missing-entry'
import styles from './stretch-section.module.css'
import { SuspectItem } from './suspect-item'
import { type AccountUnit, useWriting, writeDay } from './use-writing'

interface StretchSectionProps {
  readonly account: AccountUnit
  readonly stretch: Stretch
  readonly suspects: Suspects
  /** Events known. */
  readonly position: number
  /** One of several parts of a wider stretch. */
  readonly isPart: boolean
}

export function StretchSection({ account, stretch, suspects, position, isPart }: StretchSectionProps) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const writing = useWriting(account, stretch)
  const { difference } = stretch
  const found = suspects.suspects
  const positions = found.flatMap(({ slots, reasons }) => [
    ...slots.map((slot) => slot + 1),
    ...reasons.flatMap((reason) => ('twin' in reason ? [reason.twin + 1] : [])),
  ])
  const words = new Map(useWordsOf(positions, position).map((each, index) => [positions[index], each]))
  const amount = writing.signed(difference)
  const heading =
    writing.start === ''
      ? messages.stretchFromBeginning(amount, writing.until)
      : messages.stretch(amount, writing.start, writing.until)
  return (
    <section className={styles.stretch} aria-label={heading}>
      <h2 className={styles.heading}>{heading}</h2>
      <p className={styles.start}>
        {isPart && `${messages.narrower}. `}
        {startWords(stretch, suspects, account, writing.until)}
      </p>
      <h3 className={styles.subheading}>{messages.suspects}</h3>
      {found.length === 0 && <p className={styles.none}>{messages.noSuspects}</p>}
      <ul aria-label={messages.suspects} className={styles.suspects}>
        {found.map((suspect) => (
          <SuspectItem
            key={`${suspect.slots.join('+')} ${suspect.reasons[0]?.kind}`}
            {...{ account, suspect, stretch, writing, words, timeline, position }}
          />
        ))}
        <MissingEntry {...{ account, stretch, writing, alike: suspects.alike }} />
      </ul>
      <p className={styles.note}>{searched(suspects)}</p>
      <EntriesSince
        key={`${stretch.afterDay} ${stretch.until.day}`}
        {...{ account, stretch, position }}
        count={suspects.entries}
      />
    </section>
  )
}

function searched({ more, pairedAmong, entries }: Suspects): string {
  return [
    more > 0 ? messages.more(formatCount(more)) : '',
    messages.pairsSearched,
    pairedAmong < entries && pairedAmong > 0 && entries > 20_000 ? messages.pairsBounded(formatCount(pairedAmong)) : '',
  ]
    .filter((words) => words !== '')
    .join(' ')
}

function startWords(
  { start, until }: Stretch,
  { suspects }: Suspects,
  { currency, exponent }: AccountUnit,
  untilWords: string,
): string {
  const money = (minor: number, sign: 'auto' | 'always' = 'auto') => formatMoney(minor, { currency, exponent, sign })
  if (until.mark?.status === 'changed') {
    const late = suspects.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'late')).length
    return messages.changedSince(untilWords, late)
  }
  switch (start.kind) {
    case 'agreed':
      return messages.agreedOn(writeDay(start.statement.day), money(start.statement.balance))
    case 'differed':
      return messages.differedOn(writeDay(start.statement.day), money(start.statement.difference, 'always'))
    case 'same-balance':
      return messages.sameOn(writeDay(start.day), money(until.balance))
    case 'beginning':
      return messages.fromBeginning
  }
}
