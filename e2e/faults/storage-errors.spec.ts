/** Storage that fails (CONSOLE-API `StorageError`): the ledger says so in words and loses nothing that was acknowledged. */
import type { Page } from '@playwright/test'
import { livelyLog } from '../logs/log-file'
import { LedgerPage } from '../pages/ledger-page'
import { expect, SENTENCE, test } from '../pages/test'

/** The error that `ready` ends with. */
async function failureToOpen(
  page: Page,
): Promise<{ name: string; code?: string; message: string; position?: number } | undefined> {
  await page.waitForFunction(() => window.hindsight !== undefined)
  return page.evaluate(() =>
    window.hindsight.ready.then(
      () => undefined,
      ({ name, code, message, position }) => ({ name, code, message, position }),
    ),
  )
}

test('unavailable: a browser without storage is told so', async ({ page, watch }) => {
  watch.allow(/./)
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Storage is off', 'SecurityError')
    }
  })
  await page.goto('/')
  const failure = await failureToOpen(page)
  expect(failure).toMatchObject({ name: 'StorageError', code: 'unavailable' })
  expect(failure?.message).toMatch(SENTENCE)
  await expect(page.getByText(failure?.message ?? 'no message')).toBeVisible()
})

test('blocked: another tab holds an older version', async ({ page, context, watch }) => {
  watch.allow(/./)
  const first = new LedgerPage(page)
  await first.open()
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
  expect(names.length).toBeGreaterThan(0)
  // A page of the same origin without the app, standing for a tab with an older version of it.
  await page.goto('/no-such-file.txt')
  await page.evaluate(async (all) => {
    for (const name of all) {
      await new Promise((resolve) =>
        Object.assign(indexedDB.deleteDatabase(name), { onsuccess: resolve, onerror: resolve }),
      )
      // Opened and never closed: it does not listen for a newer version.
      await new Promise((resolve) => Object.assign(indexedDB.open(name, 1), { onsuccess: resolve }))
    }
  }, names)
  const newer = await context.newPage()
  await newer.goto('/')
  const failure = await failureToOpen(newer)
  expect(failure).toMatchObject({ name: 'StorageError', code: 'blocked' })
  await expect(newer.getByText(failure?.message ?? 'no message')).toBeVisible()
})

test('quota-exceeded: a command that finds no room is refused, and everything before it is there', async ({
  api,
  page,
  watch,
}) => {
  watch.allow(/Quota|quota/)
  const accountId = await api.openAccount('Everyday')
  await api.dispatch({ type: 'Deposit', accountId, amount: 100 })
  const before = await api.state()
  await page.evaluate(() => {
    const write = (name: 'add' | 'put') => {
      const original = IDBObjectStore.prototype[name]
      IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args: Parameters<typeof original>) {
        // As a full disk does it: the write is taken, then the transaction is given up with this error.
        if (this.name === 'batches') throw new DOMException('The disk is full', 'QuotaExceededError')
        return original.apply(this, args)
      }
      return () => {
        IDBObjectStore.prototype[name] = original
      }
    }
    const undo = [write('add'), write('put')]
    Object.assign(window, { makeRoom: () => undo.map((restore) => restore()) })
  })
  const refusal = await api.refusal('dispatch', [{ type: 'Deposit', accountId, amount: 200 }])
  expect(refusal).toMatchObject({ name: 'StorageError', code: 'quota-exceeded' })
  expect(refusal.message).toMatch(SENTENCE)
  expect(await api.state()).toEqual(before)
  await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom())
  await api.dispatch({ type: 'Deposit', accountId, amount: 300 })
  expect(await api.call('balance', accountId)).toBe(400)
})

/** Changes one byte of the stored batch that holds the middle of the log. */
async function damage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) =>
        Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }),
      )
    for (const { name } of await indexedDB.databases()) {
      const database = await settle(indexedDB.open(name ?? ''))
      if (database.objectStoreNames.contains('batches')) {
        const store = database.transaction('batches', 'readwrite').objectStore('batches')
        const keys = await settle(store.getAllKeys())
        const rows = await settle(store.getAll())
        const row = rows.find((candidate) => (candidate.bytes ?? candidate).length > 1000)
        if (row !== undefined) {
          const bytes: Uint8Array = row.bytes ?? row
          const at = new TextDecoder().decode(bytes).indexOf('"amount":', bytes.length >> 1)
          bytes[at + 9] = bytes[at + 9] === 0x31 ? 0x32 : 0x31
          await settle(store.keyPath === null ? store.put(row, keys[rows.indexOf(row)] as IDBValidKey) : store.put(row))
        }
      }
      database.close()
    }
  })
}

test('corrupt: a byte that changed on disk is found, and the place is named', async ({ api, page, ledger }) => {
  await api.importLog(livelyLog(5, 1_000).file())
  expect((await api.call('verify')).ok).toBe(true)
  const { size } = await api.call('head')
  await damage(page)
  await page.reload()
  await ledger.ready()
  const report = await api.call('verify')
  expect(report.ok).toBe(false)
  expect(report.firstBadPosition).toBeGreaterThan(0)
  expect(report.firstBadPosition).toBeLessThanOrEqual(size)
  expect(report.reason).toMatch(/.{10,}/)
})

/** Overwrites every stored event with blanks, and forgets the snapshots where they shall not help. */
function blank(page: Page, { snapshots }: { snapshots: 'kept' | 'cleared' }): Promise<void> {
  return page.evaluate(async (snapshots) => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) =>
        Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }),
      )
    for (const { name } of await indexedDB.databases()) {
      const database = await settle(indexedDB.open(name ?? ''))
      if (database.objectStoreNames.contains('batches')) {
        const store = database.transaction('batches', 'readwrite').objectStore('batches')
        const keys = await settle(store.getAllKeys())
        const rows = await settle(store.getAll())
        for (const [i, row] of rows.entries()) {
          ;(row.bytes ?? row).fill(0x20)
          await settle(store.keyPath === null ? store.put(row, keys[i] as IDBValidKey) : store.put(row))
        }
        if (snapshots === 'cleared')
          await settle(database.transaction('snapshots', 'readwrite').objectStore('snapshots').clear())
      }
      database.close()
    }
  }, snapshots)
}

test('corrupt: bytes that are no events are not shown as if they were', async ({ api, page, watch, ledger }) => {
  watch.allow(/./)
  await api.importLog(livelyLog(6, 300).file())
  await blank(page, { snapshots: 'cleared' })
  await page.reload()
  await ledger.ready()
  await expect(page.getByRole('region', { name: 'This ledger is damaged' })).toContainText('From event 1 on')
  expect(await api.call('events')).toEqual([])
  const refused = await api.refusal('dispatch', [{ type: 'OpenAccount', name: 'New', currency: 'EUR' }])
  expect(refused).toMatchObject({ name: 'StorageError', code: 'corrupt', position: 1 })
})

test('corrupt: a snapshot still opens the ledger, and what it cannot show is named', async ({
  api,
  page,
  watch,
  ledger,
}) => {
  watch.allow(/./)
  await api.importLog(livelyLog(6, 300).file())
  await blank(page, { snapshots: 'kept' })
  await page.reload()
  await ledger.ready()
  const failure = await api.refusal('events', [{ from: 1, to: 5 }])
  expect(failure).toMatchObject({ name: 'StorageError', code: 'corrupt' })
  const report = await api.call('verify')
  expect(report).toMatchObject({ ok: false, firstBadPosition: 1 })
})
