/**
 * A snapshot that is gone, of another version or damaged: the ledger is built again from its log beside the page, which
 * says how far it is; a command given meanwhile waits for it, and in the end nothing is otherwise than it was.
 */
import type { Page } from '@playwright/test'
import { livelyLog } from '../logs/log-file'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

/** More than a page replays by itself. */
const EVENTS = 12_000
const log = livelyLog(33, EVENTS)
const FILE = log.file()
const SIZE = log.events.length
const MOMENTS = ['now', { position: 5_000 }, { effectiveOn: '2024-06-30' }] as const

type Loss = 'deleted' | 'of another version' | 'damaged'

/** Changes what the timeline stored of itself. */
function spoil(page: Page, loss: Loss): Promise<number> {
  return page.evaluate(async (how) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settled(indexedDB.open(localStorage.getItem('hindsight.ledger') ?? ''))
    const store = database.transaction('snapshots', 'readwrite').objectStore('snapshots')
    const rows = await settled(store.getAll(IDBKeyRange.bound('timeline', 'timeline0')))
    for (const row of rows) {
      const isManifest = row.projection === 'timeline'
      if (how === 'deleted') await settled(store.delete(row.projection))
      else if (how === 'of another version') {
        if (isManifest) await settled(store.put({ ...row, version: 999 }))
      } else if (row.projection.startsWith('timeline/slots/')) {
        row.value[row.value.length >> 1] ^= 4
        await settled(store.put(row))
      }
    }
    database.close()
    return rows.length
  }, loss)
}

/** All that may not change. */
async function state({ api }: LedgerPage) {
  return { balances: await api.balancesAtAll([...MOMENTS]), head: await api.call('head') }
}

for (const loss of ['deleted', 'of another version', 'damaged'] as const)
  test(`[AP3] [AP4] a snapshot that is ${loss} is built again with progress, and a command waits for it`, async ({
    ledger,
    api,
    page,
  }) => {
    await api.importLog(FILE)
    const before = await state(ledger)
    const accountId = (await api.call('accounts'))[0]?.id ?? ''
    const balance = await api.call('balance', accountId)
    expect(await spoil(page, loss)).toBeGreaterThan(3)

    const said = await watchProgress(page)
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route('**/assets/heavy.worker*', async (route) => {
      await held
      await route.continue()
    })
    await page.reload()
    await page.waitForFunction(() => window.hindsight !== undefined)
    const opening = page.getByRole('progressbar', { name: 'Opening your ledger' })
    await expect(opening).toBeVisible()
    const given = page.evaluate(async (id) => {
      const isReady = window.hindsight.ready.then(() => 'ready' as const)
      const waits = await Promise.race([isReady, Promise.resolve('waits' as const)])
      const { position } = await window.hindsight.dispatch({ type: 'Deposit', accountId: id, amount: 4_200 })
      return { waits, position }
    }, accountId)
    await expect(opening).toBeVisible()
    letGo()
    expect(await given).toEqual({ waits: 'waits', position: SIZE + 1 })
    await ledger.ready()
    await expect(opening).toBeHidden()
    // How far it was, in figures.
    expect(await said()).toContain(`of ${new Intl.NumberFormat('en-GB').format(SIZE)} events`)

    expect(await api.call('balance', accountId)).toBe(balance + 4_200)
    const after = await state(ledger)
    expect(after.head.size).toBe(before.head.size + 1)
    expect(after.balances.slice(1, 2)).toEqual(before.balances.slice(1, 2))
    expect(await api.call('verify')).toMatchObject({ ok: true, size: SIZE + 1 })
    // What was built is stored: the next start needs no worker for it.
    await page.unroute('**/assets/heavy.worker*')
    await page.route('**/assets/heavy.worker*', (route) => route.abort())
    await page.reload()
    await ledger.ready()
    expect(await state(ledger)).toEqual(after)
  })

/** Everything that the bar says from the next navigation on. */
async function watchProgress(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const said = new Set<string>()
    Object.assign(window, { said })
    new MutationObserver(() => {
      for (const bar of document.querySelectorAll('progress')) said.add(bar.getAttribute('aria-valuetext') ?? '')
    }).observe(document, { subtree: true, childList: true, attributes: true })
  })
  return () => page.evaluate(() => [...(window as unknown as { said: Set<string> }).said].join('\n'))
}
