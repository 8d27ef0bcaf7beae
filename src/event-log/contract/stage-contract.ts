/** Staged imports: all or nothing, on the head they were judged against. */
import { expect, test } from 'vitest'
import type { EventLog, Head, StagedCommit, StoredBatch } from '../event-log'
import { EMPTY_FRONTIER } from '../merkle-tree'
import { recordEvents } from '../record-events'
import { given, START } from './contract-fixture'
import { A, added, all, append, LEDGER_ID, type MakeLog, positionsOf, storedText, type Tally } from './contract-log'

const OTHER_LEDGER = '01900000-0000-7000-8000-000000000002'

/** Two batches of events behind a head, and the commit that ends them. */
function importOf(head: Head, revision: number): { batches: StoredBatch[]; commit: StagedCommit<Tally> } {
  const one = recordEvents(head, () => revision, [added(A, 10), added(A, 20)], START)
  const two = recordEvents(one.head, () => revision + 2, [added(A, 30)], START)
  return {
    batches: [one.batch, two.batch],
    commit: {
      requires: { size: head.size, ledgerId: head.ledgerId },
      streams: [{ streamId: A, revision: revision + 3, state: { touched: revision + 3, sum: 60 } }],
      head: { ...two.head, ledgerId: OTHER_LEDGER, name: 'Imported' },
    },
  }
}

async function stageAll(log: EventLog<Tally>, batches: readonly StoredBatch[]) {
  const staged = await log.stage()
  for (const batch of batches) await staged.write(batch)
  return staged
}

export function stageContract(makeLog: MakeLog): void {
  test('[EL6] a staged import shows nothing until its commit, then all at once', async () => {
    const { log } = await given(makeLog)
    const seen: number[] = []
    const subscription = log.subscribeToAll(1, (events) => seen.push(...events.map((event) => event.globalPosition)))
    const empty = await log.head()
    const { batches, commit } = importOf(empty, 0)
    const staged = await stageAll(log, batches)
    expect(await log.head()).toEqual(empty)
    expect(await all(log.readBatches())).toEqual([])
    expect(await log.measure()).toEqual({ batches: 0, bytesOnDisk: 0 })
    expect(await staged.commit(commit)).toBe('committed')
    expect(await log.head()).toEqual(commit.head)
    expect(await positionsOf(log.readAll())).toEqual([1, 2, 3])
    expect(await storedText(log)).toBe(batches.map((batch) => new TextDecoder().decode(batch.bytes)).join(''))
    expect((await all(log.readBatches())).map((batch) => batch.frontier)).toEqual([
      EMPTY_FRONTIER,
      batches[1]?.frontier,
    ])
    expect(await log.readStreamRow(A)).toEqual({ streamId: A, revision: 3, state: { touched: 3, sum: 60 } })
    await subscription.caughtUp()
    expect(seen).toEqual([1, 2, 3])
    await staged.discard()
    expect(await append(log, added(A, 1))).toMatchObject([{ globalPosition: 4, streamRevision: 4 }])
  })

  test('[EL6] a commit on another head than it was judged against changes nothing', async () => {
    const { log, second } = await given(makeLog)
    const { batches, commit } = importOf(await log.head(), 0)
    const staged = await stageAll(log, batches)
    await append(second, added(A, 1))
    const before = await log.head()
    expect(await staged.commit(commit)).toBe('head-moved')
    expect(await log.head()).toEqual(before)
    await staged.discard()
    const otherLedger = importOf({ ...before, ledgerId: OTHER_LEDGER }, 1)
    const again = await stageAll(log, otherLedger.batches)
    expect(await again.commit(otherLedger.commit)).toBe('head-moved')
    await again.discard()
    expect(await positionsOf(log.readAll())).toEqual([1])
  })

  test('[EL6] what is discarded never shows', async () => {
    const { log } = await given(makeLog)
    const { batches } = importOf(await log.head(), 0)
    const staged = await stageAll(log, batches)
    await staged.discard()
    await staged.discard()
    expect((await log.head()).size).toBe(0)
    expect(await all(log.readAll())).toEqual([])
  })

  test('[EL1] a commit that would leave a gap is refused', async () => {
    const { log } = await given(makeLog)
    const { batches, commit } = importOf(await log.head(), 0)
    const staged = await stageAll(log, batches.slice(1))
    await expect(staged.commit(commit)).rejects.toThrow('begins at 3')
    await staged.discard()
    const short = await stageAll(log, batches.slice(0, 1))
    await expect(short.commit(commit)).rejects.toThrow('the head says 3')
    await short.discard()
    expect((await log.head()).ledgerId).toBe(LEDGER_ID)
  })

  test('an import goes on behind what is recorded', async () => {
    const { log } = await given(makeLog)
    await append(log, added(A, 1))
    const { batches, commit } = importOf(await log.head(), 1)
    const staged = await stageAll(log, batches)
    expect(await staged.commit(commit)).toBe('committed')
    expect(await positionsOf(log.readStream(A))).toEqual([1, 2, 3, 4])
  })
}
