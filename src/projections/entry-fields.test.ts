import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, instantMillis } from '../domain/calendar'
import type { RecordedEvent } from '../event-log/recorded-event'
import type { EntryFields } from './entry-fields'
import { IdColumn } from './id-column'
import { arbitraryLog } from './testing/arbitrary-log'
import { timelineOf } from './testing/timeline-of'
import { Timeline } from './timeline'

/** As a reader of the log's bytes gives it: ids in columns, not at their beginning. */
function fieldsOf({
  type,
  globalPosition,
  streamRevision,
  recordedAt,
  streamId,
  eventId,
  data,
}: RecordedEvent): EntryFields {
  const ids = new IdColumn()
  for (const uuid of [eventId, streamId.slice('account-'.length)]) ids.push(uuid)
  const words = ids.toWords()
  return {
    type: type as EntryFields['type'],
    globalPosition,
    streamRevision,
    recordedAt: instantMillis(recordedAt),
    day: dayNumber(String(data.effectiveOn)),
    amount: Number(data.amount),
    eventIds: words,
    eventIdAt: 0,
    accountIds: words,
    accountIdAt: 4,
  }
}

const isPlain = ({ type }: RecordedEvent) => type === 'Deposited' || type === 'Withdrawn'

test('[PJ10] a bulk, its entries as events or as fields, gives the timeline of its events', () => {
  fc.assert(
    fc.property(arbitraryLog(), fc.func(fc.boolean()), (log, asFields) => {
      const bulk = new Timeline()
      for (const event of log)
        bulk.appendInBulk(isPlain(event) && asFields(event.globalPosition) ? fieldsOf(event) : event)
      expect(bulk.toSnapshot()).toEqual(timelineOf(log).toSnapshot())
    }),
  )
})

test('[PJ10] fields out of order, or of an account that was not opened, change nothing', () => {
  fc.assert(
    fc.property(
      arbitraryLog().filter((log) => log.some(isPlain)),
      (log) => {
        const at = log.findIndex(isPlain)
        const fields = fieldsOf(log[at] as RecordedEvent)
        const timeline = timelineOf(log.slice(0, at))
        const before = timeline.toSnapshot()
        expect(() => timeline.appendInBulk({ ...fields, globalPosition: at + 2 })).toThrow('cannot follow')
        expect(() => timeline.appendInBulk({ ...fields, accountIdAt: 0 })).toThrow('not opened')
        expect(timeline.toSnapshot()).toEqual(before)
      },
    ),
  )
})
