/** Under a zoomed track: the whole as a line, with the part that is shown, and where the cursor stands in it. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { zoomMessages as words } from '../../../../locales/en/timeline/zoom'
import type { TimeTrack } from '../../../../stores/time-track'
import { shownPart, trackView, useCursorShare } from '../../../../stores/track/track-view'
import { formatInstantDate } from '../../../../ui/format/format-date'
import styles from './instruments.module.css'
import { onKey } from './use-zoom-gestures'

/** Steps of the slider; and the share of the part shown that an arrow moves by. */
const STEPS = 1000
const ARROW = 0.25

/** `track` is what it is drawn anew with. */
export function Overview({ track }: { readonly track: TimeTrack }) {
  const grabbed = useRef<number | null>(null)
  const cursor = useCursorShare()
  const { from, to, first, last } = shownPart(track)
  const wide = to - from
  const shareAt = (event: PointerEvent<HTMLInputElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return (event.clientX - left) / width
  }
  const grab = (event: PointerEvent<HTMLInputElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.focus({ preventScroll: true })
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = shareAt(event)
    // What is shown is taken where it is; elsewhere it comes to the pointer.
    grabbed.current = at >= from && at <= to ? at - from : wide / 2
    trackView.moveTo(at - grabbed.current)
  }
  const letGo = () => {
    grabbed.current = null
  }
  return (
    <div className={styles.overview}>
      <input
        type="range"
        aria-label={words.partShown}
        aria-valuetext={words.part(formatInstantDate(first), formatInstantDate(last))}
        min={0}
        max={STEPS}
        value={Math.round((wide < 1 ? from / (1 - wide) : 0) * STEPS)}
        onChange={(event) => trackView.moveTo((Number(event.target.value) / STEPS) * (1 - wide))}
        onKeyDown={moveByKey}
        onPointerDown={grab}
        onPointerMove={(event) => grabbed.current !== null && trackView.moveTo(shareAt(event) - grabbed.current)}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      />
      <i aria-hidden="true" className={styles.whole} />
      <i aria-hidden="true" className={styles.part} style={{ left: `${from * 100}%`, width: `${wide * 100}%` }} />
      <i aria-hidden="true" className={styles.stand} style={{ left: `${cursor * 100}%` }} />
    </div>
  )
}

const MOVES: Readonly<Record<string, () => void>> = {
  ArrowLeft: () => trackView.pan(-ARROW),
  ArrowDown: () => trackView.pan(-ARROW),
  ArrowRight: () => trackView.pan(ARROW),
  ArrowUp: () => trackView.pan(ARROW),
  PageDown: () => trackView.pan(-1),
  PageUp: () => trackView.pan(1),
  Home: () => trackView.moveTo(0),
  End: () => trackView.moveTo(1),
}

function moveByKey(event: KeyboardEvent): void {
  onKey(event.nativeEvent)
  const move = MOVES[event.key]
  if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  move()
}
