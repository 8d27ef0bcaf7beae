import { describe, expect, test } from 'vitest'
import type { StreamState } from '../domain/stream-state'
import type { EventLog, StoredBatch, StreamRow } from '../event-log/event-log'
import { rootOf } from '../event-log/merkle-tree'
import { judgeShown } from './judge-shown'
import { memoryLog, openLedger } from './testing/memory-ledger'
import { EVERYDAY, SAVINGS, tellShortStory } from './testing/short-story'
import { verifyLog } from './verify'

async function filled(): Promise<EventLog<StreamState>> {
  const log = memoryLog()
  const ledger = await openLedger(log)
  await tellShortStory(ledger)
  return log
}

/** The same log with something else in its tables than was written. */
function damaged(
  log: EventLog<StreamState>,
  change: {
    batch?: (batch: StoredBatch) => StoredBatch[]
    row?: (row: StreamRow<StreamState>) => StreamRow<StreamState>[]
  },
): EventLog<StreamState> {
  return new Proxy(log, {
    get(target, key) {
      if (key === 'readBatches' && change.batch) {
        const alter = change.batch
        return async function* (options: { from?: number; to?: number }) {
          for await (const batch of target.readBatches(options)) yield* alter(batch)
        }
      }
      if (key === 'readStreamRows' && change.row) {
        const alter = change.row
        return async function* () {
          for await (const row of target.readStreamRows()) yield* alter(row)
        }
      }
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

const verified = async (...given: Parameters<typeof verifyLog>) => (await verifyLog(...given)).report

describe('verify', () => {
  test('a sound ledger is sound, with its size and root', async () => {
    const log = await filled()
    const { size, frontier } = await log.head()
    expect(await verified(log)).toEqual({ ok: true, size, rootHash: rootOf(frontier) })
    expect(await verified(memoryLog())).toMatchObject({ ok: true, size: 0 })
  })

  test('any one byte that is changed is found, and the event it is in is named', async () => {
    const log = await filled()
    const third: StoredBatch[] = []
    for await (const batch of log.readBatches({ from: 3, to: 3 })) third.push(batch)
    const length = third[0]?.bytes.length ?? 0
    expect(length).toBeGreaterThan(200)
    for (let index = 0; index < length; index++) {
      const report = await verified(
        damaged(log, {
          batch: (batch) => {
            if (batch.first !== 3) return [batch]
            const bytes = batch.bytes.slice()
            bytes[index] = (bytes[index] ?? 0) ^ 1
            return [{ ...batch, bytes }]
          },
        }),
      )
      expect(report.ok, `byte ${index}`).toBe(false)
      expect(report.reason).not.toBe('')
    }
  })

  test.each<[string, (batch: StoredBatch) => StoredBatch[]]>([
    ['dropped', (batch) => (batch.first === 3 ? [] : [batch])],
  ])('a batch that is %s is found at its place', async (_, batch) => {
    const report = await verified(damaged(await filled(), { batch }))
    expect(report).toMatchObject({ ok: false })
    expect(report.firstBadPosition).toBeGreaterThanOrEqual(3)
    expect(report.firstBadPosition).toBeLessThanOrEqual(4)
  })

  test.each<[string, (batch: StoredBatch) => StoredBatch[]]>([
    ['repeated', (batch) => (batch.first === 3 ? [batch, batch] : [batch])],
    ['sealed otherwise', (batch) => (batch.first === 3 ? [{ ...batch, frontier: [new Uint8Array(32)] }] : [batch])],
  ])('[VF2] a batch that is %s is found, and no event blamed for it', async (_, batch) => {
    const report = await verified(damaged(await filled(), { batch }))
    expect(report).toMatchObject({ ok: false, damage: { tables: [{ table: 'index' }] } })
    expect(report.firstBadPosition).toBeUndefined()
  })

  test.each<[string, (row: StreamRow<StreamState>) => StreamRow<StreamState>[]]>([
    [
      'another balance',
      (row) => [
        row.state.kind === 'account' ? { ...row, state: { ...row.state, balance: row.state.balance + 1 } } : row,
      ],
    ],
    ['another revision', (row) => [{ ...row, revision: row.revision + 1 }]],
    ['no state for a stream', (row) => (row.streamId === `account-${SAVINGS}` ? [] : [row])],
    ['a stream too many', (row) => [row, { ...row, streamId: `account-${EVERYDAY.replace('a', 'b')}` }]],
  ])('a stored state with %s is found', async (_, row) => {
    expect(await verified(damaged(await filled(), { row }))).toMatchObject({ ok: false })
  })

  test('it tells its progress and stops when it is cancelled', async () => {
    const log = await filled()
    const seen: number[] = []
    await verified(log, { onProgress: ({ done }) => seen.push(done) })
    expect(seen.at(-1)).toBe((await log.head()).size)
    await expect(verifyLog(log, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
  })
})

test('what the page shows is held against the balances that the events give', async () => {
  const log = await filled()
  const { timeline } = await openLedger(log)
  const right = await verifyLog(log)
  expect([...right.balances]).toEqual([-100, 100])
  expect(judgeShown(timeline, right)).toBe(right.report)
  const wrong = judgeShown(timeline, { ...right, balances: Float64Array.of(-100, 99) })
  expect(wrong).toMatchObject({ ok: false, size: timeline.size })
  expect(wrong.reason).toMatch(/"Savings"/)
  // A page that has gone on, or lags, shows another moment.
  const later = { ...right.report, size: timeline.size + 1 }
  expect(judgeShown(timeline, { report: later, balances: Float64Array.of(0, 0) })).toBe(later)
})
