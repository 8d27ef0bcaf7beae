/** A disk that is full while a file is imported, a backup written or a log exported: told, with what to do, and nothing is lost. */
import type { CDPSession, Page } from '@playwright/test'
import { livelyLog } from '../logs/log-file'
import { expectAccessibleInBoth } from '../pages/accessible'
import { LedgerPage } from '../pages/ledger-page'
import { stubPickers } from '../pages/own-files'
import { expect, test } from '../pages/test'

/** The browser gives this site so much room, in its workers too: its own limit, and its own errors. */
async function roomOf(page: Page, origin: string, bytes: number | undefined): Promise<void> {
  // The limit ends with the session that set it.
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, session)
  await session.send('Storage.overrideQuotaForOrigin', bytes === undefined ? { origin } : { origin, quotaSize: bytes })
}

const sessions = new WeakMap<Page, CDPSession>()

const LONG = livelyLog(7, 6_000)

test('an import that meets a full disk says what to do, and leaves everything as it was', async ({ page, watch }) => {
  watch.allow(/Quota|quota/)
  // Before anything is stored: a browser that once had room asks only now and then whether it still has.
  await roomOf(page, watch.origin, 1_500_000)
  const ledger = new LedgerPage(page)
  await ledger.open()
  const { api } = ledger
  const accountId = await api.openAccount('Everyday')
  await api.dispatch({ type: 'Deposit', accountId, amount: 4_200 })
  const before = await api.state()
  const dialog = await ledger.chooseImport({
    name: 'long.json',
    mimeType: 'application/json',
    buffer: Buffer.from(LONG.file()),
  })
  await dialog.getByRole('button', { name: 'Import as a new ledger' }).click()
  const record = dialog.getByRole('button', { name: /^Import 6,\d{3} events$/ })
  await expect(record).toBeVisible()
  await record.click()
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('This device has no room left')
  await expect(alert).toContainText('Free some disk space')
  await expect(alert).toContainText('Your ledger is unchanged.')
  await expectAccessibleInBoth(page, 'an import that found no room')
  expect(await api.state()).toEqual(before)
  expect(await api.call('ledgers')).toHaveLength(1)
  expect(JSON.parse((await api.exportLog()).toString()).size).toBe(2)
  expect(await api.call('balance', accountId)).toBe(4_200)
  expect(await api.call('verify')).toMatchObject({ ok: true, size: 2 })

  await roomOf(page, watch.origin, undefined)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await record.click()
  await expect(dialog).toContainText(/6,\d{3} events restored/)
})

test('a backup that meets a full disk says so, and the last good one stays', async ({ api, ledger, page, watch }) => {
  watch.allow(/Quota|quota/)
  await stubPickers(page)
  await page.reload()
  await ledger.ready()
  await api.importLog(LONG.file())
  await ledger.button(/^Ledger: /).click()
  await page.getByRole('menuitem', { name: 'All ledgers' }).click()
  await ledger.dialog('Ledgers').getByRole('button', { name: 'Set up automatic backup' }).click()
  const settings = ledger.dialog('Automatic backup')
  await settings.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(settings.getByText(/^Last backup: 6,\d{3} events, today/)).toBeVisible()
  await api.openAccount('One more')
  await roomOf(page, watch.origin, 1)
  await settings.getByRole('button', { name: 'Back up now' }).click()
  await expect(settings.getByRole('alert')).toContainText('There is no room left where the backups are written.')
  await expect(settings.getByRole('alert')).toContainText('The last good one is unchanged.')
  expect(await api.call('verify')).toMatchObject({ ok: true })
  await roomOf(page, watch.origin, undefined)
  await settings.getByRole('button', { name: 'Back up now' }).click()
  await expect(settings.getByRole('alert')).toHaveCount(0)
})
