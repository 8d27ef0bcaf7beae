/** One event in the log: figures from the timeline at once, its words when they are read. */
import { OctagonX } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import type { RecordedEvent } from '../../../event-log/recorded-event'
import { logMessages as messages } from '../../../locales/en/event-log'
import { dotted } from '../../../locales/isolated'
import type { LogRowFigures } from '../../../stores/event-log/row-figures'
import { classNames } from '../../../ui/class-names'
import { Skeleton } from '../../../ui/feedback/skeleton'
import { formatInstant } from '../../../ui/format/format-date'
import { formatCount, formatMoney } from '../../../ui/format/format-money'
import styles from './event-table.module.css'

export interface EventRowProps {
  readonly figures: LogRowFigures
  readonly event: RecordedEvent | undefined
  readonly index: number
  readonly top: number
  /** Of the same command as the row above, and below. */
  readonly joinsAbove: boolean
  readonly joinsBelow: boolean
  readonly selected: boolean
  /** The row that Tab reaches. */
  readonly tabStop: boolean
  readonly focusWanted: boolean
  /** Recorded while one looks. */
  readonly fresh: boolean
  /** Nobody vouches for it: the log is damaged here, or before. */
  readonly unvouched: boolean
  readonly onChoose: (position: number) => void
}

export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { figures, event, index, top, selected, tabStop, focusWanted, fresh, joinsAbove, joinsBelow } = props
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (focusWanted) row.current?.focus({ preventScroll: true })
  }, [focusWanted])
  const choose = () => props.onChoose(figures.position)
  const { effect } = figures
  return (
    <tr
      ref={row}
      aria-rowindex={index + 2}
      aria-current={selected ? 'true' : undefined}
      tabIndex={tabStop ? 0 : -1}
      className={classNames(styles.row, selected && styles.selected)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={choose}
      onKeyDown={(key) => {
        if (key.key !== 'Enter') return
        key.preventDefault()
        choose()
      }}
    >
      <td className={styles.position}>
        {fresh && <span className={styles.fresh}>{messages.fresh}</span>}
        {props.unvouched && <OctagonX role="img" aria-label={messages.notVouched} className={styles.unvouched ?? ''} />}
        {formatCount(figures.position)}
      </td>
      <td className={styles.recorded}>{formatInstant(figures.recordedAt, 'date')}</td>
      <td className={styles.type}>
        {(joinsAbove || joinsBelow) && (
          <span
            aria-hidden="true"
            className={classNames(styles.bracket, joinsAbove && styles.above, joinsBelow && styles.below)}
          />
        )}
        <span className={styles.clip} translate="no">
          {figures.type}
        </span>
        {joinsBelow && <span className={styles.unseen}>{messages.sameCommand}</span>}
      </td>
      <td className={styles.stream}>
        <bdi className={styles.clip}>{streamWords(figures)}</bdi>
      </td>
      <td className={styles.words}>
        <span className={styles.clip}>{event === undefined ? <Skeleton /> : wordsOf(event)}</span>
      </td>
      <td className={classNames(styles.effect, effect !== undefined && effect.minor > 0 && styles.in)}>
        {effect === undefined ? (
          <span className={styles.none}>{messages.noEffect}</span>
        ) : (
          formatMoney(effect.minor, { currency: effect.currency, exponent: effect.exponent, sign: 'always' })
        )}
      </td>
    </tr>
  )
})

function streamWords({ stream }: LogRowFigures): string {
  if (stream.kind === 'account') return stream.name
  return stream.kind === 'transfer' ? messages.transfer(stream.id.slice(-4)) : messages.ledger
}

/** What the event says itself, as it was recorded. */
function wordsOf({ data }: RecordedEvent): string {
  const texts = [data.name, data.payee, data.memo, data.category, data.reason]
  return dotted(...texts.filter((text) => typeof text === 'string'))
}
