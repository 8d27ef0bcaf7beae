import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rootOf } from '../event-log/merkle-tree'
import { frontierAt } from '../event-log/root-at'
import { ledgerOf, now } from './fixtures/import-fixture'
import { blob, emptyLog, fileOf, livelyFixture, rootOfEvents, stateOf } from './fixtures/log-fixture'
import { importLog } from './log-import'
import { type WriteOptions, writeLog } from './log-writer'

const LOG = livelyFixture()
const SIZE = LOG.events.length
const EXPORTED_AT = '2026-11-23T06:15:01.000Z'

/** A ledger's file as of so many events. */
async function exportOf(
  log: Awaited<ReturnType<typeof ledgerOf>>,
  size?: number,
  options: WriteOptions = {},
): Promise<Blob> {
  const head = await log.head()
  const upTo = size ?? head.size
  const rootHash = rootOf(await frontierAt(log, upTo))
  const header = { ledgerId: head.ledgerId, name: head.name, exportedAt: EXPORTED_AT, size: upTo, rootHash }
  return new Response(writeLog(header, log.readBatches(), options)).blob()
}

test('[X10] header line, one event a line, closing line, one line feed', async () => {
  const file = await exportOf(await ledgerOf(LOG.file()))
  expect(await file.text()).toBe(fileOf(LOG.events, { ledgerId: LOG.ledgerId, name: 'Haushalt' }))
  expect(await (await exportOf(emptyLog())).text()).toBe(
    `{"format":"hindsight-log","formatVersion":1,"ledgerId":"00000000-0000-4000-8000-000000000001","name":"Mine","exportedAt":"${EXPORTED_AT}","size":0,"rootHash":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","events":[\n]}\n`,
  )
})

test('[X10] cut at any position, from batches of any size, it is the log of that size', async () => {
  for (const newBatchBytes of [1, 600, 1 << 20]) {
    const log = emptyLog()
    await importLog({ log, source: blob(LOG.file()), options: { newBatchBytes }, now })
    for (let size = 0; size <= SIZE; size++) {
      const text = await (await exportOf(log, size)).text()
      expect(text).toBe(fileOf(LOG.events.slice(0, size), { ledgerId: LOG.ledgerId, name: 'Haushalt' }))
      expect(JSON.parse(text).rootHash).toBe(rootOfEvents(LOG.events.slice(0, size)))
    }
  }
})

test('[X10] writing leaves the stored bytes alone', async () => {
  const log = await ledgerOf(LOG.file())
  const before = await stateOf(log)
  await exportOf(log)
  expect(await stateOf(log)).toEqual(before)
})

test('[X11] export, then import: the same ledger, packed or not', async () => {
  const log = await ledgerOf(LOG.file())
  for (const gzip of [true, false]) {
    const copy = emptyLog()
    const report = await importLog({ log: copy, source: await exportOf(log, SIZE, { gzip }), now })
    expect(report).toMatchObject({ result: 'restored', sealed: true, rootHash: rootOfEvents(LOG.events) })
    expect(await stateOf(copy)).toEqual(await stateOf(log))
  }
})

const words = fc.record(
  { payee: fc.string({ unit: 'grapheme' }), memo: fc.string({ unit: 'binary' }) },
  { requiredKeys: [] },
)
test('[X11] property: whatever was deposited, whatever its words, comes back byte for byte', async () => {
  const entries = fc.array(
    fc.record({ amount: fc.integer({ min: 1, max: 1e12 }), words, extra: fc.jsonValue({ noUnicodeString: false }) }),
    { maxLength: 12 },
  )
  await fc.assert(
    fc.asyncProperty(entries, fc.nat(), async (deposits, cut) => {
      const fixture = livelyFixture('property')
      const account = fixture.open('Property')
      for (const { amount, words: said, extra } of deposits) {
        // Parsed once, because a file cannot hold −0.
        fixture.record(`account-${account}`, 'Deposited', {
          amount,
          effectiveOn: '2026-01-02',
          ...said,
          extra: JSON.parse(JSON.stringify(extra)),
        })
      }
      const log = await ledgerOf(fixture.file())
      const size = cut % (fixture.events.length + 1)
      const copy = emptyLog()
      await importLog({ log: copy, source: await exportOf(log, size), now })
      expect(rootOf((await copy.head()).frontier)).toBe(rootOfEvents(fixture.events.slice(0, size)))
      await importLog({ log: copy, source: await exportOf(log), now })
      expect(await stateOf(copy)).toEqual(await stateOf(log))
    }),
    { numRuns: 60 },
  )
})

test('[X18] a cancelled export breaks off with an AbortError and lets go of the log', async () => {
  const controller = new AbortController()
  const log = emptyLog()
  await importLog({ log, source: blob(LOG.file()), options: { newBatchBytes: 1 }, now })
  const onProgress = () => controller.abort('some reason')
  await expect(exportOf(log, SIZE, { signal: controller.signal, onProgress })).rejects.toMatchObject({
    name: 'AbortError',
  })
  await expect(exportOf(log, SIZE, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
  await expect(exportOf(log, SIZE, { signal: AbortSignal.abort(), gzip: true })).rejects.toMatchObject({
    name: 'AbortError',
  })
})

test('a log that is shorter than the header says is never written as a whole file', async () => {
  const log = await ledgerOf(LOG.file())
  const header = { ledgerId: LOG.ledgerId, name: '', exportedAt: EXPORTED_AT, size: SIZE + 1, rootHash: '' }
  await expect(new Response(writeLog(header, log.readBatches())).text()).rejects.toThrow(`ends at event ${SIZE}`)
})

test('progress counts the events written', async () => {
  const seen: unknown[] = []
  await exportOf(await ledgerOf(LOG.file()), undefined, { onProgress: (progress) => seen.push(progress) })
  expect(seen).toEqual([{ phase: 'writing', done: SIZE, total: SIZE, unit: 'events' }])
})
