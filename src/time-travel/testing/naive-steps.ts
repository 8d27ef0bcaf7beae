/** What the properties of the track draw from, and the steps of a log by a plain walk. */
import fc from 'fast-check'
import { dayNumber } from '../../domain/calendar'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { naiveEntries } from '../../projections/testing/naive-ledger'
import type { Clock } from '../moment'
import type { Scale, Spacing } from '../track/spacing'

export const clocks = fc.constantFrom<Clock>('recorded', 'effective')
export const scales: fc.Arbitrary<Scale> = fc.record({
  clock: clocks,
  spacing: fc.constantFrom<Spacing>('time', 'event'),
})
export const shares = fc.double({ min: 0, max: 1, noNaN: true })

/** When each step of a clock happened, in order. */
export function naiveSteps(log: readonly RecordedEvent[], clock: Clock): number[] {
  if (clock === 'recorded') return log.map(({ recordedAt }) => Date.parse(recordedAt))
  const days = naiveEntries(log, { position: log.length }).map(({ effectiveOn }) => dayNumber(effectiveOn))
  return [...new Set(days)].sort((a, b) => a - b)
}
