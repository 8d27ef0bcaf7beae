/** Hindsight as an installed program: without the network, through an update with two tabs, and with files it is opened by. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { livelyLog } from '../logs/log-file'
import { expectAccessible } from '../pages/accessible'
import { LedgerPage } from '../pages/ledger-page'
import { Site } from '../pages/site'
import { test as base, expect } from '../pages/test'

const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter
  site: async ({}, use) => {
    const site = await Site.opened()
    await use(site)
    await site.end()
  },
  baseURL: async ({ site }, use) => {
    await use(site.url)
  },
})
test.use({ serviceWorkers: 'allow' })

/** Until a version is kept whole and answers for the page. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

const askForUpdate = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })

const cacheCount = (page: Page) => page.evaluate(async () => (await caches.keys()).length)

/** [OF4] 'cache' where no worker was started for it: https://w3c.github.io/ServiceWorker/#service-worker-timing */
const sourceOfPage = (page: Page) =>
  page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation')
    return (navigation as unknown as { readonly workerFinalSourceType?: string }).workerFinalSourceType
  })

const NEW_VERSION = 'A new version of Hindsight is ready.'

test('with the network gone, the second visit does everything', async ({ context, page, site, newTab, watch }) => {
  test.setTimeout(180_000)
  const first = new LedgerPage(page)
  await first.open()
  await kept(page)
  const log = livelyLog(12, 400)
  await first.api.importLog(log.file())
  const head = await first.api.call('head')
  await page.close()
  await site.goAway()

  const ledger = await newTab(context)
  const tab = ledger.page
  await expect(ledger.history).toBeVisible()
  expect(await ledger.api.call('head')).toEqual(head)
  expect(await sourceOfPage(tab)).toBe('cache')

  // Records, in a dialog that the first visit never showed.
  const before = head.size
  await ledger.button('Deposit').first().click()
  const deposit = ledger.dialog('Deposit')
  await ledger.field(deposit, 'Amount').fill('12.34')
  await deposit.getByRole('button', { name: 'Deposit', exact: true }).click()
  await expect(deposit).toBeHidden()
  expect((await ledger.api.call('head')).size).toBe(before + 1)

  // Exports, by the worker.
  await ledger.button('Export log').first().click()
  const download = tab.waitForEvent('download')
  await ledger.dialog('Export log').getByRole('button', { name: 'Export log' }).click()
  const path = await (await download).path()
  expect(readFileSync(path, 'utf8')).toContain('"format":"hindsight-log"')

  // Imports what was exported, into a ledger of its own.
  expect((await ledger.api.importLog(readFileSync(path), { into: 'new' })).added).toBe(before + 1)
  expect((await ledger.api.call('verify')).ok).toBe(true)

  // And the rest: screens, search, the console.
  await tab.keyboard.press('g')
  await tab.keyboard.press('l')
  await expect(tab.getByRole('heading', { name: 'Event log' })).toBeVisible()
  expect((await ledger.api.call('search', 'e')).total).toBeGreaterThan(0)
  expect((await ledger.api.call('ledgers')).length).toBe(2)
  await tab.reload()
  await ledger.ready()
  await expect(tab.getByRole('heading', { name: 'Event log' })).toBeVisible()
  watch.allow(/service-worker\.js/)
})

test('an update waits to be let in, and the other tab goes on with its own files', async ({
  context,
  page,
  site,
  newTab,
}) => {
  test.setTimeout(180_000)
  const ledger = new LedgerPage(page)
  await ledger.open()
  await kept(page)
  const accountId = await ledger.api.openAccount('Everyday')
  await ledger.api.dispatch({ type: 'Deposit', accountId, amount: 4_200 })
  const other = await newTab(context)
  await kept(other.page)

  site.publish('9.9.9')
  await askForUpdate(page)
  for (const { page: tab } of [ledger, other]) await expect(tab.getByText(NEW_VERSION)).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page, 'a new version is ready')
  const version = (tab: Page) => tab.evaluate(() => window.hindsight.version)
  expect(await version(page)).not.toBe('9.9.9')

  // Not while a script's export is under way: it is told, and the offer stands.
  const notice = page.getByRole('region', { name: 'Notifications' })
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype
    const held: (() => void)[] = []
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      held.push(() => postMessage.call(this, message))
    }
    const exported = window.hindsight.exportLog()
    const finish = async () => {
      Worker.prototype.postMessage = postMessage
      for (const send of held) send()
      return (await exported).size
    }
    Object.assign(window, { finish })
  })
  await notice.getByRole('button', { name: 'Reload' }).click()
  await expect(notice.getByText(/^Not now/)).toBeVisible()
  await expect(notice.getByText(NEW_VERSION)).toBeVisible()
  await page.evaluate(() => (window as unknown as { finish: () => Promise<number> }).finish())

  // Let in, by the keyboard.
  await notice.getByRole('button', { name: 'Reload' }).focus()
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  await ledger.ready()
  expect(await version(page)).toBe('9.9.9')
  await ledger.showsMinor(4_200)

  // The other tab is as it was, and finds parts that neither tab had loaded and the server no longer has.
  expect(await version(other.page)).not.toBe('9.9.9')
  await expect(other.page.getByText(NEW_VERSION)).toBeVisible()
  await other.page.keyboard.press('g')
  await other.page.keyboard.press('l')
  await expect(other.page.getByRole('heading', { name: 'Event log' })).toBeVisible()
  expect((await other.api.exportLog()).toString()).toContain('"format":"hindsight-log"')
  await other.api.dispatch({ type: 'Deposit', accountId, amount: 100 })
  await ledger.showsMinor(4_300)
  expect(await cacheCount(page)).toBe(2)

  await other.page.getByRole('button', { name: 'Reload' }).click()
  await expect.poll(() => version(other.page).catch(() => '')).toBe('9.9.9')
  await other.ready()
  expect((await other.api.call('verify')).ok).toBe(true)
  // Nobody needs the old files any more.
  await expect.poll(() => cacheCount(other.page), { timeout: 30_000 }).toBe(1)
})

test('an update that cannot be had whole changes nothing', async ({ page, site, watch }) => {
  test.setTimeout(120_000)
  // What the browser says of a script that could not be installed.
  watch.allow(/404|service-worker\.js/)
  const ledger = new LedgerPage(page)
  await ledger.open()
  await kept(page)
  site.publish('9.9.9')
  site.lose('event-log-page')
  await askForUpdate(page).catch(() => undefined)
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing === null))
    .toBe(true)
  await expect(page.getByText(NEW_VERSION)).toHaveCount(0)
  await page.reload()
  await ledger.ready()
  expect(await page.evaluate(() => window.hindsight.version)).not.toBe('9.9.9')
  await expect.poll(() => cacheCount(page)).toBe(1)
})

test('a log opened with the installed app is shown before anything is written', async ({ page }) => {
  await page.addInitScript(() => {
    const queue = { setConsumer: (consumer: unknown) => Object.assign(window, { launched: consumer }) }
    Object.defineProperty(window, 'launchQueue', { value: queue })
  })
  const ledger = new LedgerPage(page)
  await ledger.open()
  await page.waitForFunction(() => 'launched' in window)
  // Somebody is in the midst of something: the file waits.
  await ledger.button('Export log').first().click()
  await page.evaluate(async (text) => {
    const folder = await navigator.storage.getDirectory()
    const handle = await folder.getFileHandle('household.json', { create: true })
    const file = await handle.createWritable()
    await file.write(text)
    await file.close()
    const { launched } = window as unknown as { launched: (launch: { files: unknown[] }) => void }
    launched({ files: [handle, handle] })
  }, livelyLog(12, 400).file().toString())
  await expect(ledger.dialog('Export log')).toBeVisible()
  await page.keyboard.press('Escape')
  const dialog = ledger.dialog('Import log')
  await expect(dialog.getByText('household.json')).toBeVisible()
  await expect(dialog.getByText(/events would be restored/)).toBeVisible()
  expect((await ledger.api.call('head')).size).toBe(0)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await ledger.api.call('head')).size).toBe(400)
})

test('it can be installed', async ({ page, context }) => {
  const ledger = new LedgerPage(page)
  await ledger.open()
  await kept(page)
  const devtools = await context.newCDPSession(page)
  const manifest = await devtools.send('Page.getAppManifest')
  expect(manifest.errors).toEqual([])
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // Each test's browser is one without a history.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  const { icons, file_handlers: handlers } = JSON.parse(manifest.data ?? '{}')
  expect(Object.values(handlers[0].accept).flat()).toEqual(['.json', '.gz'])
  for (const { src, sizes, type } of icons) {
    const answer = await page.request.get(src)
    expect(answer.headers()['content-type']).toBe(type)
    if (type !== 'image/png') continue
    const bytes = await answer.body()
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
  }
})
