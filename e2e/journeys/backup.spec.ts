/** Backups that write themselves, what happens when they cannot, and restoring from one in one step. */
import type { Page } from '@playwright/test'
import { livelyLog } from '../logs/log-file'
import { expectAccessible, expectAccessibleInBoth } from '../pages/accessible'
import type { ConsoleApi } from '../pages/console-api'
import type { LedgerPage } from '../pages/ledger-page'
import { filesIn, putFile, removeFolder, stubPickers } from '../pages/own-files'
import { expect, test } from '../pages/test'

test.beforeEach(({ page }) => stubPickers(page))

const notices = (page: Page) => page.getByRole('region', { name: 'Notifications' })

/** From the storage facts to the settings, as somebody finds them. */
async function openSettings(ledger: LedgerPage, button = 'Set up automatic backup') {
  await ledger.button(/^Ledger: /).click()
  await ledger.page.getByRole('menuitem', { name: 'All ledgers' }).click()
  await ledger.dialog('Ledgers').getByRole('button', { name: button }).click()
  return ledger.dialog('Automatic backup')
}

/** A ledger with a folder, and its first backup in it. */
async function backedUp(ledger: LedgerPage, api: ConsoleApi): Promise<string> {
  const accountId = await api.openAccount('Everyday')
  await api.dispatch({ type: 'Deposit', accountId, amount: 4_200 })
  const dialog = await openSettings(ledger)
  await dialog.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(dialog.getByText(/^Last backup: 2 events, today \d\d:\d\d, to Backups\/my-ledger-/)).toBeVisible()
  return accountId
}

test('a folder is chosen once, and backups follow by themselves', async ({ ledger, api, page }) => {
  test.setTimeout(120_000)
  const accountId = await backedUp(ledger, api)
  const dialog = ledger.dialog('Automatic backup')
  await expect(notices(page).getByText(/^2 events backed up to Backups\/my-ledger-/)).toBeVisible()
  await expect(dialog.getByText('Everything is backed up.')).toBeVisible()
  await expectAccessibleInBoth(page, 'automatic backup')
  await ledger.field(dialog, 'How often').selectOption('After every 10 events')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.reload()
  await ledger.ready()
  for (let i = 0; i < 9; i++) await api.dispatch({ type: 'Deposit', accountId, amount: 1 })
  expect(await filesIn(page)).toHaveLength(1)
  await api.dispatch({ type: 'Deposit', accountId, amount: 1 })
  await expect.poll(() => filesIn(page), { timeout: 30_000 }).toHaveLength(2)
  // Nobody is reminded of what is backed up.
  const settings = await openSettings(ledger, 'Automatic backup')
  await expect(settings.getByText(/^Last backup: 12 events, today/)).toBeVisible()
  await page.keyboard.press('Escape')
  await ledger.button(/^Ledger: /).click()
  await page.getByRole('menuitem', { name: 'All ledgers' }).click()
  await expect(ledger.dialog('Ledgers').getByText('Every event of this ledger stands in a file.')).toBeVisible()
})

test('a folder that is gone, and leave that was taken back, are told with one button', async ({
  ledger,
  api,
  page,
}) => {
  test.setTimeout(120_000)
  const accountId = await backedUp(ledger, api)
  const settings = ledger.dialog('Automatic backup')
  await removeFolder(page)
  await api.dispatch({ type: 'Deposit', accountId, amount: 1 })
  await settings.getByRole('button', { name: 'Back up now' }).click()
  await expect(settings.getByRole('alert').getByText(/^The place of the backups is gone/)).toBeVisible()
  await expectAccessible(page, 'a backup that failed')
  await settings.getByRole('button', { name: 'Choose another folder' }).click()
  await expect(settings.getByText(/^Last backup: 3 events, today/)).toBeVisible()
  await expect(settings.getByRole('alert')).toHaveCount(0)
  await ledger.field(settings, 'How often').selectOption('After every 10 events')
  await page.keyboard.press('Escape')

  // After the browser was started again it asks anew, at a gesture alone.
  await page.addInitScript(() => {
    let allowed = false
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: async () => (allowed ? 'granted' : 'prompt'),
      requestPermission: async () => {
        if (!navigator.userActivation.isActive) throw new DOMException('No gesture', 'SecurityError')
        allowed = true
        return 'granted'
      },
    })
  })
  await page.reload()
  await ledger.ready()
  for (let i = 0; i < 10; i++) await api.dispatch({ type: 'Deposit', accountId, amount: 1 })
  const word = notices(page).getByText('The browser asks again before Hindsight may write the backups.')
  await expect(word).toBeVisible({ timeout: 30_000 })
  expect(await filesIn(page)).toHaveLength(1)
  await notices(page).getByRole('button', { name: 'Allow again' }).click()
  await expect.poll(() => filesIn(page), { timeout: 30_000 }).toHaveLength(2)
  await expect(word).toHaveCount(0)
})

test('a browser without such files is told so, and reminds', async ({ ledger, page }) => {
  await page.addInitScript(() => Object.assign(window, { showDirectoryPicker: undefined }))
  await page.reload()
  await ledger.ready()
  const settings = await openSettings(ledger)
  await expect(settings.getByText(/^This browser lets no page write/)).toBeVisible()
})

test('everything lost, the newest backup of the folder brings it back in one step', async ({ ledger, api, page }) => {
  test.setTimeout(120_000)
  await backedUp(ledger, api)
  const before = await api.state()
  // An older one, and what is no backup at all.
  await putFile(page, 'notes.json', '{"format":"shopping"}')
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name ?? '')
    localStorage.clear()
  })
  await page.reload()
  await ledger.ready()
  expect((await api.call('head')).size).toBe(0)
  await page.getByRole('button', { name: /^Restore from a backup/ }).click()
  const dialog = ledger.dialog('Restore from a backup')
  await expectAccessibleInBoth(page, 'restore')
  await dialog.getByRole('button', { name: 'Newest in a folder' }).click()
  await expect(dialog.getByText('2 events restored')).toBeVisible()
  await expect(dialog.getByText(/was read again from its first stored byte on/)).toBeVisible()
  expect(await api.state()).toEqual(before)
  await expectAccessible(page, 'restored')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await ledger.account('Everyday').click()
  await ledger.showsMinor(4_200)
  // There is one ledger: the empty one became it.
  expect(await api.call('ledgers')).toHaveLength(1)
})

test('where the ledger is here already it is said what differs, and nothing is written before', async ({
  ledger,
  api,
  page,
}) => {
  await api.importLog(livelyLog(12, 400).file())
  const restore = async (buffer: Buffer) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('Restore from')
    await page.keyboard.press('Enter')
    const dialog = ledger.dialog('Restore from a backup')
    await dialog.locator('input[type=file]').setInputFiles({ name: 'log.json', mimeType: 'application/json', buffer })
    return dialog
  }
  const whole = await api.exportLog()
  const part = await api.exportLog({ at: { position: 300 } })
  const before = await api.state()
  const older = await restore(part)
  await expect(older.getByText(/has every event of log.json, and 100 events that came later/)).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await api.state()).toEqual(before)

  // A ledger that is behind the file is brought up to it; one that went another way is left alone.
  const [current] = await api.call('ledgers')
  await api.importLog(part, { into: 'new' })
  await api.call('removeLedger', current?.id ?? '', { confirmName: current?.name ?? '' })
  const behind = await restore(whole)
  await behind.getByRole('button', { name: 'Add 100 events' }).click()
  await expect(behind.getByText('100 events restored')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await api.state()).toEqual(before)

  await api.importLog(part, { into: 'new' })
  await api.call('removeLedger', (await api.call('ledgers'))[0]?.id ?? '', { confirmName: current?.name ?? '' })
  await api.openAccount('Of this one alone')
  const parted = await restore(whole)
  await expect(
    parted.getByText(/are the same up to event 300. Then 1 events follow here, and 100 others/),
  ).toBeVisible()
  await parted.getByRole('button', { name: 'Restore beside it' }).click()
  await expect(parted.getByText('400 events restored')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await api.call('ledgers')).toHaveLength(2)

  const damaged = Buffer.from(whole.toString().replace(/"amount":(\d)/, '"amount":9$1'))
  const refused = await restore(damaged)
  await expect(refused.getByText('This file cannot be restored')).toBeVisible()
  await expect(refused.getByText('Nothing was changed.')).toBeVisible()
})

test('a script’s export of the whole log counts as a backup, one of a part does not', async ({ ledger, api, page }) => {
  const accountId = await api.openAccount('Everyday')
  await api.dispatch({ type: 'Deposit', accountId, amount: 100 })
  await ledger.button(/^Ledger: /).click()
  await page.getByRole('menuitem', { name: 'All ledgers' }).click()
  const storage = ledger.dialog('Ledgers').getByRole('region', { name: 'Storage and backup' })
  await api.exportLog({ at: { position: 1 } })
  await expect(storage.getByText('2 events, no backup yet')).toBeVisible()
  await api.exportLog()
  await expect(storage.getByText('Every event of this ledger stands in a file.')).toBeVisible()
})
