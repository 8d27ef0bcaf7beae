/** A second version of a withdrawal, of our own making: the first had its sum as a text, its day as `on`, its words as `text`. */
import { expect, test, vi } from 'vitest'
import type { StreamState } from '../../domain/stream-state'
import type { MemoryEventLog } from '../../event-log/memory-event-log'
import { rootOf } from '../../event-log/merkle-tree'
import type { JsonObject, RecordedEvent } from '../../event-log/recorded-event'
import { fileOf, LogFixture } from '../../exchange/fixtures/log-fixture'
import { importLog } from '../../exchange/log-import'
import { writeLog } from '../../exchange/log-writer'
import type { Timeline } from '../../projections/timeline'
import { tablesOfLog } from '../integrity/log-tables'
import { verifyTables } from '../integrity/verify-tables'
import { BranchLog } from '../sandbox/branch-log'
import { ImportedTimeline } from '../snapshots/imported-timeline'
import { refreshSnapshot, type StoredSnapshot, snapshotInMemory } from '../snapshots/timeline-snapshot-store'
import { memoryLog, openLedger, testEnvironment } from '../testing/memory-ledger'
import { stateShown } from './released-logs'

vi.mock('../../domain/upcasters', () => {
  const second = (event: RecordedEvent): RecordedEvent => {
    const { sum, on, text, ...rest } = event.data as JsonObject & { sum: string }
    const data = { ...rest, amount: Math.round(Number(sum.slice(1)) * 100), effectiveOn: on ?? '', payee: text ?? '' }
    return { ...event, schemaVersion: 2, data }
  }
  const UPCASTERS = new Map([['Withdrawn', [second]]])
  return { UPCASTERS, newestVersion: (type: string) => 1 + (UPCASTERS.get(type)?.length ?? 0) }
})

/** The same ledger twice: as it was recorded long ago, but for the last withdrawal, and as it would be today. */
function fixtures() {
  const log = new LogFixture()
  const everyday = log.open('Everyday')
  log.deposit(everyday, 50_000, { payee: 'Employer' })
  log.withdraw(everyday, 1_250, { payee: 'Bäckerei Brandt' })
  log.withdraw(everyday, 840, { payee: 'Zoë', category: 'Gifts' })
  log.deposit(everyday, 100)
  log.withdraw(everyday, 5, { payee: 'Brandt again' })
  const isLast = (event: RecordedEvent) => event === log.events.at(-1)
  const today = log.events.map((event) => (event.type === 'Withdrawn' ? { ...event, schemaVersion: 2 } : event))
  const old = log.events.map((event, at) => {
    if (event.type !== 'Withdrawn' || isLast(event)) return today[at] as RecordedEvent
    const { amount, effectiveOn, payee, ...rest } = event.data as JsonObject & { amount: number }
    return { ...event, data: { ...rest, sum: `€${(amount / 100).toFixed(2)}`, on: effectiveOn, text: payee } }
  })
  const file = (events: readonly object[]) => fileOf(events, { ledgerId: log.ledgerId })
  return { everyday, old, oldFile: file(old), todayFile: file(today) }
}

async function imported(text: string): Promise<{ log: MemoryEventLog<StreamState>; timeline: ImportedTimeline }> {
  const log = memoryLog()
  const timeline = new ImportedTimeline()
  await importLog({ log, source: new Blob([text]), options: { follow: timeline.follow } })
  return { log, timeline }
}

const shownBy = ({ columns, size, accounts }: Timeline) => ({
  size,
  accounts,
  columns: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, [...column.subarray(0, size)]])),
})

test('[UP1] [UP2] an event of an older version is imported, shown, summed and searched as one of today', async () => {
  const { everyday, oldFile, todayFile } = fixtures()
  const [old, today] = [await imported(oldFile), await imported(todayFile)]
  const { rootHash: _, ...shown } = (await stateShown(old.log)) as Record<string, unknown>
  expect(shown).toEqual(expect.objectContaining({ size: 6 }))
  expect((await stateShown(today.log)) as object).toMatchObject(shown)

  const [oldLedger, todayLedger] = [await openLedger(old.log), await openLedger(today.log)]
  expect(shownBy(oldLedger.timeline)).toEqual(shownBy(todayLedger.timeline))
  expect(oldLedger.timeline.columns.effect.subarray(0, 6)).toEqual(Float64Array.of(0, 50_000, -1_250, -840, 100, -5))
  for (const word of ['brandt', 'zoe', 'employer']) {
    const answers: unknown[][] = []
    for (const ledger of [oldLedger, todayLedger]) {
      const found: unknown[] = []
      await ledger.words.search([word], [0], (chunk) => found.push(chunk.answers.map((bits) => [...bits])))
      answers.push(found)
    }
    expect(answers[0], word).toEqual(answers[1])
    expect(JSON.stringify(answers[0]), word).not.toBe('[[[0]]]')
  }
  expect(await old.log.readAt([3])).toMatchObject([{ schemaVersion: 2, data: { amount: 1_250 } }])
  expect(everyday).toBeTruthy()
})

/** Keeps the one that was written last. */
function keeper() {
  const kept: { stored?: StoredSnapshot } = {}
  const write = async (snapshot: StoredSnapshot) => {
    kept.stored = snapshot
  }
  return { kept, snapshots: { read: async () => undefined, write, discard: async () => undefined } }
}

test('[UP1] a snapshot that follows an import, one taken from stored bytes, and a branch show today’s form', async () => {
  const { old, oldFile } = fixtures()
  const { log, timeline } = await imported(oldFile)
  const [following, taken] = [keeper(), keeper()]
  await timeline.writeTo(following.snapshots, await log.head())
  await refreshSnapshot(log, taken.snapshots)
  const effects = [0, 50_000, -1_250, -840, 100, -5]
  for (const snapshot of [following.kept.stored, taken.kept.stored, await snapshotInMemory(log)])
    expect([...(snapshot?.value.columns.effect ?? [])]).toEqual(effects)

  const request = { ledgerId: testEnvironment.newId(), name: 'Without', position: 6, moved: [] }
  const branched = new BranchLog(log, { ...request, without: [old[4]?.eventId ?? ''] }, testEnvironment)
  const branch = memoryLog()
  await importLog({ log: branch, source: await branched.source() })
  const { timeline: shown } = await openLedger(branch)
  expect([...shown.columns.effect.subarray(0, shown.size)]).toEqual(effects.toSpliced(4, 1))
})

test('[UP1] it verifies, and is exported byte for byte as it was recorded', async () => {
  const { old, oldFile } = fixtures()
  const { log } = await imported(oldFile)
  const { report } = await verifyTables(tablesOfLog(log))
  expect(report).toMatchObject({ ok: true, size: 6 })
  const { ledgerId, name, size, frontier } = await log.head()
  const header = { ledgerId, name, exportedAt: '2026-11-23T08:00:00.000Z', size, rootHash: rootOf(frontier) }
  const written = await new Response(writeLog(header, log.readBatches())).text()
  expect(JSON.parse(written).events).toEqual(old)
  const again = memoryLog()
  await importLog({ log: again, source: new Blob([written]) })
  expect(rootOf((await again.head()).frontier)).toBe(rootOf(frontier))
})

test('[UP1] a command decides on what the older events come to, and is recorded in today’s version', async () => {
  const { everyday, oldFile } = fixtures()
  const { log } = await imported(oldFile)
  const ledger = await openLedger(log)
  const { events } = await ledger.dispatch({ type: 'Withdraw', accountId: everyday, amount: 7 })
  expect(events).toMatchObject([{ schemaVersion: 2 }])
  const [paid] = await log.readAt([3])
  await ledger.dispatch({ type: 'ReverseEntry', accountId: everyday, entryId: paid?.eventId })
  expect((await verifyTables(tablesOfLog(log))).report).toMatchObject({ ok: true, size: 8 })
})

test('[UP1] data that is not of its version is refused with the place; a version from the future as newer', async () => {
  const { old } = fixtures()
  const refusal = (change: object) =>
    imported(fileOf(old.with(2, { ...(old[2] as RecordedEvent), ...change } as RecordedEvent))).catch((error) => error)
  expect(await refusal({ data: { on: '2026-01-02' } })).toMatchObject({ code: 'bad-field', path: 'data', position: 3 })
  expect(await refusal({ data: { sum: '€x', on: '2026-01-02' } })).toMatchObject({ path: 'data.amount', position: 3 })
  expect(await refusal({ schemaVersion: 3 })).toMatchObject({ code: 'newer-version', position: 3 })
})
