/** What a timeline knows beside its entries, held against a plain walk over the log. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfDay, dayNumber, instantOfMillis } from '../domain/calendar'
import type { RecordedEvent } from '../event-log/recorded-event'
import { EVENT_KINDS, typeOfKind } from './event-kind'
import { arbitraryLog, uuidOf } from './testing/arbitrary-log'
import { timelineOf } from './testing/timeline-of'
import { Timeline } from './timeline'

const streamOf = (id: string) => `account-${id}`
const opened = (log: readonly RecordedEvent[]) => log.filter(({ type }) => type === 'AccountOpened')

function changesOf(log: readonly RecordedEvent[], id: string): unknown[] {
  return log.flatMap(({ globalPosition: position, streamId, type, data }): unknown[] => {
    if (streamId !== streamOf(id)) return []
    if (type === 'AccountRenamed') return [{ position, name: data.name }]
    if (type === 'OverdraftLimitChanged') return [{ position, overdraftLimit: data.overdraftLimit }]
    if (type === 'AccountClosed') return [{ position, status: 'closed' }]
    return type === 'AccountReopened' ? [{ position, status: 'open' }] : []
  })
}

test('[PJ8] an account is what its opening says, and what changed since, with how many events and entries', () => {
  fc.assert(
    fc.property(arbitraryLog(), (log) => {
      const { accounts, columns, assertions, ledgerNames } = timelineOf(log)
      const isEntry = ({ type }: RecordedEvent) => /^(Deposited|Withdrawn|Transfer|EntryReversed)/.test(type)
      expect(accounts).toEqual(
        opened(log).map(({ streamId, globalPosition, data }, number) => {
          const id = streamId.slice(8)
          const own = log.filter((event) => event.streamId === streamId)
          const counts = { revision: own.length, entryCount: own.filter(isEntry).length }
          return { ...data, id, number, openedPosition: globalPosition, changes: changesOf(log, id), ...counts }
        }),
      )
      for (const { globalPosition, streamId } of log) {
        const number = accounts.findIndex(({ id }) => streamOf(id) === streamId)
        expect(columns.account[globalPosition - 1]).toBe(number < 0 ? 0xffffffff : number)
      }
      const asserted = log.filter(({ type }) => type === 'BalanceAsserted')
      expect(assertions).toEqual(
        asserted.map(({ globalPosition: position, streamId, data }) => ({
          position,
          account: accounts.findIndex(({ id }) => streamOf(id) === streamId),
          day: dayNumber(String(data.effectiveOn)),
          balance: data.balance,
        })),
      )
      const named = log.filter(({ type }) => type === 'LedgerRenamed')
      expect(ledgerNames).toEqual(named.map(({ globalPosition: position, data }) => ({ position, name: data.name })))
    }),
    { numRuns: 25 },
  )
})

test('[PJ8] the steps of a transfer lead to it, and those that have not ended are known while the log grows', () => {
  fc.assert(
    fc.property(arbitraryLog(80), (log) => {
      const timeline = new Timeline()
      const begun = log.filter(({ type }) => type === 'TransferInitiated').map(({ streamId }) => streamId.slice(9))
      const transferOf = ({ streamId, data }: RecordedEvent) =>
        begun.indexOf(streamId.startsWith('transfer-') ? streamId.slice(9) : String(data.transferId))
      let version = timeline.version
      for (const event of log) {
        timeline.append([event])
        expect(timeline.version).toBeGreaterThan(version)
        version = timeline.version
        const isStep = event.type.startsWith('Transfer')
        expect(timeline.transferOf(timeline.size - 1)).toBe(isStep ? transferOf(event) : undefined)
        const sofar = log.slice(0, timeline.size)
        const ended = new Set(sofar.filter(({ type }) => /^Transfer(Completed|Failed)/.test(type)).map(transferOf))
        const all = sofar.filter(({ type }) => type === 'TransferInitiated').map(transferOf)
        expect(timeline.transfers.unended()).toEqual(all.filter((number) => !ended.has(number)))
        expect(timeline.transfers.count).toBe(all.length)
        // Nothing of an event that is not there.
        expect(timeline.transferOf(timeline.size)).toBeUndefined()
        expect(timeline.isEntry(timeline.size)).toBe(false)
      }
    }),
    { numRuns: 20 },
  )
})

test('[PJ8] the ids of all accounts, the same list until there is another; events by a hint that may be wrong', () => {
  fc.assert(
    fc.property(arbitraryLog(60), fc.nat(), (log, pick) => {
      const timeline = new Timeline()
      for (const event of log) {
        const before = timeline.accountIds
        timeline.append([event])
        const ids = opened(log.slice(0, timeline.size)).map(({ streamId }) => streamId.slice(8))
        expect(timeline.accountIds).toEqual(ids)
        expect(timeline.accountIds === before).toBe(event.type !== 'AccountOpened')
      }
      for (const { eventId, globalPosition } of log)
        for (const hint of [globalPosition - 1, pick % (log.length + 2), -1, 0.5])
          expect(timeline.slotOfEvent(eventId, undefined, hint)).toBe(globalPosition - 1)
    }),
    { numRuns: 20 },
  )
})

test('[PJ8] an id is found as it is written, and not in capitals, whether or not a hint leads to it', () => {
  const [first, ...log] = fc.sample(arbitraryLog(), { numRuns: 1, seed: 3 })[0] ?? []
  if (!first) throw new Error('The log is empty')
  const timeline = timelineOf([first, ...log])
  for (const hint of [-1, 0]) {
    expect(timeline.slotOfEvent(first.eventId, undefined, hint)).toBe(0)
    expect(timeline.slotOfEvent(first.eventId.toUpperCase(), undefined, hint)).toBeUndefined()
  }
})

test('[PJ5] checkpoints are taken four at a time, of the one order and then of the other', () => {
  const id = uuidOf(1, 0)
  const place = (globalPosition: number) => ({
    globalPosition,
    streamId: streamOf(id),
    streamRevision: globalPosition,
    eventId: uuidOf(4, globalPosition),
    schemaVersion: 1,
    recordedAt: instantOfMillis(globalPosition * 60_000),
    metadata: {},
  })
  const about = { name: 'Everyday', currency: 'EUR', exponent: 2, overdraftLimit: 0, openedOn: '1970-01-01' }
  // Every tenth is backdated.
  const entry = (n: number) => ({ amount: n, effectiveOn: n % 10 === 0 ? '1960-01-01' : dateOfDay(n) })
  const log: RecordedEvent[] = Array.from({ length: 9 * 1024 }, (_, n) =>
    n === 0
      ? { ...place(1), type: 'AccountOpened', data: about }
      : { ...place(n + 1), type: 'Deposited', data: entry(n) },
  )
  const timeline = timelineOf(log)
  // Nine thousand and more: nine of the events as they were recorded; one less of the entries by their dates.
  const steps = [1, 2, 3, 4, 5, 6].map(() => timeline.prepareSums())
  expect(steps).toEqual([false, false, false, true, true, true])
  const into = new Float64Array(1)
  timeline.recordedSums.balancesAfter(5_000, timeline.recordedEntries(), into)
  expect(into[0]).toBe((4_999 * 5_000) / 2)
})

test('[PJ3] a kind stands for a type, and no other does', () => {
  expect(EVENT_KINDS.map((_, kind) => typeOfKind(kind))).toEqual(EVENT_KINDS)
  for (const kind of [-1, EVENT_KINDS.length])
    expect(() => typeOfKind(kind)).toThrow(new Error(`There is no event kind ${kind}`))
})
