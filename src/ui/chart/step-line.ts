/** Draws a step chart's lines on a canvas: what is known, solid over a flat tint; what came later, a dotted ghost. */
import type { ColourToken } from './canvas-colours'

/** `[x, value]`, rising in x; the value holds until the next point. */
export type StepPoint = readonly [x: number, value: number]

export const STEP_COLOURS = ['--time', '--time-tint', '--ghost', '--line'] as const satisfies readonly ColourToken[]

export interface StepPicture {
  readonly known: readonly StepPoint[]
  readonly later: readonly StepPoint[]
  /** Pixels, without the device's ratio. */
  readonly width: number
  readonly height: number
  readonly xOf: (x: number) => number
  readonly yOf: (value: number) => number
  /** Pixel to which the known line is drawn on. */
  readonly knownTo: number
  readonly gridLines: readonly number[]
  readonly colours: Readonly<Record<(typeof STEP_COLOURS)[number], string>>
}

export function drawSteps(context: CanvasRenderingContext2D, picture: StepPicture): void {
  const { width, height, xOf, yOf, colours } = picture
  context.clearRect(0, 0, width, height)
  context.lineWidth = 1
  context.strokeStyle = colours['--line']
  for (const value of picture.gridLines) {
    // On half a pixel a hairline is one pixel wide, not two grey ones.
    const y = Math.round(yOf(value)) + 0.5
    context.beginPath()
    context.moveTo(0, y)
    context.lineTo(width, y)
    context.stroke()
  }
  const known = picture.known
  const first = known[0]
  if (first !== undefined) {
    const area = trace(known, xOf, yOf, picture.knownTo)
    area.lineTo(picture.knownTo, yOf(0))
    area.lineTo(xOf(first[0]), yOf(0))
    area.closePath()
    context.fillStyle = colours['--time-tint']
    context.fill(area)
  }
  const last = known.at(-1)
  const later = last === undefined ? picture.later : [[Number.NaN, last[1]] as const, ...picture.later]
  if (picture.later.length > 0) {
    context.strokeStyle = colours['--ghost']
    context.lineWidth = 1.25
    context.setLineDash([2, 3])
    context.stroke(trace(later, (x) => (Number.isNaN(x) ? picture.knownTo : xOf(x)), yOf, width))
    context.setLineDash([])
  }
  if (first !== undefined) {
    context.strokeStyle = colours['--time']
    context.lineWidth = 1.5
    context.lineJoin = 'round'
    context.stroke(trace(known, xOf, yOf, picture.knownTo))
  }
}

function trace(
  points: readonly StepPoint[],
  xOf: (x: number) => number,
  yOf: (v: number) => number,
  end: number,
): Path2D {
  const path = new Path2D()
  let y = 0
  points.forEach(([x, value], index) => {
    const px = xOf(x)
    if (index === 0) path.moveTo(px, yOf(value))
    else {
      path.lineTo(px, y)
      path.lineTo(px, yOf(value))
    }
    y = yOf(value)
  })
  if (points.length > 0) path.lineTo(end, y)
  return path
}

/** The value that holds at x, undefined before the first point. */
export function valueAt(points: readonly StepPoint[], x: number): number | undefined {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((points[middle]?.[0] ?? Number.POSITIVE_INFINITY) <= x) low = middle + 1
    else high = middle
  }
  return points[low - 1]?.[1]
}
