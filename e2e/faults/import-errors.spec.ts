/** Imports that a ledger refuses (CONSOLE-API `ImportRefusedError`), and those that are given up on the way. */
import { LogBuilder, livelyLog, writeLogFile } from '../logs/log-file'
import { expect, SENTENCE, test } from '../pages/test'

/** Two logs that share their first events and then go separate ways. */
function forked(): { ours: string; theirs: string; common: number } {
  const branch = (word: string) => {
    const log = new LogBuilder('forked')
    const account = log.open('Everyday')
    log.entry(account, 'Deposited', 100, '2024-01-02')
    const common = log.events.length
    log.entry(account, 'Deposited', 200, '2024-01-03', { payee: word })
    log.entry(account, 'Deposited', 300, '2024-01-04', { payee: word })
    // Other facts have other ids.
    const events = log.events.map((event, i) => (i < common ? event : { ...event, eventId: log.id(`${word} ${i}`) }))
    return { text: writeLogFile(events), common }
  }
  const { text: ours, common } = branch('ours')
  return { ours, theirs: branch('theirs').text, common }
}

test('diverged: says where, and how far each goes on alone; a merge records the rest once', async ({ api }) => {
  const { ours, theirs, common } = forked()
  await api.importLog(ours)
  const before = await api.state()
  for (const options of [{}, { dryRun: true }]) {
    const refusal = await api.refusal('importLog', [options], theirs)
    expect(refusal).toMatchObject({
      name: 'ImportRefusedError',
      code: 'diverged',
      commonPosition: common,
      ledgerBeyond: 2,
      fileBeyond: 2,
    })
    expect(refusal.message).toMatch(SENTENCE)
    expect(await api.state()).toEqual(before)
  }
  expect(await api.importLog(theirs, { merge: true })).toMatchObject({
    result: 'merged',
    added: 2,
    skipped: 2,
    size: 6,
  })
  expect(await api.importLog(theirs, { merge: true })).toMatchObject({ result: 'already-present', added: 0, size: 6 })
  const [account] = await api.call('accounts')
  expect(account?.balance).toBe(100 + 2 * 500)
  expect((await api.call('verify')).ok).toBe(true)
})

test('conflicting-event: one id with two contents refuses the merge whole', async ({ api }) => {
  const log = new LogBuilder('conflict')
  const account = log.open('Everyday')
  log.entry(account, 'Deposited', 100, '2024-01-02')
  await api.importLog(log.file())
  const other = log.events.map((event, i) => (i === 1 ? { ...event, data: { ...event.data, amount: 101 } } : event))
  const before = await api.state()
  const refusal = await api.refusal('importLog', [{ merge: true }], writeLogFile(other))
  expect(refusal).toMatchObject({ name: 'ImportRefusedError', code: 'conflicting-event' })
  expect(JSON.stringify(refusal)).toContain(log.events[1]?.eventId ?? 'no event')
  expect(await api.state()).toEqual(before)
})

test('busy: one import at a time', async ({ api, page }) => {
  const file = livelyLog(1, 4_000).file()
  const outcome = await page.evaluate(async (text) => {
    const first = window.hindsight.importLog(new Blob([text]))
    const second = window.hindsight.importLog(new Blob([text]), { into: 'current' }).then(
      () => ({ code: 'none', name: '', message: '' }),
      ({ name, code, message }) => ({ name, code, message }),
    )
    return { first: (await first).result, second: await second }
  }, file)
  expect(outcome).toMatchObject({ first: 'restored', second: { name: 'ImportRefusedError', code: 'busy' } })
  expect(outcome.second.message).toMatch(SENTENCE)
  expect(await api.call('head')).toMatchObject({ size: JSON.parse(file).size })
})

test('AbortError: an import given up midway leaves nothing; what was begun can be done again', async ({
  api,
  page,
}) => {
  const file = livelyLog(2, 6_000).file()
  const before = await api.state()
  const outcome = await page.evaluate(async (text) => {
    const controller = new AbortController()
    const seen: number[] = []
    const work = window.hindsight.importLog(new Blob([text]), {
      signal: controller.signal,
      onProgress: ({ done }) => {
        seen.push(done)
        controller.abort()
      },
    })
    return work.then(
      (report) => ({ name: report.result as string, seen }),
      ({ name }) => ({ name: name as string, seen }),
    )
  }, file)
  expect(outcome.name).toBe('AbortError')
  expect(outcome.seen.length).toBeGreaterThan(0)
  expect(await api.state()).toEqual(before)
  expect(await api.importLog(file)).toMatchObject({ result: 'restored' })
})

test('AbortError: export and verify given up before they begin', async ({ api, page }) => {
  await api.importLog(livelyLog(3, 500).file())
  const names = await page.evaluate(async () => {
    const signal = AbortSignal.abort()
    const nameOf = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: Error) => error.name,
      )
    return [
      await nameOf(window.hindsight.exportLog({ signal })),
      await nameOf(window.hindsight.verify({ signal })),
      await nameOf(window.hindsight.importLog(new Blob(['[]']), { signal })),
    ]
  })
  expect(names).toEqual(['AbortError', 'AbortError', 'AbortError'])
})
