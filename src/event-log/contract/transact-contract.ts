/** Appending: atomic, gap-free, in order, idempotent. */
import { expect, test } from 'vitest'
import { MAX_EVENT_BYTES } from '../canonical-json'
import { appendLeaf, EMPTY_FRONTIER, type Frontier, leafHash, rootOf } from '../merkle-tree'
import { given, START } from './contract-fixture'
import { A, added, all, append, appended, appendTogether, B, LEDGER_ID, type MakeLog, storedText } from './contract-log'

export function transactContract(makeLog: MakeLog): void {
  test('a new log is empty and named', async () => {
    const { log } = await given(makeLog)
    expect(await log.head()).toEqual({
      size: 0,
      frontier: [],
      lastRecordedAt: '',
      ledgerId: LEDGER_ID,
      name: 'Tallies',
    })
    expect(await all(log.readAll())).toEqual([])
    expect(await log.measure()).toEqual({ batches: 0, bytesOnDisk: 0 })
  })

  test('[EL1] positions and revisions run on without a gap over several streams', async () => {
    const { log } = await given(makeLog)
    await append(log, added(A, 1), added(B, 2))
    await appendTogether(log, [added(B, 3), added(A, 4), added(A, 5)])
    const events = await all(log.readAll())
    expect(events.map((event) => [event.globalPosition, event.streamId, event.streamRevision])).toEqual([
      [1, A, 1],
      [2, B, 1],
      [3, B, 2],
      [4, A, 2],
      [5, A, 3],
    ])
    expect(await log.readStreamRow(A)).toEqual({ streamId: A, revision: 3, state: { touched: 3, sum: 10 } })
    expect((await all(log.readStreamRows())).map((row) => row.streamId).sort()).toEqual([A, B])
  })

  test('the head carries size, last instant, root and name', async () => {
    const { log } = await given(makeLog)
    await append(log, added(A, 1), { ...added(A, 2), type: 'Named', data: { name: 'Renamed' } })
    const head = await log.head()
    const lines = (await storedText(log)).split(',\n').filter((line) => line !== '')
    const frontier = lines.reduce<Frontier>(
      (before, line, size) => appendLeaf(before, size, leafHash(line)),
      EMPTY_FRONTIER,
    )
    expect(head).toMatchObject({ size: 2, name: 'Renamed', lastRecordedAt: '2026-03-01T12:00:00.000Z' })
    expect(rootOf(head.frontier)).toBe(rootOf(frontier))
  })

  test('what is returned is what is read', async () => {
    const { log } = await given(makeLog)
    const data = JSON.parse('{"__proto__":{"z":1},"add":-0,"b":[1e21,"\\u20ac\\u0007"],"a":null}')
    const recorded = await append(log, { ...added(A, 0), data })
    expect(await all(log.readAll())).toEqual(recorded)
    expect(await storedText(log)).toContain('{"__proto__":{"z":1},"a":null,"add":0,"b":[1e+21,"€\\u0007"]}')
  })

  test('[EL2] one event that cannot be recorded takes all of its transaction with it', async () => {
    const { log } = await given(makeLog)
    await append(log, added(A, 1))
    const before = await log.head()
    const huge = added(B, 2, { text: 'x'.repeat(MAX_EVENT_BYTES) })
    await expect(appendTogether(log, [added(A, 1), huge])).rejects.toMatchObject({ code: 'too-large' })
    let deep: unknown = 0
    for (let level = 0; level < 33; level++) deep = [deep]
    const nested = { ...added(B, 2), data: { deep } as never }
    await expect(appendTogether(log, [added(A, 1), nested])).rejects.toMatchObject({ code: 'too-deep' })
    expect(await log.head()).toEqual(before)
    expect(await log.readStreamRow(B)).toBeUndefined()
    expect(await append(log, added(A, 1))).toMatchObject([{ globalPosition: 2, streamRevision: 2 }])
  })

  test('[EL2] a decide that throws fails its own call and no other', async () => {
    const { log } = await given(makeLog)
    const failing = log.transact({ streamIds: [A], command: { commandId: 'c', hash: 'h' } }, () => {
      throw new RangeError('a mistake')
    })
    const [failed, done] = await Promise.allSettled([failing, append(log, added(A, 1))])
    expect(failed).toMatchObject({ status: 'rejected', reason: { name: 'RangeError', message: 'a mistake' } })
    expect(done.status).toBe('fulfilled')
    expect((await log.head()).size).toBe(1)
    expect(await log.findCommand('c')).toBeUndefined()
  })

  test('[EL3] recordedAt never falls, and the true clock is kept', async () => {
    const { log, setClock } = await given(makeLog)
    await append(log, added(A, 1))
    setClock(START - 5000)
    await append(log, { ...added(A, 1), metadata: { note: 'late' } })
    setClock(START + 5000)
    await append(log, added(A, 1))
    expect((await all(log.readAll())).map(({ recordedAt, metadata }) => ({ recordedAt, metadata }))).toEqual([
      { recordedAt: '2026-03-01T12:00:00.000Z', metadata: {} },
      { recordedAt: '2026-03-01T12:00:00.000Z', metadata: { clock: '2026-03-01T11:59:55.000Z', note: 'late' } },
      { recordedAt: '2026-03-01T12:00:05.000Z', metadata: {} },
    ])
  })

  test('a decision sees states, revisions and the events it asked for', async () => {
    const { log } = await given(makeLog)
    const [, second] = await append(log, added(A, 1), added(A, 2))
    const seen = await log.transact({ streamIds: [A, B], positions: [2, 99] }, (context) => ({
      reject: {
        states: [context.state(A), context.state(B)],
        revisions: [context.revision(A), context.revision(B)],
        events: [context.event(2), context.event(99)],
        size: context.head.size,
      },
    }))
    expect(seen).toEqual({
      kind: 'rejected',
      rejection: {
        states: [{ touched: 2, sum: 3 }, undefined],
        revisions: [2, 0],
        events: [second, undefined],
        size: 2,
      },
    })
  })

  test('an event may change the state of another stream, but not its revision', async () => {
    const { log } = await given(makeLog)
    await log.transact({ streamIds: [A, B] }, () => ({ append: [added(A, 5, { also: B })] }))
    expect(await log.readStreamRow(B)).toEqual({ streamId: B, revision: 0, state: { touched: 1, sum: 5 } })
    expect(await append(log, added(B, 1))).toMatchObject([{ streamRevision: 1 }])
    const unnamed = log.transact({ streamIds: [A] }, () => ({ append: [added(A, 5, { also: B })] }))
    await expect(unnamed).rejects.toThrow(B)
    expect((await log.head()).size).toBe(2)
  })

  test('expectRevision gives up the transaction unless the revision is that', async () => {
    const { log } = await given(makeLog)
    await append(log, added(A, 1))
    const at = (expected: number) =>
      log.transact({ streamIds: [A, B] }, (context) => {
        context.expectRevision(B, 0)
        context.expectRevision(A, expected)
        return { append: [added(A, 1)] }
      })
    expect(await at(0)).toEqual({
      kind: 'wrong-expected-revision',
      streamId: A,
      expectedRevision: 0,
      actualRevision: 1,
    })
    expect((await log.head()).size).toBe(1)
    expect(await at(1)).toMatchObject({ kind: 'appended' })
  })

  test('[EL4] the same command gives the first events, with another payload it is refused', async () => {
    const { log } = await given(makeLog)
    let decided = 0
    const give = (hash: string, commandId = 'c1') =>
      log.transact({ streamIds: [A], command: { commandId, hash } }, () => {
        decided++
        return { append: [added(A, 1), added(A, 2)] }
      })
    const first = appended(await give('h'))
    expect(await give('h')).toEqual({ kind: 'duplicate', events: first })
    expect(await give('other')).toEqual({ kind: 'command-id-reused' })
    expect(decided).toBe(1)
    expect(await log.findCommand('c1')).toEqual({ hash: 'h', positions: [1, 2] })
    await give('h', 'c2')
    expect((await log.head()).size).toBe(4)
  })

  test('[EL4] a command without events is recorded too, a rejected one is not', async () => {
    const { log } = await given(makeLog)
    const nothing = { streamIds: [A], command: { commandId: 'none', hash: 'h' } }
    expect(await log.transact(nothing, () => ({ append: [] }))).toMatchObject({ kind: 'appended', events: [] })
    expect(await log.transact(nothing, () => ({ append: [added(A, 1)] }))).toEqual({ kind: 'duplicate', events: [] })
    const refused = { streamIds: [A], command: { commandId: 'refused', hash: 'h' } }
    await log.transact(refused, () => ({ reject: 'no' }))
    expect(await log.findCommand('refused')).toBeUndefined()
  })

  test('[EL4] a later step of a process adds its events to the command', async () => {
    const { log } = await given(makeLog)
    const step = (continues: boolean) =>
      log.transact({ streamIds: [A], command: { commandId: 'c', hash: 'h', continues } }, () => ({
        append: [added(A, 1)],
      }))
    await step(false)
    await append(log, added(B, 1))
    await step(true)
    expect(await log.findCommand('c')).toEqual({ hash: 'h', positions: [1, 3] })
    expect(await step(false)).toMatchObject({
      kind: 'duplicate',
      events: [{ globalPosition: 1 }, { globalPosition: 3 }],
    })
  })

  test('[EL7] many transactions at once take effect one after another', async () => {
    const { log, second } = await given(makeLog)
    const increment = (to: typeof log) =>
      to.transact({ streamIds: [A] }, (context) => ({ append: [added(A, 1, { before: context.state(A)?.sum ?? 0 })] }))
    await Promise.all(Array.from({ length: 100 }, (_, index) => increment(index % 2 === 0 ? log : second)))
    const events = await all(log.readAll())
    expect(events.map((event) => event.data.before)).toEqual(Array.from({ length: 100 }, (_, index) => index))
    expect(events.map((event) => event.globalPosition)).toEqual(events.map((event) => event.streamRevision))
    expect(await second.readStreamRow(A)).toMatchObject({ revision: 100, state: { sum: 100 } })
  })
}
