/** What happened at the moment: the event that it stands on. Words are read when the cursor rests, never in a drag. */
import { useEffect, useState } from 'react'
import { timelineMessages as words } from '../../../locales/en/timeline/timeline'
import { accountNameAt } from '../../../stores/account-reading'
import { useCursor } from '../../../stores/cursor-store'
import { cachedEntryWords, readEntryWords } from '../../../stores/entry-words'
import { useLedger } from '../../../stores/ledger-store'
import { eventAtPosition } from '../../../stores/time-track'
import { formatMoney } from '../../../ui/format/format-money'
import styles from './stood-on.module.css'

/** Milliseconds without a move before the log is read. */
const REST = 80

/** Shows `type · payee · amount`; without the payee while it is not read yet. A long payee is cut, never a figure. */
export function StoodOn({ className }: { readonly className?: string }) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const position = useCursor((cursor) => cursor.bound.position)
  const [, setRead] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another ledger has other words at the same position
  useEffect(() => {
    if (position === 0 || cachedEntryWords(timeline, position, position) !== undefined) return
    let current = true
    const timer = setTimeout(async () => {
      // What cannot be read leaves the words out; the type and the amount are in memory.
      await readEntryWords(timeline, [position], position).catch(() => undefined)
      if (current) setRead((count) => count + 1)
    }, REST)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [timeline, version, position])

  const event = eventAtPosition(position)
  if (event === undefined) return null
  const account = event.account === undefined ? undefined : timeline.accounts[event.account]
  const who = whoOf(position) || (account && accountNameAt(timeline, account.id, position))
  const amount =
    account && event.effect !== 0
      ? formatMoney(event.effect, { exponent: account.exponent, sign: event.effect > 0 ? 'always' : 'auto' })
      : undefined
  return (
    <span className={className}>
      {/* Each by itself: letters that run to the left must not turn a figure around. */}
      <span className={styles.part}>
        {words.eventTypes[event.type]}
        {who && (
          <>
            {' · '}
            <bdi>{who}</bdi>
          </>
        )}
      </span>
      {amount && (
        <span className={styles.part}>
          {' · '}
          <bdi>{amount}</bdi>
        </span>
      )}
    </span>
  )
}

function whoOf(position: number): string | undefined {
  const { timeline } = useLedger.getState()
  const entry = cachedEntryWords(timeline, position, position)
  return entry?.counterpartId === undefined ? entry?.payee : accountNameAt(timeline, entry.counterpartId, position)
}
