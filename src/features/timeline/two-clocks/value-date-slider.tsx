/**
 * The slider "Value date": a native range over days, so that a drag, touch gestures of screen readers and voice control
 * are the browser's own. Keys step by days with entries, as everywhere on this clock. Under it stand the days of which
 * the ledger learned late.
 */
import { type CSSProperties, type KeyboardEvent, memo, useMemo } from 'react'
import { twoClocksMessages as words } from '../../../locales/en/timeline/two-clocks'
import {
  useLateBins,
  type ValueDatePlace,
  type ValueDateTrack,
  valueDate,
} from '../../../stores/clocks/value-date-track'
import { formatDate, isoOfDay } from '../../../ui/format/format-date'
import styles from './two-clocks.module.css'

/** Marks at most: what a wide screen tells apart. */
const BINS = 240
const MONTH = 30

interface ValueDateSliderProps {
  readonly track: ValueDateTrack
  readonly place: ValueDatePlace
  /** Id of the sentence that says what is seen. */
  readonly describedBy: string
}

export function ValueDateSlider({ track, place, describedBy }: ValueDateSliderProps) {
  const { from, to } = track
  const share = (place.place - from) / (to - from)
  return (
    <div className={styles.track} style={{ '--at': `${share * 100}%` } as CSSProperties}>
      <span className={styles.rail} aria-hidden="true" />
      <LateMarks track={track} />
      <input
        type="range"
        aria-label={words.slider}
        aria-valuetext={valueText(track, place)}
        aria-describedby={describedBy}
        className={styles.input}
        min={from}
        max={to}
        step={1}
        value={place.place}
        onChange={(event) => valueDate.toPlace(Number(event.target.value), track)}
        onKeyDown={(event) => stepByKey(event, track, place)}
      />
    </div>
  )
}

function valueText({ days }: ValueDateTrack, { day, step }: ValueDatePlace): string {
  if (days === 0) return words.nothing
  if (day === Number.POSITIVE_INFINITY) return words.every
  return words.place(formatDate(isoOfDay(day), 'date-with-weekday'), step, days)
}

const KEYS: Readonly<Record<string, () => void>> = {
  ArrowLeft: valueDate.previous,
  ArrowDown: valueDate.previous,
  ArrowRight: valueDate.next,
  ArrowUp: valueDate.next,
  Home: valueDate.first,
  End: valueDate.all,
}

function stepByKey(event: KeyboardEvent, track: ValueDateTrack, { place }: ValueDatePlace): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  let move = KEYS[event.key]
  if (event.key === 'PageDown') move = () => valueDate.toPlace(Math.max(track.from, place - MONTH), track)
  if (event.key === 'PageUp') move = () => valueDate.toPlace(place + MONTH, track)
  if (move === undefined) return
  event.preventDefault()
  move()
}

/** Drawn once for the ledger, never in a drag. */
const LateMarks = memo(function LateMarks({ track }: { readonly track: ValueDateTrack }) {
  const bins = useLateBins(track, BINS)
  const path = useMemo(() => {
    let drawn = ''
    bins.forEach((count, bin) => {
      if (count > 0) drawn += `M${bin} 0h0.8v1h-0.8z`
    })
    return drawn
  }, [bins])
  return (
    <svg className={styles.late} viewBox={`0 0 ${BINS} 1`} preserveAspectRatio="none" aria-hidden="true">
      <title>{words.late}</title>
      <path d={path} />
    </svg>
  )
})
