/** Storage that stays: the browser is asked to keep it, room is shown before it runs out, and what is in no file is counted. */
import type { Page } from '@playwright/test'
import { livelyLog } from '../logs/log-file'
import { expectAccessible } from '../pages/accessible'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const notices = (page: Page) => page.getByRole('region', { name: 'Notifications' })

async function facts(ledger: LedgerPage) {
  await ledger.button(/^Ledger: /).click()
  await ledger.page.getByRole('menuitem', { name: 'All ledgers' }).click()
  return ledger.dialog('Ledgers').getByRole('region', { name: 'Storage and backup' })
}

const deposit = (page: Page, accountId: string, count: number) =>
  page.evaluate(
    async ([id, times]) => {
      for (let i = 0; i < times; i++) await window.hindsight.dispatch({ type: 'Deposit', accountId: id, amount: 1 })
    },
    [accountId, count] as const,
  )

test('what is in no file is counted, reminded of, and counted anew after an export', async ({ ledger, api, page }) => {
  test.setTimeout(120_000)
  const accountId = await api.openAccount('Everyday')
  await deposit(page, accountId, 210)
  const { size } = await api.call('head')
  const reminder = notices(page).getByText(`${size} events, and no backup yet.`)
  await expect(reminder).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page, 'reminder')
  await notices(page).getByRole('button', { name: 'Export log' }).focus()
  await page.keyboard.press('Enter')
  const download = page.waitForEvent('download')
  await ledger.dialog('Export log').getByRole('button', { name: 'Export log' }).click()
  await download
  await expect(reminder).toHaveCount(0)

  const storage = await facts(ledger)
  await expect(storage.getByText('Every event of this ledger stands in a file.')).toBeVisible()
  await expect(storage.getByText(/ used on this device, .* free$/)).toBeVisible()
  await expectAccessible(page, 'storage and backup')
  await deposit(page, accountId, 1)
  await expect(storage.getByText('1 event since the last backup')).toBeVisible()
})

test('a ledger that was restored from a file has a backup: the file', async ({ ledger, api, page }) => {
  await ledger.button('Export log').first().click()
  await expect(ledger.dialog('Export log')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(ledger.dialog('Export log')).toBeHidden()
  await api.importLog(livelyLog(12, 400).file())
  const storage = await facts(ledger)
  await expect(storage.getByText('Every event of this ledger stands in a file.')).toBeVisible()
})

test('the browser is asked to keep it once there is something to keep, once, and the answer is told', async ({
  page,
  ledger,
  api,
}) => {
  await page.addInitScript(() => {
    const asked = () => Number(sessionStorage.getItem('asked') ?? 0)
    StorageManager.prototype.persisted = async () => asked() > 0
    StorageManager.prototype.persist = async () => {
      sessionStorage.setItem('asked', String(asked() + 1))
      return true
    }
  })
  await page.reload()
  await ledger.ready()
  const times = () => page.evaluate(() => Number(sessionStorage.getItem('asked') ?? 0))
  await ledger.button('Export log').first().click()
  await expect(ledger.dialog('Export log')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await times()).toBe(0)
  await api.openAccount('Everyday')
  await expect(notices(page).getByText('This browser now keeps your ledgers until you remove them.')).toBeVisible({
    timeout: 30_000,
  })
  await api.openAccount('Savings')
  const storage = await facts(ledger)
  await expect(storage.getByText('The browser keeps your ledgers until you remove them.')).toBeVisible()
  expect(await times()).toBe(1)
})

test('room is said to run out before it has', async ({ page, ledger }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.estimate = async () => ({ usage: 12_000_000, quota: 30_000_000 })
  })
  await page.reload()
  await ledger.ready()
  await expect(notices(page).getByText(/^Only 18 MB of room is left/)).toBeVisible({ timeout: 30_000 })
  const storage = await facts(ledger)
  await expect(storage.getByText('12 MB used on this device, 18 MB free')).toBeVisible()
  await expect(storage.getByText(/^Room is running out/)).toBeVisible()
})
