/**
 * Marks for a time axis: the finest of minutes, hours, days, months, quarters and years whose labels still have room. Pure, and
 * in the reader's zone by way of `Date`, since a day begins for people where their own clock says so.
 */

export interface Tick {
  /** Milliseconds since 1970. */
  readonly at: number
  /** What it begins: years are written stronger. */
  readonly unit: 'year' | 'month' | 'day' | 'hour'
}

type Unit = Tick['unit'] | 'minute'
interface Step {
  readonly unit: Unit
  readonly every: number
  /** How long one is, about, in milliseconds. */
  readonly length: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STEPS: readonly Step[] = [
  { unit: 'minute', every: 1, length: MINUTE },
  { unit: 'minute', every: 5, length: 5 * MINUTE },
  { unit: 'minute', every: 15, length: 15 * MINUTE },
  { unit: 'hour', every: 1, length: HOUR },
  { unit: 'hour', every: 3, length: 3 * HOUR },
  { unit: 'hour', every: 6, length: 6 * HOUR },
  { unit: 'day', every: 1, length: DAY },
  { unit: 'day', every: 2, length: 2 * DAY },
  { unit: 'day', every: 7, length: 7 * DAY },
  { unit: 'day', every: 14, length: 14 * DAY },
  { unit: 'month', every: 1, length: 30.4 * DAY },
  { unit: 'month', every: 3, length: 91.3 * DAY },
  { unit: 'month', every: 6, length: 182.6 * DAY },
  { unit: 'year', every: 1, length: 365.2 * DAY },
  { unit: 'year', every: 2, length: 730.5 * DAY },
  { unit: 'year', every: 5, length: 1826 * DAY },
  { unit: 'year', every: 10, length: 3652 * DAY },
  { unit: 'year', every: 50, length: 18_262 * DAY },
  { unit: 'year', every: 100, length: 36_524 * DAY },
  { unit: 'year', every: 500, length: 182_621 * DAY },
  { unit: 'year', every: 1000, length: 365_242 * DAY },
]

/** At most `room` ticks from `from` to `to` (milliseconds), in order. */
export function timeTicks(from: number, to: number, room: number): Tick[] {
  if (!(to > from) || room < 1) return []
  const step = STEPS.find((candidate) => (to - from) / candidate.length <= room)
  if (step === undefined) return []
  const ticks: Tick[] = []
  let at = firstFrom(from, step)
  while (at.getTime() <= to && ticks.length <= room) {
    if (at.getTime() >= from) ticks.push({ at: at.getTime(), unit: begins(at) })
    at = after(at, step)
  }
  return ticks
}

function firstFrom(from: number, { unit, every }: Step): Date {
  const date = new Date(from)
  if (unit === 'minute') date.setMinutes(date.getMinutes() - (date.getMinutes() % every), 0, 0)
  else if (unit === 'hour') date.setMinutes(0, 0, 0)
  else date.setHours(0, 0, 0, 0)
  if (unit === 'hour') date.setHours(date.getHours() - (date.getHours() % every))
  if (unit === 'month') date.setMonth(date.getMonth() - (date.getMonth() % every), 1)
  // Weeks begin on a Monday, so that ticks stay where they are while the window moves.
  if (unit === 'day' && every >= 7) date.setDate(date.getDate() - ((date.getDay() + 6) % 7))
  if (unit === 'year') date.setFullYear(date.getFullYear() - (date.getFullYear() % every), 0, 1)
  return date
}

function after(date: Date, { unit, every }: Step): Date {
  const next = new Date(date)
  if (unit === 'minute') next.setMinutes(next.getMinutes() + every)
  if (unit === 'hour') next.setHours(next.getHours() + every)
  if (unit === 'day') next.setDate(next.getDate() + every)
  if (unit === 'month') next.setMonth(next.getMonth() + every)
  if (unit === 'year') next.setFullYear(next.getFullYear() + every)
  return next
}

function begins(date: Date): Tick['unit'] {
  if (date.getHours() !== 0 || date.getMinutes() !== 0) return 'hour'
  if (date.getDate() !== 1) return 'day'
  return date.getMonth() === 0 ? 'year' : 'month'
}
