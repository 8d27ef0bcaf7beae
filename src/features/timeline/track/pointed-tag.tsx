/** What the track shows where the pointer is: the date, and the counts in words, which the bars only hint at. */
import { timelineMessages as words } from '../../../locales/en/timeline/timeline'
import { activityOn, instantOfX, type TimeTrack } from '../../../stores/time-track'
import { formatInstantDate } from '../../../ui/format/format-date'
import { BAR_PITCH } from './draw-track'
import styles from './track.module.css'

export interface PointedTagProps {
  readonly track: TimeTrack
  /** 0 to 1 of the track. */
  readonly share: number
  /** Of the track, in pixels. */
  readonly width: number
}

export function PointedTag({ track, share, width }: PointedTagProps) {
  const { from, to } = track.axis
  const bins = Math.max(1, Math.floor(width / BAR_PITCH))
  const bin = Math.min(bins - 1, Math.floor(share * bins))
  const activity = activityOn(track, bins)
  const counts = words.counts([
    [activity.in[bin] ?? 0, words.kinds.in],
    [activity.out[bin] ?? 0, words.kinds.out],
    [activity.transfers[bin] ?? 0, words.kinds.transfers],
    [activity.reversals[bin] ?? 0, words.kinds.reversals],
  ])
  return (
    <span
      aria-hidden="true"
      className={share > 0.5 ? styles.tagLeft : styles.tag}
      style={{ transform: `translateX(${share * width}px)${share > 0.5 ? ' translateX(-100%)' : ''}` }}
    >
      <b>{formatInstantDate(instantOfX(track.clock, from + share * (to - from)), 'date')}</b> {counts}
    </span>
  )
}
