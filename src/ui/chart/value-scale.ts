/** A scale of round figures around the values shown, always with zero in it: a balance is read against nothing. */

export interface ValueScale {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** At most `room` ticks beside zero, at steps of 1, 2 or 5 times a power of ten: the finest that fit. */
export function valueScale(lowest: number, highest: number, room: number): ValueScale {
  const low = Math.min(0, lowest)
  const high = Math.max(0, highest)
  const step = finestStep(low, high, Math.max(1, room))
  const ticks: number[] = []
  for (let tick = Math.ceil(low / step); tick * step <= high; tick += 1) ticks.push(tick * step || 0)
  return { low, high: high === low ? low + step : high, ticks }
}

function finestStep(low: number, high: number, room: number): number {
  const span = high - low || 1
  let power = 10 ** Math.floor(Math.log10(span / room) - 1)
  for (;;) {
    for (const lead of [1, 2, 5]) {
      const step = Math.max(1, lead * power)
      if (Math.floor(high / step) + Math.floor(-low / step) <= room || step > span) return step
    }
    power *= 10
  }
}
