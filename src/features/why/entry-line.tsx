/** One entry of the list: what it was, its amount, and the sum of it and all below. It leads to its event. */
import { History as Clock } from 'lucide-react'
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { whyMessages as messages } from '../../locales/en/why'
import { isolated } from '../../locales/isolated'
import { dialogs } from '../../stores/dialog-store'
import type { EntryWords } from '../../stores/entry-words'
import { classNames } from '../../ui/class-names'
import { Mark } from '../../ui/feedback/mark'
import { Skeleton } from '../../ui/feedback/skeleton'
import { formatDate, formatInstantDate, isoOfDay } from '../../ui/format/format-date'
import { formatCount, formatMoney } from '../../ui/format/format-money'
import styles from './entry-list.module.css'

export interface EntryLineProps {
  readonly position: number
  readonly words: EntryWords | undefined
  /** Name of the other account of a transfer. */
  readonly counterpart: string
  /** Where entries of several accounts stand in the list. */
  readonly account: string | undefined
  readonly isTransfer: boolean
  readonly isReversal: boolean
  readonly effect: number
  /** As it adds to the number: money in transit is what was sent, turned round. */
  readonly amount: number
  readonly running: number
  readonly exponent: number
  /** Days since 1970, and milliseconds. */
  readonly day: number
  readonly recordedAt: number
  readonly isLate: boolean
  /** What was not read is told without words then: paper does not wait. */
  readonly isPrinted: boolean
  readonly index: number
  readonly count: number
  readonly top: number
  readonly isTabStop: boolean
  readonly isFocusWanted: boolean
  readonly onMove: (index: number) => void
  readonly onFocused: (index: number) => void
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

export const EntryLine = memo(function EntryLine(props: EntryLineProps) {
  const { position, account, amount, running, exponent, day, recordedAt, isLate, index, count, onMove } = props
  const line = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (props.isFocusWanted) line.current?.focus({ preventScroll: true })
  }, [props.isFocusWanted])
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    onMove(Math.max(0, Math.min(index + step, count - 1)))
  }
  return (
    <li className={styles.item} style={{ top: props.top }} aria-posinset={index + 1} aria-setsize={count}>
      <button
        ref={line}
        type="button"
        tabIndex={props.isTabStop ? 0 : -1}
        data-position={position}
        className={classNames(styles.line, index === 0 && styles.newest)}
        onKeyDown={onKey}
        onFocus={() => props.onFocused(index)}
        onClick={() => dialogs.open({ kind: 'event', position })}
      >
        <span className={styles.what}>
          <What {...props} />
        </span>
        <span className={styles.amount} data-minor={amount}>
          {formatMoney(amount, { exponent, sign: 'always' })}
        </span>
        <span className={styles.facts}>
          <time dateTime={isoOfDay(day)}>{formatDate(isoOfDay(day))}</time>
          {isLate && (
            <Mark tone="late" icon={<Clock aria-hidden="true" />} className={styles.mark ?? ''}>
              <span className={styles.unseen}>{messages.recordedOn('')}</span>
              {formatInstantDate(recordedAt, 'day-month')}
            </Mark>
          )}
          <span className={styles.clip}>
            {messages.event(formatCount(position))}
            {account !== undefined && ` · ${isolated(account)}`}
          </span>
        </span>
        <span className={styles.running} data-minor={running}>
          <span className={styles.unseen}>{messages.soFar} </span>
          {formatMoney(running, { exponent })}
        </span>
      </button>
    </li>
  )
})

function What({ words, counterpart, isTransfer, isReversal, isPrinted, effect }: EntryLineProps) {
  if (words === undefined && !isPrinted) return <Skeleton width="middle" />
  if (isTransfer) {
    if (counterpart === '') return messages.transfer
    return effect < 0 ? messages.transferTo(counterpart) : messages.transferFrom(counterpart)
  }
  if (isReversal) return words?.payee ? messages.reversalOf(words.payee) : messages.reversal
  return words?.payee || (effect > 0 ? messages.deposit : messages.withdrawal)
}
