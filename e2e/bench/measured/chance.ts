/** How much is looked at, and what: by chance that is the same in every run. */
import { pick, randomFrom } from '../../logs/random'
import type { Judge } from '../judge'

/** Runs of what is measured several times, of which the median counts. */
export const RUNS = Number(process.env.BENCH_RUNS ?? 3)

/** Only whether all of it works is asked, as in `npm test`: as little of each as shows that. */
export const IS_QUICK = process.env.BENCH_QUICK === '1'

const FRAME = 1_000 / 60

/** Positions from 0 to all events. */
export function seededPositions(judge: Judge, count: number): number[] {
  const random = randomFrom(1)
  return Array.from({ length: count }, () => pick(random, judge.size + 1))
}

/** Dates on which something is effective. */
export function seededDates({ dates }: Judge, count: number): string[] {
  const random = randomFrom(2)
  return Array.from({ length: count }, () => dates[pick(random, dates.length)] ?? '')
}

/** Instants at which something was recorded. */
export function seededInstants({ instants }: Judge, count: number): string[] {
  const random = randomFrom(3)
  return Array.from({ length: count }, () => instants[pick(random, instants.length)] ?? '')
}

/** Milliseconds after a frame, within the time of one. */
export function seededPhases(count: number): number[] {
  const random = randomFrom(4)
  return Array.from({ length: count }, () => random() * FRAME)
}
