import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, instantMillis } from '../../domain/calendar'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { EVENT_KINDS } from '../../projections/event-kind'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { timelineOf } from '../../projections/testing/timeline-of'
import type { Timeline } from '../../projections/timeline'
import { eventRows } from './event-rows'
import { type EventCriteria, matchingSlots, type StreamCriterion } from './matching-slots'

/** What chance decides of a filter; which account or transfer it means depends on the log. */
const choice = fc.record({
  kinds: fc.option(fc.uniqueArray(fc.nat(EVENT_KINDS.length - 1), { maxLength: 6 }), { nil: undefined }),
  stream: fc.option(fc.tuple(fc.constantFrom('account', 'transfer', 'ledger'), fc.nat()), { nil: undefined }),
  account: fc.option(fc.nat(), { nil: undefined }),
  recorded: fc.option(fc.tuple(fc.nat(), fc.nat()), { nil: undefined }),
  days: fc.option(fc.tuple(fc.nat(), fc.nat()), { nil: undefined }),
  until: fc.option(fc.nat(), { nil: undefined }),
})
type Choice = typeof choice extends fc.Arbitrary<infer Value> ? Value : never

const dayOf = ({ type, data }: RecordedEvent): number | undefined =>
  type.startsWith('TransferInit') || typeof data.effectiveOn !== 'string' ? undefined : dayNumber(data.effectiveOn)

function criteriaOf(log: readonly RecordedEvent[], timeline: Timeline, chosen: Choice): EventCriteria {
  const pick = (seed: number) => log[seed % Math.max(1, log.length)]
  const millis = (seed: number) => {
    const event = pick(seed)
    return event ? instantMillis(event.recordedAt) + (seed % 3) - 1 : seed
  }
  const days = log.flatMap((event) => dayOf(event) ?? [])
  const day = (seed: number) => (days[seed % Math.max(1, days.length)] ?? 0) + (seed % 3) - 1
  const streamOf = (kind: string, seed: number): StreamCriterion => {
    if (kind === 'account') return { kind, account: seed % Math.max(1, timeline.accounts.length) }
    if (kind === 'transfer') return { kind, transfer: seed % Math.max(1, timeline.transfers.count) }
    return { kind: 'ledger' }
  }
  const { kinds, stream, account, recorded, days: range, until } = chosen
  return {
    ...(kinds && { kinds }),
    ...(stream && { stream: streamOf(...stream) }),
    ...(account !== undefined && { account: account % Math.max(1, timeline.accounts.length) }),
    ...(recorded && { recorded: { from: millis(recorded[0]), to: millis(recorded[1]) } }),
    ...(range && { days: { from: day(range[0]), to: day(range[1]) } }),
    ...(until !== undefined && { until: day(until) }),
  }
}

/** The same, by looking at each event. */
function naive(log: readonly RecordedEvent[], timeline: Timeline, criteria: EventCriteria): number[] {
  const { kinds, stream, account, recorded, days, until } = criteria
  const streamIdOf = (): string => {
    if (stream?.kind === 'account') return `account-${timeline.accountIds[stream.account]}`
    if (stream?.kind === 'transfer')
      return stream.transfer < timeline.transfers.count ? `transfer-${timeline.transfers.id(stream.transfer)}` : ''
    return log.find(({ type }) => type === 'LedgerRenamed')?.streamId ?? ''
  }
  const own = `account-${timeline.accountIds[account ?? -1]}`
  const transfers = new Set(
    log
      .filter(({ streamId, data }) => streamId === own && 'transferId' in data)
      .map(({ data }) => `transfer-${data.transferId}`),
  )
  return log.flatMap((event, slot) => {
    const at = instantMillis(event.recordedAt)
    const day = dayOf(event)
    const holds =
      (!kinds || kinds.includes(EVENT_KINDS.indexOf(event.type as (typeof EVENT_KINDS)[number]))) &&
      (!stream || event.streamId === streamIdOf()) &&
      (account === undefined || event.streamId === own || transfers.has(event.streamId)) &&
      (!recorded || (at >= recorded.from && at < recorded.to)) &&
      (!days || (day !== undefined && day >= days.from && day <= days.to)) &&
      (until === undefined || day === undefined || day <= until)
    return holds ? [slot] : []
  })
}

test('[EV1] a filter answers as looking at each event does, whatever is combined', () => {
  fc.assert(
    fc.property(arbitraryLog(80), choice, (log, chosen) => {
      const timeline = timelineOf(log)
      const criteria = criteriaOf(log, timeline, chosen)
      expect([...matchingSlots(timeline, criteria)]).toEqual(naive(log, timeline, criteria))
    }),
    { numRuns: 400 },
  )
})

test('[EV2] the log can be looked through in pieces', () => {
  fc.assert(
    fc.property(arbitraryLog(80), choice, fc.nat(), (log, chosen, seed) => {
      const timeline = timelineOf(log)
      const criteria = criteriaOf(log, timeline, chosen)
      const cut = log.length === 0 ? 0 : seed % log.length
      const pieces = [...matchingSlots(timeline, criteria, 0, cut), ...matchingSlots(timeline, criteria, cut)]
      expect(pieces).toEqual([...matchingSlots(timeline, criteria)])
    }),
  )
})

test('[EV3] rows are the events that are shown, up to the moment, in either order, and each is found again', () => {
  const slots = fc.option(fc.uniqueArray(fc.nat(60), { maxLength: 40 }), { nil: undefined })
  fc.assert(
    fc.property(slots, fc.nat(61), fc.boolean(), (some, position, newestFirst) => {
      const shown = some?.sort((a, b) => a - b) ?? Array.from({ length: 61 }, (_, slot) => slot)
      const rows = eventRows(some && Uint32Array.from(shown), position, newestFirst)
      const expected = shown.filter((slot) => slot < position).map((slot) => slot + 1)
      if (newestFirst) expected.reverse()
      expect(Array.from({ length: rows.count }, (_, row) => rows.positionAt(row))).toEqual(expected)
      for (let at = 1; at <= 62; at++) {
        const exact = expected.indexOf(at)
        expect(rows.holds(at)).toBe(exact >= 0)
        const after = expected.findIndex((each) => (newestFirst ? each <= at : each >= at))
        expect(rows.rowOf(at)).toBe(after >= 0 ? after : expected.length - 1)
      }
    }),
    { numRuns: 300 },
  )
})
