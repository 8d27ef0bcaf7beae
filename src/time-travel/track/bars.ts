/**
 * The bars under a span of the track. They begin at multiples of their own width, so that they do not flicker while the
 * span moves, and hold whole days or steps where the axis has such.
 */
import type { Timeline } from '../../projections/timeline'
import { type ActivityBins, activityBins } from '../activity/activity'
import type { Axis } from '../x-axis'
import type { Scale } from './spacing'

export interface Bars {
  readonly bins: ActivityBins
  /** Pixels from the track's left end to the first bar's, 0 or less, and from each bar to the next. */
  readonly left: number
  readonly pitch: number
}

/** @param pitch pixels from one bar to the next at least */
export function barsOf(
  timeline: Timeline,
  scale: Scale,
  span: Axis,
  width: number,
  pitch: number,
  account: number | undefined,
): Bars {
  const isContinuous = scale.clock === 'recorded' && scale.spacing === 'time'
  const unit = width / (span.to - span.from)
  const size = isContinuous ? pitch / unit : Math.max(1, Math.ceil(pitch / unit))
  // A day's or a step's place is the middle of its bar.
  const offset = isContinuous ? 0 : -0.5
  const from = Math.floor((span.from - offset) / size) * size + offset
  const count = Math.floor((span.to - from) / size) + 1
  const options = { spacing: scale.spacing, ...(account === undefined ? {} : { account }) }
  const bins = activityBins(timeline, scale.clock, from, from + count * size, count, options)
  return { bins, left: (from - span.from) * unit, pitch: size * unit }
}
