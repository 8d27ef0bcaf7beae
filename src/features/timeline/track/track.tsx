/**
 * The track: a slider over the whole life of the ledger, spaced by time, stepped by event. Under it lies a native range
 * input, so that screen readers, touch gestures of theirs, voice control and scripts have what they know; dragging is
 * our own, because a native range is spaced by its values, and ours by time. What zooms and previews loads later.
 */
import {
  type CSSProperties,
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { timelineMessages as words } from '../../../locales/en/timeline/timeline'
import { travel } from '../../../stores/cursor-store'
import { type TimeTrack, travelToStep, useTimePlace } from '../../../stores/time-track'
import { classNames } from '../../../ui/class-names'
import { useIdle } from '../../../ui/use-idle'
import { useMomentWords } from '../describe-moment'
import { Pinned } from '../pinned/pinned'
import styles from './track.module.css'
import { TrackPicture } from './track-picture'
import { useScrub } from './use-scrub'
import type { InstrumentsProps } from './zoom/instruments'

/** Without them, where they cannot be loaded, the track still travels. */
const Instruments = lazy(
  (): Promise<{ default: (props: InstrumentsProps) => ReactNode }> =>
    import('./zoom/instruments').then(
      (module) => ({ default: module.Instruments }),
      () => ({ default: () => null }),
    ),
)

export function Track({ track }: { readonly track: TimeTrack }) {
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const place = useTimePlace(track)
  const moment = useMomentWords('date-with-weekday')
  const { handlers, cancel } = useScrub(box)
  const idle = useIdle()
  const isInSight = place.share >= 0 && place.share <= 1
  useSize(box, setSize)
  useNoNativeDrag(input)

  return (
    <div
      ref={box}
      className={classNames(styles.track, !isInSight && styles.away)}
      style={{ '--at': pixels(place.share, size.width), '--known': pixels(place.known, size.width) } as CSSProperties}
    >
      <TrackPicture track={track} width={size.width} height={size.height} />
      <input
        ref={input}
        type="range"
        aria-label={words.slider}
        aria-valuetext={valueText(track, place.step, moment)}
        className={styles.input}
        min={0}
        max={track.steps}
        step={1}
        value={place.step}
        onChange={(event) => travelToStep(Number(event.target.value))}
        onKeyDown={stepByKey}
        {...handlers}
      />
      {isInSight && <span className={classNames(styles.head, track.steps === 0 && styles.still)} aria-hidden="true" />}
      <Pinned track={track} width={size.width} />
      {idle && track.steps > 0 && size.width > 0 && (
        <Suspense fallback={null}>
          <Instruments
            track={track}
            away={place.share < 0 ? -1 : place.share > 1 ? 1 : 0}
            width={size.width}
            box={box}
            input={input}
            onZoomBegins={cancel}
          />
        </Suspense>
      )}
    </div>
  )
}

function pixels(share: number, width: number): string {
  return `${Math.min(1, Math.max(0, share)) * width}px`
}

function valueText(track: TimeTrack, step: number, moment: string): string {
  if (track.steps === 0) return words.nothingYet
  const place = track.clock === 'recorded' ? words.eventOf(step, track.steps) : words.dayOf(step, track.steps)
  return `${moment}, ${place}`
}

const KEYS: Readonly<Record<string, () => void>> = {
  ArrowLeft: () => travel.previousStep(),
  ArrowDown: () => travel.previousStep(),
  ArrowRight: () => travel.nextStep(),
  ArrowUp: () => travel.nextStep(),
  PageDown: () => travel.previousDay(),
  PageUp: () => travel.nextDay(),
  Home: () => travel.first(),
  End: () => travel.last(),
}

/** The native input would step by a tenth with PageUp, and every browser differently. */
function stepByKey(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  let move = KEYS[event.key]
  if (event.shiftKey && event.key === 'ArrowLeft') move = KEYS.PageDown
  if (event.shiftKey && event.key === 'ArrowRight') move = KEYS.PageUp
  if (move === undefined) return
  event.preventDefault()
  move()
}

function useSize(box: React.RefObject<HTMLElement | null>, set: (size: { width: number; height: number }) => void) {
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const read = () => set({ width: element.clientWidth, height: element.clientHeight })
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, set])
}

/** Keeps the browser from dragging its own thumb; React's touch listeners are passive and cannot. */
function useNoNativeDrag(input: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const element = input.current
    if (element === null) return
    const prevent = (event: Event) => event.preventDefault()
    element.addEventListener('mousedown', prevent)
    element.addEventListener('touchstart', prevent, { passive: false })
    return () => {
      element.removeEventListener('mousedown', prevent)
      element.removeEventListener('touchstart', prevent)
    }
  }, [input])
}
