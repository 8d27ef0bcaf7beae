import { expect, test } from 'vitest'
import type { StoredBatch } from '../../event-log/event-log'
import { BatchesAhead } from './batches-ahead'

/** A log of one batch a position, and what was asked of it in order; `ended`: reads that came to their end. */
function watchedLog(failAt?: number) {
  const asked: string[] = []
  const ended: string[] = []
  const readBatches = async function* ({ from = 1, to = 0 } = {}): AsyncGenerator<StoredBatch> {
    asked.push(`${from}–${to}`)
    try {
      for (let first = from; first <= to; first++) {
        if (first === failAt) throw new Error(`no ${first}`)
        yield { first, count: 1, bytes: new Uint8Array(), frontier: [] }
      }
    } finally {
      ended.push(`${from}–${to}`)
    }
  }
  return { asked, ended, batches: new BatchesAhead({ readBatches }) }
}

async function positions(read: AsyncIterable<StoredBatch>): Promise<number[]> {
  const found: number[] = []
  for await (const { first } of read) found.push(first)
  return found
}

test('what was asked for is read once, whole and in order', async () => {
  const { asked, batches } = watchedLog()
  batches.ask(5, 8)
  batches.ask(5, 8)
  expect(asked).toEqual(['5–8'])
  expect(await positions(batches.read(5, 8))).toEqual([5, 6, 7, 8])
  expect(asked).toEqual(['5–8'])
  expect(await positions(batches.read(5, 8))).toEqual([5, 6, 7, 8])
  expect(asked).toEqual(['5–8', '5–8'])
})

test('another range than was asked for is read all the same, and what was asked for stays', async () => {
  const { asked, batches } = watchedLog()
  batches.ask(5, 8)
  expect(await positions(batches.read(5, 7))).toEqual([5, 6, 7])
  expect(await positions(batches.read(5, 8))).toEqual([5, 6, 7, 8])
  expect(asked).toEqual(['5–8', '5–7'])
})

test('what is asked for in vain, or not read to its end, is ended', async () => {
  const { ended, batches } = watchedLog()
  batches.ask(1, 4)
  batches.ask(5, 8)
  for await (const { first } of batches.read(5, 8)) if (first === 6) break
  expect(ended).toEqual(['1–4', '5–8'])
})

test('a failure is told to whoever reads, and the range can be asked for again', async () => {
  const { batches } = watchedLog(5)
  batches.ask(5, 8)
  await expect(positions(batches.read(5, 8))).rejects.toThrow('no 5')
  await expect(positions(batches.read(5, 8))).rejects.toThrow('no 5')
  expect(await positions(batches.read(6, 7))).toEqual([6, 7])
})
