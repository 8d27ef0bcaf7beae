import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryLog } from '../projections/testing/arbitrary-log'
import { naiveEntries } from '../projections/testing/naive-ledger'
import { timelineOf } from '../projections/testing/timeline-of'
import { accountAt, nameAt } from './accounts-at'
import { eventAt } from './event-at'
import { resolveMoment } from './resolve-moment'

test('[TT2] every event says its type, its account and its effect; beside the log there is none', () => {
  fc.assert(
    fc.property(arbitraryLog(60), (log) => {
      const timeline = timelineOf(log)
      const entries = new Map(naiveEntries(log, { position: log.length }).map((entry) => [entry.position, entry]))
      for (const { globalPosition, type, streamId } of log) {
        const account = streamId.startsWith('account-') ? timeline.accountNumber(streamId.slice(8)) : undefined
        const effect = entries.get(globalPosition)?.effect ?? 0
        expect(eventAt(timeline, globalPosition)).toEqual({ type, account, effect })
      }
      for (const none of [-1, 0, log.length + 1]) expect(eventAt(timeline, none)).toBeUndefined()
    }),
    { numRuns: 25 },
  )
})

test('[TT4] an account is called at every position what its last name by then was', () => {
  fc.assert(
    fc.property(arbitraryLog(60), (log) => {
      const timeline = timelineOf(log)
      for (const track of timeline.accounts)
        for (let position = 0; position <= log.length; position++) {
          const named = log.findLast(
            ({ streamId, type, globalPosition }) =>
              streamId === `account-${track.id}` && type === 'AccountRenamed' && globalPosition <= position,
          )
          const name = named?.data.name ?? track.name
          expect(nameAt(track, position)).toBe(name)
          expect(accountAt(timeline, track.number, resolveMoment(timeline, { position }))?.name).toBe(name)
        }
    }),
    { numRuns: 20 },
  )
})
