/** One suspect: the entry as its row shows it, why it is suspected, and what can be done. Nothing is done by itself. */
import { FilePlus2, FileText, Undo2 } from 'lucide-react'
import { reconcileMessages as messages } from '../../locales/en/reconcile'
import type { Timeline } from '../../projections/timeline'
import { useCursor } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import type { EntryWords } from '../../stores/entry-words'
import { rowFigures } from '../../stores/history-reading'
import { dateOfDay } from '../../stores/reconcile/day-of-date'
import type { Reason, Stretch, Suspect } from '../../stores/reconcile/reconciliation'
import { Button } from '../../ui/action/button'
import { EntryLine } from './entry-line'
import styles from './suspect-item.module.css'
import { sentenceFor, type Writing } from './suspect-words'
import { type AccountUnit, writeDay } from './use-writing'

export type WordsByPosition = ReadonlyMap<number | undefined, EntryWords | undefined>

interface SuspectItemProps {
  readonly account: AccountUnit
  readonly suspect: Suspect
  readonly stretch: Stretch
  readonly writing: Writing
  readonly words: WordsByPosition
  readonly timeline: Timeline
  /** Events known. */
  readonly position: number
}

export function SuspectItem(props: SuspectItemProps) {
  const { account, suspect, stretch, writing, words, timeline, position } = props
  const { slots, reasons } = suspect
  const [first = 0] = slots
  const isLater = (timeline.columns.day[first] ?? 0) > stretch.until.day
  const why = reasons.map((reason) =>
    sentenceFor(reason, { slot: first, isLater, sameWords: hasSameWords(reason, first, words) }, writing),
  )
  return (
    <li className={styles.suspect} data-reason={reasons[0]?.kind}>
      {slots.map((slot) => (
        <EntryLine key={slot} {...{ account, timeline, slot, position }} words={words.get(slot + 1)} />
      ))}
      <p className={styles.why}>{why.join(' ')}</p>
      {slots.map((slot) => (
        <Actions key={slot} {...props} slot={slot} />
      ))}
    </li>
  )
}

function hasSameWords(reason: Reason, slot: number, words: WordsByPosition): boolean {
  const twin = 'twin' in reason ? words.get(reason.twin + 1) : undefined
  const payee = words.get(slot + 1)?.payee ?? ''
  return payee !== '' && twin?.payee === payee
}

function Actions({ account, suspect, stretch, writing, words, timeline, slot }: SuspectItemProps & { slot: number }) {
  const isNow = useCursor((cursor) => cursor.isNow)
  const bound = useCursor((cursor) => cursor.bound)
  const past = isNow ? null : messages.pastReadOnly
  const figures = rowFigures(timeline, slot, bound)
  const reason = suspect.reasons[0]
  const again = recordedAgain(reason, slot, timeline, stretch)
  const keeps = reason?.kind === 'once'
  const draft = () => {
    if (again === undefined) return
    const { payee, memo, category } = words.get(slot + 1) ?? { payee: '', memo: '', category: '' }
    dialogs.open({
      kind: again.minor > 0 ? 'deposit' : 'withdraw',
      accountId: account.id,
      draft: { amount: Math.abs(again.minor), effectiveOn: again.date, payee, memo, category },
    })
  }
  return (
    <div className={styles.actions}>
      <Button size="small" icon={<FileText />} onPress={() => dialogs.open({ kind: 'event', position: slot + 1 })}>
        {messages.showEvent}
      </Button>
      {figures.reversible && !keeps && (
        <Button
          size="small"
          icon={<Undo2 />}
          disabledReason={past}
          onPress={() => dialogs.open({ kind: 'reverse', accountId: account.id, position: slot + 1, onItsDate: true })}
        >
          {messages.reverse}
        </Button>
      )}
      {again !== undefined && !figures.isTransfer && (
        <Button size="small" icon={<FilePlus2 />} disabledReason={past} onPress={draft}>
          {reason?.kind === 'date'
            ? messages.recordOn(writeDay(stretch.until.day))
            : messages.recordAs(writing.signed(again.minor))}
        </Button>
      )}
      {again !== undefined && !keeps && figures.reversible && (
        <span className={styles.hint}>{messages.correctHint}</span>
      )}
      {figures.isTransfer && <span className={styles.hint}>{messages.notReversible}</span>}
    </div>
  )
}

/** What the entry should have been, where the reason says so: to be recorded anew once it is reversed. */
function recordedAgain(
  reason: Reason | undefined,
  slot: number,
  { columns }: Timeline,
  { until }: Stretch,
): { readonly minor: number; readonly date: string } | undefined {
  const date = dateOfDay(columns.day[slot] ?? 0)
  if (reason === undefined) return undefined
  if ('truth' in reason) return { minor: reason.truth, date }
  if (reason.kind === 'once') return { minor: columns.effect[slot] ?? 0, date }
  if (reason.kind === 'date') return { minor: columns.effect[slot] ?? 0, date: dateOfDay(until.day) }
  return undefined
}
