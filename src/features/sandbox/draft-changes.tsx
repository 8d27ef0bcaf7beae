/** The entries that a "what if" changes: each left out, or moved to another date. */
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { sandboxMessages as messages } from '../../locales/en/sandbox'
import { dialogs } from '../../stores/dialog-store'
import { cachedEntryWords, type EntryWords, readEntryWords } from '../../stores/entry-words'
import { useLedger } from '../../stores/ledger-store'
import { type DraftChange, sandboxDraft } from '../../stores/sandbox/sandbox-draft'
import { Button } from '../../ui/action/button'
import { Segmented } from '../../ui/action/segmented'
import { DateField } from '../../ui/field/date-field'
import { formatDate, isoOfDay } from '../../ui/format/format-date'
import { formatMoney } from '../../ui/format/format-money'
import styles from './sandbox-dialogs.module.css'

export function DraftChanges({ changes }: { readonly changes: readonly DraftChange[] }) {
  const words = useWords(changes.map(({ position }) => position))
  return (
    <section aria-label={messages.chosen} className={styles.changes}>
      <h3 className={styles.label}>{messages.chosen}</h3>
      {changes.length === 0 && <p className={styles.text}>{messages.chooseFirst}</p>}
      {changes.length > 0 && (
        <ul className={styles.list}>
          {changes.map((change, index) => (
            <Change key={change.position} change={change} words={words[index]} />
          ))}
        </ul>
      )}
      {/* The draft stays: the next choice opens the dialog with it. */}
      <Button size="small" onPress={dialogs.close}>
        {messages.chooseMore}
      </Button>
    </section>
  )
}

function Change({ change, words }: { readonly change: DraftChange; readonly words: EntryWords | undefined }) {
  const { position, effectiveOn } = change
  const { what, more, date } = useEntryFacts(position, words)
  return (
    <li className={styles.change}>
      <span className={styles.what}>
        <b>{what}</b>
        <span className={styles.quiet}>{more}</span>
      </span>
      <Segmented
        label={messages.changeOf(what)}
        value={effectiveOn === null ? 'out' : 'move'}
        options={[
          { value: 'out', label: messages.leaveOut },
          { value: 'move', label: messages.move },
        ]}
        onChange={(next) => sandboxDraft.put({ position, effectiveOn: next === 'out' ? null : date })}
      />
      <Button
        variant="bare"
        label={messages.keepInPlace(what)}
        icon={<X />}
        onPress={() => sandboxDraft.remove(position)}
      />
      {effectiveOn !== null && (
        <div className={styles.date}>
          <DateField
            label={messages.newDate}
            value={effectiveOn === '' ? null : effectiveOn}
            onChange={(next) => sandboxDraft.put({ position, effectiveOn: next ?? '' })}
          />
        </div>
      )}
    </li>
  )
}

function useEntryFacts(position: number, words: EntryWords | undefined) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const { day, effect, account } = timeline.columns
  const date = isoOfDay(day[position - 1] ?? 0)
  const track = timeline.accounts[account[position - 1] ?? -1]
  const money = formatMoney(effect[position - 1] ?? 0, {
    exponent: track?.exponent ?? 2,
    ...(track && { currency: track.currency }),
    sign: 'always',
  })
  const transfer = words?.counterpartId === undefined ? '' : messages.transfer
  const what = words?.payee || transfer || words?.memo || messages.entry
  return { what, more: `${money} · ${formatDate(date, 'date')}`, date }
}

/** By the given positions; undefined while they are read. */
function useWords(positions: readonly number[]): readonly (EntryWords | undefined)[] {
  const timeline = useLedger((ledger) => ledger.timeline)
  const [, setRead] = useState(0)
  const wanted = positions.join()
  useEffect(() => {
    let left = false
    const asked = wanted === '' ? [] : wanted.split(',').map(Number)
    readEntryWords(timeline, asked, timeline.size).then(
      () => !left && setRead((before) => before + 1),
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [timeline, wanted])
  return positions.map((position) => cachedEntryWords(timeline, position, timeline.size))
}
