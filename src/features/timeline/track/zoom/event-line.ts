/** An event in one line: what, who, how much. Who is read from the log when the pointer rests, never while it moves. */
import { useEffect, useState } from 'react'
import { timelineMessages } from '../../../../locales/en/timeline/timeline'
import { dotted } from '../../../../locales/isolated'
import { accountNameAt } from '../../../../stores/account-reading'
import { cachedEntryWords, readEntryWords } from '../../../../stores/entry-words'
import { useLedger } from '../../../../stores/ledger-store'
import { eventAtPosition } from '../../../../stores/time-track'
import { formatMoney } from '../../../../ui/format/format-money'

/** Milliseconds without a move before the log is read. */
const REST = 120

/** Undefined before the first event. */
export function useEventLine(position: number): string | undefined {
  const timeline = useLedger((ledger) => ledger.timeline)
  const [, setRead] = useState(0)
  useEffect(() => {
    if (position === 0 || cachedEntryWords(timeline, position, timeline.size) !== undefined) return
    let current = true
    const timer = setTimeout(async () => {
      // What cannot be read leaves the words out; the rest is in memory.
      await readEntryWords(timeline, [position], timeline.size).catch(() => undefined)
      if (current) setRead((count) => count + 1)
    }, REST)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [timeline, position])
  const event = eventAtPosition(position)
  if (event === undefined) return undefined
  const account = event.account === undefined ? undefined : timeline.accounts[event.account]
  const entry = cachedEntryWords(timeline, position, timeline.size)
  const other = entry?.counterpartId
  const who = other === undefined ? entry?.payee : accountNameAt(timeline, other, position)
  const { effect } = event
  return dotted(
    timelineMessages.eventTypes[event.type],
    who || (account && accountNameAt(timeline, account.id, position)),
    account && effect !== 0
      ? formatMoney(effect, { exponent: account.exponent, sign: effect > 0 ? 'always' : 'auto' })
      : undefined,
  )
}
