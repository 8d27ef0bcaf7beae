/**
 * A balance over time. It steps, for a balance does not slope; what was recorded after the cursor is a ghost.
 *
 * Our own canvas and not uPlot: the one picture needed is two stepped paths with a tint, whose split moves with every
 * frame of a drag, and labels that are text (selectable, zoomable, in the page's font). That is a hundred lines here,
 * against 50 kB whose axes, legend and cursor would all be switched off.
 */
import { type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { formatInstantDate } from '../format/format-date'
import { readColours, watchColours } from './canvas-colours'
import styles from './step-chart.module.css'
import { drawSteps, STEP_COLOURS, type StepPoint, valueAt } from './step-line'
import { type Tick, timeTicks } from './time-ticks'
import { valueScale } from './value-scale'

export type { StepPoint }

export interface StepChartProps {
  /** Up to the cursor, rising in x (milliseconds since 1970); minor units. */
  readonly known: readonly StepPoint[]
  /** After it. */
  readonly later: readonly StepPoint[]
  /** First and last x of the window. */
  readonly domain: readonly [from: number, to: number]
  /** Where the reader stands; null at now, which draws a dot and no line. */
  readonly cursor: number | null
  /** Short, for the scale: `2k`. */
  readonly formatValue: (minor: number) => string
  /** Whole, for the value pointed at; by default as the scale. */
  readonly formatExact?: (minor: number) => string
  /** A day in words, for what is pointed at. */
  readonly formatX: (x: number) => string
  /** Says in words what the picture shows. */
  readonly summary: string
  /** Stands in the ghost part: "recorded later". */
  readonly laterNote?: string
  readonly className?: string
}

/** Pixels kept at the right for the scale. */
const SCALE_WIDTH = 40
const AXIS_HEIGHT = 20
/** And what a label under the axis takes. */
const LABEL_WIDTH = 46

export function StepChart(props: StepChartProps) {
  const { known, later, domain, cursor, formatValue, summary, laterNote, className } = props
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [colourTurn, setColourTurn] = useState(0)
  const [pointed, setPointed] = useState<number | null>(null)
  const width = Math.max(0, size.width - SCALE_WIDTH)
  const height = Math.max(0, size.height - AXIS_HEIGHT)
  const found = useMemo(() => scaleOf(known, later, height), [known, later, height])
  const kept = useRef(found)
  if (kept.current.low !== found.low || kept.current.high !== found.high) kept.current = found
  const scale = kept.current.ticks.length === found.ticks.length ? kept.current : found
  const span = domain[1] - domain[0] || 1
  const xOf = (x: number) => ((x - domain[0]) / span) * width
  // Room above for the dot and the note, below for the line's own width.
  const yOf = (value: number) => 6 + ((scale.high - value) / (scale.high - scale.low)) * (height - 8)
  const end = cursor === null ? width : Math.min(width, Math.max(0, xOf(cursor)))

  useEffect(() => {
    if (box.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(box.current)
    const unwatch = watchColours(() => setColourTurn((turn) => turn + 1))
    return () => {
      observer.disconnect()
      unwatch()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn of theme changes the colours read here
  const colours = useMemo(
    () => (box.current && size.width > 0 ? readColours(box.current, STEP_COLOURS) : undefined),
    [colourTurn, size.width > 0],
  )

  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || colours === undefined || width === 0) return
    const ratio = globalThis.devicePixelRatio || 1
    const [pixelsAcross, pixelsDown] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (element.width !== pixelsAcross) element.width = pixelsAcross
    if (element.height !== pixelsDown) element.height = pixelsDown
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    drawSteps(context, { known, later, width, height, xOf, yOf, knownTo: end, gridLines: scale.ticks, colours })
  })

  // A drag moves the cursor inside one window: its labels stay the same elements. (formatValue changes with no figure.)
  // biome-ignore lint/correctness/useExhaustiveDependencies: xOf and yOf follow from what is listed
  const labels = useMemo(
    () => (
      <Labels
        ticks={timeTicks(domain[0], domain[1], Math.max(2, Math.floor(width / LABEL_WIDTH)))}
        values={scale.ticks}
        width={width}
        xOf={xOf}
        yOf={yOf}
        formatValue={formatValue}
      />
    ),
    [domain[0], domain[1], width, height, scale, formatValue(scale.high)],
  )
  const last = known.at(-1)
  const shown = pointed === null ? undefined : valueShown(props, pointed)
  return (
    <figure ref={box} className={[styles.chart, className].filter(Boolean).join(' ')} aria-label={summary} role="img">
      <canvas
        ref={canvas}
        className={styles.canvas}
        style={{ width, height }}
        onPointerMove={(event: PointerEvent<HTMLCanvasElement>) => {
          const { left } = event.currentTarget.getBoundingClientRect()
          setPointed(domain[0] + ((event.clientX - left) / (width || 1)) * span)
        }}
        onPointerLeave={() => setPointed(null)}
      />
      {labels}
      {cursor !== null && <span className={styles.cursor} style={{ left: end, height }} />}
      {last !== undefined && <span className={styles.dot} style={{ left: end, top: yOf(last[1]) }} />}
      {cursor !== null && laterNote !== undefined && later.length > 0 && width - end > 120 && !shown && (
        <span className={styles.note} style={{ left: end + 8 }}>
          {laterNote}
        </span>
      )}
      {shown && pointed !== null && (
        <>
          <span className={styles.pointed} style={{ left: xOf(pointed), top: yOf(shown.value) }} />
          <span
            className={[styles.readout, xOf(pointed) > width / 2 && styles.flipped].filter(Boolean).join(' ')}
            style={{ left: xOf(pointed) }}
          >
            <b>{shown.text}</b> {props.formatX(pointed)}
          </span>
        </>
      )}
    </figure>
  )
}

interface LabelsProps {
  readonly ticks: readonly Tick[]
  readonly values: readonly number[]
  readonly width: number
  readonly xOf: (x: number) => number
  readonly yOf: (value: number) => number
  readonly formatValue: (minor: number) => string
}

function Labels({ ticks, values, width, xOf, yOf, formatValue }: LabelsProps) {
  return (
    <>
      {values.map((value) => (
        <span key={value} className={styles.y} style={{ top: yOf(value) }}>
          {formatValue(value)}
        </span>
      ))}
      {ticks
        .filter(({ at }) => xOf(at) >= 10 && xOf(at) <= width - 10)
        .map((tick) => (
          <span key={tick.at} className={styles.x} style={{ left: xOf(tick.at) }}>
            {tickLabel(tick)}
          </span>
        ))}
    </>
  )
}

function scaleOf(known: readonly StepPoint[], later: readonly StepPoint[], height: number) {
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  for (const points of [known, later]) {
    for (const [, value] of points) {
      if (value < lowest) lowest = value
      if (value > highest) highest = value
    }
  }
  if (lowest > highest) return valueScale(0, 100, 2)
  return valueScale(lowest, highest, Math.max(1, Math.floor(height / 28)))
}

function valueShown({ known, later, cursor, formatExact, formatValue }: StepChartProps, x: number) {
  const value = cursor !== null && x > cursor ? valueAt(later, x) : valueAt(known, x)
  return value === undefined ? undefined : { value, text: (formatExact ?? formatValue)(value) }
}

function tickLabel({ at, unit }: Tick): string {
  if (unit === 'hour') return new Date(at).toTimeString().slice(0, 5)
  return formatInstantDate(at, unit === 'day' ? 'day-month' : unit)
}
