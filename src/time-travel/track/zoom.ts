/** The span of the axis that the track shows: zoomed about a place, moved, and kept within the whole. */
import type { Axis } from '../x-axis'
import type { Scale } from './spacing'

const LEAST = {
  /** Milliseconds: ten minutes. */
  recorded: 600_000,
  /** Days. */
  effective: 3,
  /** Events, or days with entries. */
  steps: 4,
}
/** Where a place stands in a span that was moved to show it. */
const LEAD = 1 / 8

/** The narrowest span of a scale. */
export function leastSpan({ clock, spacing }: Scale): number {
  return spacing === 'event' ? LEAST.steps : LEAST[clock]
}

/** As wide as it may be and inside the whole, around the same middle as far as that goes; the whole itself where it is as wide. */
export function within(span: Axis, whole: Axis, least: number): Axis {
  const all = whole.to - whole.from
  const width = Math.max(span.to - span.from, Math.min(least, all))
  if (!(width < all)) return whole
  const middle = (span.from + span.to) / 2
  const from = Math.min(Math.max(middle - width / 2, whole.from), whole.to - width)
  return { from, to: from + width }
}

/** By a factor (below 1: closer); the place `at` stays where it is on the screen, as far as the ends let it. */
export function zoomed(span: Axis, whole: Axis, factor: number, at: number, least: number): Axis {
  const before = span.to - span.from
  const width = Math.max(before * factor, Math.min(least, whole.to - whole.from))
  const from = at - ((at - span.from) / before) * width
  return within({ from, to: from + width }, whole, least)
}

/** Moved by a share of itself. */
export function panned(span: Axis, whole: Axis, share: number): Axis {
  const by = (span.to - span.from) * share
  return within({ from: span.from + by, to: span.to + by }, whole, 0)
}

/** Moved to show a place that lies outside: with room ahead, as one turns a page, so that playing does not move it in each frame. */
export function showing(span: Axis, whole: Axis, x: number): Axis {
  if (x >= span.from && x <= span.to) return span
  const width = span.to - span.from
  const from = x > span.to ? x - width * LEAD : x - width * (1 - LEAD)
  return within({ from, to: from + width }, whole, 0)
}
