/** A scale of round figures around the values shown, always with zero in it: a balance is read against nothing. */

export interface ValueScale {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** About `room` ticks (at least two), steps of 1, 2 or 5 times a power of ten. */
export function valueScale(lowest: number, highest: number, room: number): ValueScale {
  const low = Math.min(0, lowest)
  const high = Math.max(0, highest)
  const span = high - low || 1
  const step = roundStep(span / Math.max(1, room))
  const ticks: number[] = []
  for (let tick = Math.ceil(low / step); tick * step <= high; tick += 1) ticks.push(tick * step || 0)
  return { low, high: high === low ? low + step : high, ticks }
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / power
  const round = lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10
  return Math.max(1, round * power)
}
