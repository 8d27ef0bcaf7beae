import { describe, expect, test } from 'vitest'
import type { StreamState } from '../domain/stream-state'
import type { EventLog } from '../event-log/event-log'
import { importLog } from '../exchange/log-import'
import { sampleLog } from '../exchange/sample-log'
import type { TimelineSnapshot } from '../projections/snapshot/timeline-snapshot'
import { balancesAt } from '../time-travel/balances-at'
import { Projector } from './projector'
import { memoryLog, memorySnapshots, openLedger } from './testing/memory-ledger'

const EVERYDAY = '0190a000-0000-7000-8000-00000000000a'

async function filled(deposits: number): Promise<EventLog<StreamState>> {
  const log = memoryLog()
  const ledger = await openLedger(log)
  await ledger.dispatch({ type: 'OpenAccount', accountId: EVERYDAY, name: 'Everyday', currency: 'EUR' })
  for (let amount = 1; amount <= deposits; amount++) {
    await ledger.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount })
  }
  ledger.projector.close()
  return log
}

/** A balance at every position: what a projection is for. */
function balances({ timeline }: Projector): number[] {
  return Array.from({ length: timeline.size + 1 }, (_, position) => {
    return balancesAt(timeline, { position, day: Number.POSITIVE_INFINITY })[0] ?? 0
  })
}

async function withSnapshot(log: EventLog<StreamState>): Promise<ReturnType<typeof memorySnapshots>> {
  const snapshots = memorySnapshots(log)
  await snapshots.refresh()
  return snapshots
}

/** Snapshots whose ids come when they are let, or never. */
async function withLaterIds(log: EventLog<StreamState>) {
  const snapshots = await withSnapshot(log)
  let arrived: (words: Uint32Array) => void = () => undefined
  let lost: (error: Error) => void = () => undefined
  const laterIds = new Promise<Uint32Array>((resolve, reject) => {
    arrived = resolve
    lost = reject
  })
  let needed = 0
  const { stored } = snapshots
  if (!stored) throw new Error('there is a snapshot')
  const { ids: words, ...value } = stored.value
  return {
    snapshots: {
      ...snapshots,
      read: async () => ({
        ...stored,
        value: structuredClone({ ...value, ids: undefined }),
        laterIds: { ids: laterIds, need: () => needed++ },
      }),
    },
    needed: () => needed,
    arrive: () => arrived(words ?? new Uint32Array(0)),
    lose: () => lost(new Error('lost')),
    comeWrong: () => arrived(new Uint32Array(4)),
  }
}

describe('projector', () => {
  test('[AP1] events of another page arrive once and in order', async () => {
    const log = memoryLog()
    const [here, there] = [await openLedger(log), await openLedger(log)]
    await there.dispatch({ type: 'OpenAccount', accountId: EVERYDAY, name: 'Everyday', currency: 'EUR' })
    await Promise.all(
      [1, 2, 3, 4].map((amount) =>
        (amount % 2 ? here : there).dispatch({ type: 'Deposit', accountId: EVERYDAY, amount }),
      ),
    )
    await here.projector.waitFor(5)
    await there.projector.waitFor(5)
    expect(balances(here.projector)).toEqual(balances(there.projector))
    expect(balances(here.projector).at(-1)).toBe(10)
  })

  test('progress is told while the log is replayed, and not of what is recorded later', async () => {
    const log = await filled(3)
    const told: [number, number][] = []
    const projector = await Projector.open(log, undefined, (done, total) => told.push([done, total]))
    expect(told.at(-1)).toEqual([4, 4])
    const before = told.length
    const ledger = await openLedger(log)
    await ledger.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 1 })
    await projector.waitFor(5)
    expect(told).toHaveLength(before)
  })

  test('[AP2] waitFor resolves at the position and rejects when the ledger is closed', async () => {
    const projector = await Projector.open(await filled(2))
    await projector.waitFor(3)
    const waiting = projector.waitFor(4)
    projector.close()
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
  })

  test('[AP3] a snapshot and the tail behind it equal a replay from zero', async () => {
    const log = await filled(1_000)
    const snapshots = await withSnapshot(log)
    const ledger = await openLedger(log)
    await ledger.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 5 })
    const reopened = await Projector.open(log, snapshots)
    expect(balances(reopened)).toEqual(balances(await Projector.open(log)))
  })

  test('[AP6] balances show before the ids are there; an event that looks back waits for them, and what is behind it', async () => {
    const log = await filled(20)
    const { snapshots, arrive, needed } = await withLaterIds(log)
    const projector = await Projector.open(log, snapshots)
    const ledger = await openLedger(log)
    const deposit = await ledger.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 5 })
    await projector.waitFor(22)
    expect(projector.timeline.isWhole).toBe(false)
    expect(balances(projector).at(-1)).toBe(215)
    const entryId = deposit.events[0]?.eventId ?? ''
    await ledger.dispatch({ type: 'ReverseEntry', accountId: EVERYDAY, entryId })
    await ledger.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 9 })
    const shown = projector.waitFor(24)
    expect(needed()).toBeGreaterThan(0)
    expect(projector.timeline.size).toBe(22)
    arrive()
    await shown
    await projector.whole
    expect(projector.timeline.toSnapshot()).toEqual((await Projector.open(log)).timeline.toSnapshot())
  })

  test('[AP6] a ledger that has such an event behind its snapshot is open when the ids are there', async () => {
    const log = await filled(20)
    const { snapshots, arrive } = await withLaterIds(log)
    const ledger = await openLedger(log)
    const entryId = ledger.timeline.eventId(3)
    await ledger.dispatch({ type: 'ReverseEntry', accountId: EVERYDAY, entryId })
    let isOpen = false
    const opening = Projector.open(log, snapshots).finally(() => {
      isOpen = true
    })
    await ledger.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 9 })
    expect(isOpen).toBe(false)
    arrive()
    expect(balances(await opening)).toEqual(balances(await Projector.open(log)))
  })

  test('[AP6] ids that come while the events behind the snapshot are still read hold nothing up', async () => {
    const log = await filled(20)
    const { snapshots, arrive } = await withLaterIds(log)
    const ledger = await openLedger(log)
    const entryId = ledger.timeline.eventId(3)
    await ledger.dispatch({ type: 'ReverseEntry', accountId: EVERYDAY, entryId })
    const subscribe = log.subscribeToAll.bind(log)
    log.subscribeToAll = (...of) => {
      const subscription = subscribe(...of)
      const caughtUp = async () => {
        await subscription.caughtUp()
        arrive()
        await new Promise((resolve) => setTimeout(resolve))
      }
      return { caughtUp, unsubscribe: () => subscription.unsubscribe() }
    }
    const projector = await Projector.open(log, snapshots)
    expect(projector.timeline.size).toBe(22)
    await ledger.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 9 })
    await projector.waitFor(23)
  })

  test.each(['lose', 'comeWrong'] as const)('[AP6] ids that %s are read from the log', async (fault) => {
    const log = await filled(30)
    const later = await withLaterIds(log)
    const projector = await Projector.open(log, later.snapshots)
    later[fault]()
    await projector.whole
    expect(projector.timeline.toSnapshot()).toEqual((await Projector.open(log)).timeline.toSnapshot())
  })

  test.each([
    ['of another ledger', { ledgerId: '0190a000-0000-7000-8000-0000000000ee' }],
    ['with another root', { rootHash: '00' }],
    ['beyond the head', { position: 5_000 }],
    ['that is damaged', { value: {} as TimelineSnapshot }],
  ])('[AP3] a snapshot %s is left aside and the log replayed', async (_, fault) => {
    const log = await filled(1_000)
    const snapshots = await withSnapshot(log)
    if (snapshots.stored) snapshots.stored = { ...snapshots.stored, ...fault }
    const projector = await Projector.open(log, snapshots)
    expect(balances(projector)).toEqual(balances(await Projector.open(log)))
  })

  test('[AP3] enough new events lead to a new snapshot, beside the page', async () => {
    const log = await filled(998)
    const snapshots = memorySnapshots(log)
    const ledger = await openLedger(log, snapshots)
    expect(snapshots.taken).toBe(0)
    await ledger.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 5 })
    await expect.poll(() => snapshots.stored?.position, { interval: 1 }).toBe(1_000)
  })

  test('[AP4] a log far ahead is taken over by a snapshot, and what came meanwhile is replayed behind it', async () => {
    const log = memoryLog()
    const snapshots = memorySnapshots(log)
    const ledger = await openLedger(log, snapshots)
    const { file } = sampleLog({ endDate: '2026-11-01', scale: 6 })
    await importLog({ log, source: file })
    const { size } = await log.head()
    expect(size).toBeGreaterThan(10_000)
    await ledger.dispatch({ type: 'OpenAccount', accountId: EVERYDAY, name: 'Mine', currency: 'EUR' })
    expect(snapshots.taken).toBe(1)
    expect(ledger.timeline.size).toBe(size + 1)
    const replayed = await Projector.open(log)
    const now = { position: size + 1, day: Number.POSITIVE_INFINITY }
    expect(balancesAt(ledger.timeline, now)).toEqual(balancesAt(replayed.timeline, now))
  })

  test('[AP3] where snapshots cannot be read or written the ledger opens all the same', async () => {
    const broken = {
      read: () => Promise.reject(new Error('gone')),
      refresh: () => Promise.reject(new Error('full')),
      close() {},
    }
    const projector = await Projector.open(await filled(1_000), broken)
    expect(projector.timeline.size).toBe(1_001)
  })
})
