/** Two entries that together are an amount. Bounded: in a long history almost any amount is the sum of some two. */

export interface Pairs {
  /** The newer slot first; the closest in days first. */
  readonly pairs: readonly (readonly [number, number])[]
  /** Pairs found and not given. */
  readonly more: number
  /** How many of the newest entries were looked at. */
  readonly among: number
}

export const PAIRED_AMONG = 20_000
export const MOST_PAIRS = 10

/** @param slots the newest first by (day, slot) */
export function pairsIn(slots: readonly number[], effect: Float64Array, day: Int32Array, sum: number): Pairs {
  const among = Math.min(slots.length, PAIRED_AMONG)
  const nearest = new Map<number, number>()
  const found: { readonly pair: readonly [number, number]; readonly apart: number }[] = []
  for (let index = 0; index < among; index++) {
    const slot = slots[index] as number
    const own = effect[slot] as number
    // The one looked at last of those that fit is the nearest in days.
    const newer = nearest.get(sum - own)
    if (newer !== undefined) found.push({ pair: [newer, slot], apart: (day[newer] as number) - (day[slot] as number) })
    nearest.set(own, slot)
  }
  found.sort((a, b) => a.apart - b.apart)
  const pairs = found.slice(0, MOST_PAIRS).map(({ pair }) => pair)
  return { pairs, more: found.length - pairs.length, among }
}
