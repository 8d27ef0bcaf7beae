/**
 * The canvases of the track. They are drawn at once where the clock, the width or the colours turn, behind the frame that
 * shows the rest the first time, with the next frame where the ledger is another one, and a moment later where only events
 * were added: neither an import nor a command must wait for a picture of a million others. Never during a drag.
 */
import { memo, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { barsOn, instantOfX, type TimeTrack } from '../../../stores/time-track'
import { readColours, watchColours } from '../../../ui/chart/canvas-colours'
import { timeTicks } from '../../../ui/chart/time-ticks'
import { formatInstantDate } from '../../../ui/format/format-date'
import { BAR_PITCH, drawTrack, TRACK_COLOURS } from './draw-track'
import styles from './track.module.css'

export interface TrackPictureProps {
  readonly track: TimeTrack
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** Events added within this many milliseconds are drawn together. */
const DRAWN_AFTER = 150

/** Room that a label and the air beside it take, in pixels. */
const LABEL_WIDTH = 48
const WIDE_LABEL = 72

/** Memoised: a drag draws none of it. */
export const TrackPicture = memo(function TrackPicture({ track, width, height }: TrackPictureProps) {
  const known = useRef<HTMLCanvasElement>(null)
  const later = useRef<HTMLCanvasElement>(null)
  const [colourTurn, setColourTurn] = useState(0)
  useEffect(() => watchColours(() => setColourTurn((turn) => turn + 1)), [])
  const ticks = useMemo(() => ticksOf(track, width), [track, width])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn of theme or time changes the colours read here
  const colours = useMemo(() => {
    const box = known.current?.parentElement
    return box && width > 0 ? readColours(box, TRACK_COLOURS) : undefined
  }, [colourTurn, width > 0])

  const draw = () => {
    if (!colours || width === 0) return
    const years = ticks.filter((tick) => tick.unit === 'year').map((tick) => tick.left)
    const bars = barsOn(track, width, BAR_PITCH)
    for (const [canvas, ghost] of [[known, false] as const, [later, true] as const]) {
      const context = prepared(canvas, width, height)
      if (context) drawTrack(context, { bars, width, height, years, ghost, colours })
    }
  }

  const picture = `${track.clock} ${width} ${height}`
  const isEmpty = track.steps === 0
  const { lens } = track
  const drawn = useRef<{ picture: string; colours: typeof colours; lens: typeof lens; isEmpty: boolean }>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `draw` is made of what is listed
  useLayoutEffect(() => {
    const before = drawn.current
    drawn.current = { picture, colours, lens, isEmpty }
    // The first one sums up the whole log: what stands beside it does not wait for that.
    if (before?.colours === undefined) return behindNextFrame(draw)
    if (before.picture !== picture || before.colours !== colours || before.lens !== lens) return draw()
    const timer = setTimeout(draw, before.isEmpty === isEmpty ? DRAWN_AFTER : 0)
    return () => clearTimeout(timer)
  }, [track, picture, isEmpty, ticks, colours])

  return (
    <>
      <canvas ref={later} className={styles.later} style={{ width, height }} />
      <canvas ref={known} className={styles.known} style={{ width, height }} />
      <div className={styles.ticks} aria-hidden="true">
        {ticks.map(({ at, unit, left, label }) => (
          <span key={at} className={unit === 'year' ? styles.year : styles.tick} style={{ left }}>
            {label}
          </span>
        ))}
      </div>
    </>
  )
})

/** @returns what calls it off */
function behindNextFrame(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

function prepared(canvas: RefObject<HTMLCanvasElement | null>, width: number, height: number) {
  const element = canvas.current
  const context = element?.getContext('2d')
  if (!element || !context) return undefined
  const ratio = globalThis.devicePixelRatio || 1
  element.width = Math.round(width * ratio)
  element.height = Math.round(height * ratio)
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  return context
}

function ticksOf({ clock, axis, steps, lens }: TimeTrack, width: number) {
  if (steps === 0 || width === 0) return []
  // A value date has no hours.
  const most = clock === 'effective' ? Math.ceil(axis.to - axis.from) : Number.POSITIVE_INFINITY
  const room = Math.max(2, Math.min(Math.floor(width / LABEL_WIDTH), most))
  const byStep = lens?.ticks(axis, Math.max(2, Math.floor(width / WIDE_LABEL)))
  const [from, to] = byStep ? [axis.from, axis.to] : [instantOfX(clock, axis.from), instantOfX(clock, axis.to)]
  const marks = byStep
    ? byStep.map(({ x, time, unit }) => ({ x, at: instantOfX(clock, time), unit }))
    : timeTicks(from, to, room).map(({ at, unit }) => ({ x: at, at, unit }))
  return marks
    .map(({ x, at, unit }) => ({ at: x, unit, left: ((x - from) / (to - from)) * width, label: labelOf(at, unit) }))
    .filter(({ left }) => left > 16 && left < width - 16)
}

function labelOf(at: number, unit: 'hour' | 'day' | 'day-month' | 'month' | 'month-year' | 'year'): string {
  if (unit === 'hour') return new Date(at).toTimeString().slice(0, 5)
  return formatInstantDate(at, unit === 'day' ? 'day-month' : unit)
}
