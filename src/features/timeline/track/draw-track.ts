/**
 * Draws the track's picture: the total as a line above, activity as bars by kind below, never on top of each other.
 * It is drawn twice, in colour and as the ghost of what is not yet known; the playhead only clips the two against each
 * other, so that a drag draws nothing.
 */
import type { ActivityBins, Bars } from '../../../stores/time-track'
import type { ColourToken } from '../../../ui/chart/canvas-colours'

export const TRACK_COLOURS = [
  '--time',
  '--time-2',
  '--time-3',
  '--brick',
  '--ink',
  '--ghost',
  '--ghost-fill',
  '--line',
  '--line-strong',
] as const satisfies readonly ColourToken[]

export type TrackColours = Readonly<Record<(typeof TRACK_COLOURS)[number], string>>

/** Pixels from one bar to the next at least. */
export const BAR_PITCH = 4
/** Of the room of a bar, what it fills; and pixels that it is wide at most. */
const BAR_FILLS = 0.8
const WIDEST_BAR = 24
/** From so many pixels a bar on, the total is seen to step. */
const STEPS_FROM = 8
/** The line has the upper part, the bars the lower; between them is air. */
const LINE_SHARE = 0.42
const BAR_SHARE = 0.5
/** Of the full height, what the middle bar has at least. */
const LEAST_MIDDLE = 0.3

export interface TrackPicture {
  readonly bars: Bars
  /** Pixels, without the device's ratio. */
  readonly width: number
  readonly height: number
  /** Where years begin, in pixels. */
  readonly years: readonly number[]
  readonly ghost: boolean
  readonly colours: TrackColours
}

export function drawTrack(context: CanvasRenderingContext2D, picture: TrackPicture): void {
  const { width, height, colours } = picture
  context.clearRect(0, 0, width, height)
  context.fillStyle = colours['--line']
  for (const year of picture.years) context.fillRect(Math.round(year), 0, 1, height)
  drawBars(context, picture)
  context.fillStyle = colours['--line-strong']
  context.fillRect(0, height - 1, width, 1)
  drawTotal(context, picture)
}

function drawBars(context: CanvasRenderingContext2D, picture: TrackPicture): void {
  const { height, ghost, colours } = picture
  const { bins: activity, left, pitch } = picture.bars
  const wide = Math.min(pitch * BAR_FILLS, WIDEST_BAR)
  const kinds = [
    [activity.in, colours['--time']],
    [activity.out, colours['--time-2']],
    [activity.transfers, colours['--time-3']],
    [activity.reversals, colours['--brick']],
  ] as const
  const heightOf = barScale(activity, height * BAR_SHARE)
  for (let bin = 0; bin < activity.in.length; bin += 1) {
    const counts = kinds.map(([counts]) => counts[bin] ?? 0)
    const all = counts.reduce((sum, count) => sum + count, 0)
    if (all === 0) continue
    const tall = heightOf(all)
    let top = height - 1
    kinds.forEach(([, colour], kind) => {
      const part = ((counts[kind] ?? 0) / all) * tall
      if (part === 0) return
      context.fillStyle = ghost ? colours['--ghost-fill'] : colour
      context.fillRect(left + bin * pitch + (pitch - wide) / 2, top - part, wide, part)
      top -= part
    })
  }
}

/** Proportional, unless one import of thousands would flatten every other week: then bent until the middle bar shows. */
function barScale(activity: ActivityBins, full: number): (count: number) => number {
  const counts: number[] = []
  activity.in.forEach((count, bin) => {
    const all = count + (activity.out[bin] ?? 0) + (activity.transfers[bin] ?? 0) + (activity.reversals[bin] ?? 0)
    if (all > 0) counts.push(all)
  })
  counts.sort((a, b) => a - b)
  const most = counts.at(-1) ?? 1
  const middle = counts[counts.length >>> 1] ?? 1
  const bend = Math.min(1, Math.log(1 / LEAST_MIDDLE) / Math.log(most / middle || 1))
  return (count) => Math.max(1.5, full * (count / most) ** bend)
}

function drawTotal(context: CanvasRenderingContext2D, { bars, height, width, ghost, colours }: TrackPicture): void {
  const { bins, left, pitch } = bars
  const totals = bins.totals[0]?.minor
  if (totals === undefined || totals.length === 0) return
  let lowest = 0
  let highest = 0
  for (const total of totals) {
    if (total < lowest) lowest = total
    if (total > highest) highest = total
  }
  const scale = (height * LINE_SHARE - 4) / (highest - lowest || 1)
  const path = new Path2D()
  let before = 0
  totals.forEach((total, bin) => {
    const y = 2 + (highest - total) * scale
    if (bin === 0) path.moveTo(Math.max(0, left), y)
    else if (pitch >= STEPS_FROM) {
      // A day's or an event's place is the middle of its bar: there it changes.
      const x = left + (bin + 0.5) * pitch
      path.lineTo(x, before)
      path.lineTo(x, y)
    }
    // A bin's total is that of its end.
    path.lineTo(Math.min(width, left + (bin + 1) * pitch), y)
    before = y
  })
  context.strokeStyle = ghost ? colours['--ghost'] : colours['--ink']
  context.lineWidth = 1.25
  context.lineJoin = 'round'
  context.setLineDash(ghost ? [2, 3] : [])
  context.stroke(path)
  context.setLineDash([])
}
