/** How figures grow with the log: of one kind of log, with as many accounts at every size. */
import { time } from './figures'

/** What a figure may do while the log grows. */
export type Allowed = 'not at all' | 'in proportion' | { readonly upTo: number }

export interface Growing {
  readonly whose: string
  readonly what: string
  /** By size. */
  readonly values: readonly number[]
  /** undefined where nobody asks. */
  readonly allowed?: Allowed
  readonly show?: (value: number) => string
}

export interface Slope extends Growing {
  /** Between one size and the next: 0 where nothing grew, 1 in proportion to the events, 2 with their square. */
  readonly steps: readonly number[]
  /** From the smallest size to the largest. */
  readonly whole: number
  /** The largest size's figure over the smallest's. */
  readonly times: number
  readonly met?: boolean
}

/** Of what may not grow: noise of a busy machine is no growth. */
const STILL = 1.5
/** Of what may grow in proportion: a tenth of a power is within what two runs of the same differ by. */
const LINEAR = 1.1

/** The power of the size by which a figure grew from one size to another. */
function power(from: number, to: number, sizes: readonly [number, number]): number {
  return Math.log(to / from) / Math.log(sizes[1] / sizes[0])
}

export function slopeOf(growing: Growing, sizes: readonly number[]): Slope {
  const { values, allowed } = growing
  const steps = values
    .slice(1)
    .map((value, i) => power(values[i] as number, value, [sizes[i] as number, sizes[i + 1] as number]))
  const [first, last] = [values[0] as number, values.at(-1) as number]
  const whole = power(first, last, [sizes[0] as number, sizes[values.length - 1] as number])
  const times = last / first
  const met = isMet(allowed, { values, times, whole })
  return { ...growing, steps, whole, times, ...(allowed && { met }) }
}

function isMet(
  allowed: Allowed | undefined,
  { values, times, whole }: Pick<Slope, 'values' | 'times' | 'whole'>,
): boolean {
  if (typeof allowed === 'object') return Math.max(...values) <= allowed.upTo
  return allowed === 'not at all' ? times <= STILL : whole <= LINEAR
}

function inWords(allowed: Allowed | undefined, show: (value: number) => string): string {
  return typeof allowed === 'object' ? `up to ${show(allowed.upTo)}` : (allowed ?? '')
}

/** What a figure comes to at another size, on the straight line through its last two. */
export function extended({ values }: Growing, sizes: readonly number[], to: number): number {
  const [before = Number.NaN, last = Number.NaN] = values.slice(-2)
  const [from = Number.NaN, at = Number.NaN] = sizes.slice(values.length - 2, values.length)
  return last + Math.max(0, (last - before) / (at - from)) * (to - at)
}

/** As a table in Markdown. */
export function slopeLines(slopes: readonly Slope[], sizes: readonly number[]): string[][] {
  const size = (value: number) => value.toLocaleString('en')
  const steps = sizes.slice(1).map((to, i) => `power, ${size(sizes[i] as number)} to ${size(to)}`)
  const heading = ['whose', 'what', ...sizes.map(size), ...steps, 'power', 'times', 'may grow', 'met']
  return [
    heading,
    ...slopes.map(({ whose, what, values, show = time, steps, whole, times, allowed, met }) => [
      whose,
      what,
      ...sizes.map((_, i) => (values[i] === undefined ? '' : show(values[i]))),
      ...sizes.slice(1).map((_, i) => steps[i]?.toFixed(2) ?? ''),
      whole.toFixed(2),
      times.toPrecision(3),
      inWords(allowed, show),
      met === undefined ? '' : met ? 'yes' : 'NO',
    ]),
  ]
}
