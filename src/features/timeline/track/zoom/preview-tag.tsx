/** What stands where the pointer is: the moment, balances, the event, and the counts that the bar there only hints at. */
import { timelineMessages } from '../../../../locales/en/timeline/timeline'
import { zoomMessages as words } from '../../../../locales/en/timeline/zoom'
import { useLedger } from '../../../../stores/ledger-store'
import { barsOn, type TimeTrack } from '../../../../stores/time-track'
import { type Preview, previewAt } from '../../../../stores/track/preview'
import { formatMoney } from '../../../../ui/format/format-money'
import { describeMoment } from '../../describe-moment'
import { BAR_PITCH } from '../draw-track'
import { useEventLine } from './event-line'
import styles from './instruments.module.css'

export interface PreviewTagProps {
  readonly track: TimeTrack
  /** 0 to 1 of the track. */
  readonly share: number
  /** Of the track, in pixels. */
  readonly width: number
}

export function PreviewTag({ track, share, width }: PreviewTagProps) {
  const size = useLedger((ledger) => ledger.size)
  const { moment, bound, position, sums } = previewAt(track, share)
  const what = useEventLine(position)
  const right = share > 0.5
  return (
    <div
      aria-hidden="true"
      className={styles.tag}
      style={{ transform: `translateX(${share * width}px)${right ? ' translateX(-100%)' : ''}` }}
    >
      <p>
        <b>{describeMoment(moment, bound, size, 'date-with-weekday')}</b>
        {sums.map((sum) => (
          <span key={sum.account ?? ''}>{sumText(sum)}</span>
        ))}
      </p>
      <p>
        {what !== undefined && <span className={styles.event}>{words.event(position, what)}</span>}
        <span>{words.here(countsAt(track, share * width, width))}</span>
      </p>
    </div>
  )
}

function sumText({ account, minor, currency, exponent }: Preview['sums'][number]): string {
  return words.sum(account ?? words.total, formatMoney(minor, { currency, exponent }))
}

function countsAt(track: TimeTrack, x: number, width: number): string {
  const { bins, left, pitch } = barsOn(track, width, BAR_PITCH)
  const bin = Math.max(0, Math.min(bins.in.length - 1, Math.floor((x - left) / pitch)))
  const kinds = ['in', 'out', 'transfers', 'reversals'] as const
  return timelineMessages.counts(kinds.map((kind) => [bins[kind][bin] ?? 0, timelineMessages.kinds[kind]] as const))
}
