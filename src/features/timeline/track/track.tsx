/**
 * The track: a slider over the whole life of the ledger, spaced by time, stepped by event. Under it lies a native range
 * input, so that screen readers, touch gestures of theirs, voice control and scripts have what they know; dragging is
 * our own, because a native range is spaced by its values, and ours by time.
 */
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { timelineMessages as words } from '../../../locales/en/timeline/timeline'
import { travel } from '../../../stores/cursor-store'
import { type TimeTrack, travelToShare, travelToStep, useTimePlace } from '../../../stores/time-track'
import { classNames } from '../../../ui/class-names'
import { useMomentWords } from '../describe-moment'
import { PointedTag } from './pointed-tag'
import styles from './track.module.css'
import { TrackPicture } from './track-picture'

export function Track({ track }: { readonly track: TimeTrack }) {
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [pointed, setPointed] = useState<number | null>(null)
  const place = useTimePlace(track)
  const moment = useMomentWords('date-with-weekday')
  const drag = useDrag(box, setPointed)
  useSize(box, setSize)
  useNoNativeDrag(input)

  return (
    <div ref={box} className={styles.track} style={{ '--at': `${place.share * size.width}px` } as CSSProperties}>
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
        {...drag}
      />
      <span className={classNames(styles.head, track.steps === 0 && styles.still)} aria-hidden="true" />
      {pointed !== null && track.steps > 0 && size.width > 0 && (
        <PointedTag track={track} share={pointed} width={size.width} />
      )}
    </div>
  )
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
  End: () => travel.now(),
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

/** Pointer drag with capture; at most one move a frame, in which everything on the screen follows. */
function useDrag(box: React.RefObject<HTMLDivElement | null>, setPointed: (share: number | null) => void) {
  const state = useRef({ dragging: false, frame: 0, x: 0, left: 0, width: 1 })
  useEffect(() => {
    const { current } = state
    return () => cancelAnimationFrame(current.frame)
  }, [])

  const measure = () => {
    const rect = box.current?.getBoundingClientRect()
    if (rect) Object.assign(state.current, { left: rect.left, width: rect.width || 1 })
  }
  const share = () => Math.min(1, Math.max(0, (state.current.x - state.current.left) / state.current.width))
  const move = () => {
    state.current.frame = 0
    travelToShare(share())
  }
  const stop = (event: PointerEvent<HTMLInputElement>) => {
    if (!state.current.dragging) return
    state.current.dragging = false
    cancelAnimationFrame(state.current.frame)
    state.current.x = event.clientX
    move()
  }

  return {
    onPointerDown: (event: PointerEvent<HTMLInputElement>) => {
      if (event.button !== 0) return
      event.preventDefault()
      // A ring round the handle is for the keyboard; browsers without the option draw it.
      const quietly: FocusOptions & { focusVisible: boolean } = { preventScroll: true, focusVisible: false }
      event.currentTarget.focus(quietly)
      event.currentTarget.setPointerCapture(event.pointerId)
      measure()
      Object.assign(state.current, { dragging: true, x: event.clientX })
      setPointed(null)
      travel.pause()
      move()
    },
    onPointerMove: (event: PointerEvent<HTMLInputElement>) => {
      state.current.x = event.clientX
      if (state.current.dragging) state.current.frame ||= requestAnimationFrame(move)
      else if (event.pointerType === 'mouse') {
        measure()
        setPointed(share())
      }
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onPointerLeave: () => setPointed(null),
  }
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
