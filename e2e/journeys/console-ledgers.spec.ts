/** `window.hindsight`: files, ledgers and the upkeep of the log (CONSOLE-API). */
import { gunzipSync } from 'node:zlib'
import { livelyLog } from '../logs/log-file'
import { readLogFile } from '../logs/naive-fold'
import { expect, test } from '../pages/test'

test('export and import: whole, up to a moment, compressed, dry, and into a new ledger', async ({
  api,
  newProfile,
  newTab,
}) => {
  const text = livelyLog(8, 400).file()
  const log = readLogFile(text)
  expect(await api.importLog(text, { dryRun: true })).toMatchObject({
    result: 'restored',
    added: log.size,
    sealed: true,
    rootHash: log.rootHash,
  })
  expect(await api.call('head')).toMatchObject({ size: 0 })
  expect(await api.importLog(text)).toMatchObject({
    result: 'restored',
    added: log.size,
    skipped: 0,
    size: log.size,
    rootHash: log.rootHash,
  })

  const whole = readLogFile((await api.exportLog()).toString())
  expect(whole.lines).toEqual(log.lines)
  expect(whole.rootHash).toBe(log.rootHash)
  expect(
    gunzipSync(await api.exportLog({ gzip: true }))
      .toString()
      .split('\n')
      .slice(1),
  ).toEqual(text.split('\n').slice(1))
  const part = readLogFile((await api.exportLog({ at: { position: 100 } })).toString())
  expect(part.lines).toEqual(log.lines.slice(0, 100))

  const fresh = await newTab(await newProfile())
  const partFile = await api.exportLog({ at: { position: 100 } })
  expect(await fresh.api.importLog(partFile)).toMatchObject({ result: 'restored', size: 100, rootHash: part.rootHash })
  expect(await fresh.api.importLog(text)).toMatchObject({
    result: 'fast-forwarded',
    added: log.size - 100,
    skipped: 100,
    rootHash: log.rootHash,
  })
  expect(await fresh.api.importLog(partFile)).toMatchObject({ result: 'already-present', added: 0 })
  // The same document, re-saved by an editor: other white space, other key order.
  const resaved = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()), null, 4)
  expect(await fresh.api.importLog(`\ufeff${resaved}`)).toMatchObject({ result: 'already-present' })
  expect(await fresh.api.importLog(resaved, { into: 'new' })).toMatchObject({
    result: 'restored',
    rootHash: log.rootHash,
  })
  expect((await fresh.api.call('ledgers')).map(({ size }) => size)).toEqual([log.size, log.size])
})

test('ledgers: created, opened, told apart, removed by name', async ({ api }) => {
  const accountId = await api.openAccount('Everyday')
  const [first] = await api.call('ledgers')
  expect(first).toMatchObject({ size: 1, current: true })
  const second = await api.call('createLedger', 'Club')
  await api.call('openLedger', second)
  expect(await api.call('accounts')).toEqual([])
  expect(await api.call('head')).toMatchObject({ name: 'Club', size: 0 })
  await api.openAccount('Cash')
  expect((await api.call('ledgers')).find(({ current }) => current)).toMatchObject({
    id: second,
    name: 'Club',
    size: 1,
  })
  const refusal = await api.refusal('removeLedger', [second, { confirmName: 'club' }])
  expect(refusal.message).toMatch(/.{15,}/)
  expect(await api.call('ledgers')).toHaveLength(2)
  await api.call('openLedger', first?.id ?? '')
  await api.call('removeLedger', second, { confirmName: 'Club' })
  expect(await api.call('ledgers')).toEqual([{ ...first, current: true }])
  expect((await api.call('accounts')).map(({ id }) => id)).toEqual([accountId])
})

test('verify reads everything again; stats count; version and ready are there', async ({ api, page }) => {
  await api.importLog(livelyLog(9, 300).file())
  const { size, rootHash } = await api.call('head')
  expect(await api.call('verify')).toEqual({ ok: true, size, rootHash })
  const stats = await api.call('stats')
  expect(stats).toMatchObject({ events: size, accounts: 6 })
  expect(stats.bytesOnDisk).toBeGreaterThan(size * 100)
  expect(stats.batches).toBeGreaterThan(0)
  expect(await page.evaluate(() => window.hindsight.version)).toMatch(/^\d+\.\d+\.\d+/)
  expect(await page.evaluate(() => window.hindsight.ready)).toBeUndefined()
})

test('progress is told while a log is imported, exported and verified', async ({ page, ledger: _ }) => {
  const told = await page.evaluate(async (text) => {
    const counts = { imported: 0, exported: 0, verified: 0 }
    await window.hindsight.importLog(new Blob([text]), { onProgress: () => counts.imported++ })
    await window.hindsight.exportLog({ onProgress: () => counts.exported++ })
    await window.hindsight.verify({ onProgress: () => counts.verified++ })
    return counts
  }, livelyLog(10, 6_000).file())
  for (const [what, count] of Object.entries(told)) expect(count, what).toBeGreaterThan(0)
})
