/** Moments that last: named, found again, seen in other tabs, gone with their ledger; links; and where one came from. */
import { livelyLog } from '../logs/log-file'
import { expectAccessible } from '../pages/accessible'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

async function fill(ledger: LedgerPage): Promise<void> {
  await ledger.api.importLog(livelyLog(17, 300).file())
  await ledger.account('Everyday').click()
  await expect(ledger.history).toBeVisible()
}

async function travel(ledger: LedgerPage, position: number): Promise<void> {
  await ledger.page.evaluate((at) => window.hindsight.travelTo({ position: at }), position)
}

const cursor = (ledger: LedgerPage) => ledger.page.evaluate(() => window.hindsight.cursor)

/** With the keyboard alone. */
async function bookmark(ledger: LedgerPage, name: string, note = ''): Promise<void> {
  const { page } = ledger
  await page.keyboard.press('b')
  const dialog = ledger.dialog('Bookmark this moment')
  await expect(ledger.field(dialog, 'Name')).toBeFocused()
  await page.keyboard.type(name)
  if (note !== '') await ledger.keyboard.fill(dialog.getByRole('textbox', { name: /^Note/ }), note)
  await ledger.keyboard.press(dialog.getByRole('button', { name: 'Bookmark', exact: true }))
  await expect(dialog).toBeHidden()
}

test('a moment is named, found again, renamed and removed, with a way back', async ({ ledger, page }) => {
  await fill(ledger)
  await travel(ledger, 120)
  await bookmark(ledger, 'Tax return', 'As it was filed')
  await page.keyboard.press('End')
  await ledger.isRewound(false)
  await page.reload()
  await ledger.ready()

  await page.keyboard.press('Shift+B')
  const dialog = ledger.dialog('Bookmarks and recent moments')
  await expect(dialog).toContainText('As it was filed')
  await ledger.keyboard.press(dialog.getByRole('button', { name: /^Tax return/ }))
  await expect(dialog).toBeHidden()
  expect(await cursor(ledger)).toEqual({ position: 120 })

  await page.keyboard.press('Shift+B')
  await dialog.getByRole('button', { name: 'Edit Tax return' }).click()
  const form = ledger.dialog('Edit bookmark')
  await ledger.field(form, 'Name').fill('')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(ledger.field(form, 'Name')).toHaveAttribute('aria-invalid', 'true')
  await ledger.field(form, 'Name').fill('Tax return 2024')
  await form.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('button', { name: 'Remove Tax return 2024' }).click()
  await expect(dialog).toContainText('No bookmarks yet')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.keyboard.press('Shift+B')
  await expect(dialog.getByRole('button', { name: /^Tax return 2024/ })).toBeVisible()
})

test('a bookmark at now stays where it was, and the palette finds it by name', async ({ ledger, page, api }) => {
  await fill(ledger)
  const { size } = await api.call('head')
  await bookmark(ledger, 'Year’s end')
  const [account] = await api.call('accounts')
  await api.dispatch({ type: 'Deposit', accountId: account?.id ?? '', amount: 1 })
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('year')
  await expect(page.getByRole('option', { name: /Year’s end/ })).toBeVisible()
  await page.keyboard.press('Enter')
  expect(await cursor(ledger)).toEqual({ position: size })
})

test('other tabs see it at once, other ledgers never, and it goes with its ledger', async ({
  ledger,
  page,
  api,
  context,
  newTab,
}) => {
  await fill(ledger)
  const other = await newTab(context)
  await other.page.keyboard.press('Shift+B')
  const there = other.dialog('Bookmarks and recent moments')
  await expect(there).toContainText('No bookmarks yet')
  await travel(ledger, 50)
  await bookmark(ledger, 'Seen everywhere')
  await expect(there.getByRole('button', { name: /^Seen everywhere/ })).toBeVisible()
  await other.page.close()

  const first = (await api.call('ledgers')).find(({ current }) => current)
  const second = await api.call('createLedger', 'Second')
  await api.call('openLedger', second)
  await page.keyboard.press('Shift+B')
  const dialog = ledger.dialog('Bookmarks and recent moments')
  await expect(dialog).toContainText('No bookmarks yet')
  await page.keyboard.press('Escape')
  await api.call('removeLedger', first?.id ?? '', { confirmName: first?.name ?? '' })
  const left = await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('hindsight')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const count = opening.result.transaction('bookmarks').objectStore('bookmarks').count()
          count.onsuccess = () => resolve(count.result)
          opening.result.close()
        }
      }),
  )
  expect(left).toBe(0)
})

test('where one came from is listed; a step is not; a comparison begins from there', async ({ ledger, page }) => {
  await fill(ledger)
  // The dialogs follow the cursor from when they are loaded.
  await page.keyboard.press('Shift+B')
  const dialog = ledger.dialog('Bookmarks and recent moments')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  const recent = dialog.getByRole('button', { name: /event \d+ of \d+$/ })
  const jump = async (position: number, places: number) => {
    await travel(ledger, position)
    await expect(async () => {
      await page.keyboard.press('Shift+B')
      await expect(recent).toHaveCount(places, { timeout: 300 })
    }).toPass()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  await jump(100, 1)
  await jump(200, 2)
  await jump(201, 2)
  await page.keyboard.press('Shift+B')
  await recent.first().click()
  expect(await cursor(ledger)).toEqual({ position: 100 })
  await page.keyboard.press('Shift+B')
  await dialog
    .getByRole('button', { name: /^Compare with / })
    .first()
    .click()
  await expect(ledger.heading('Compare two moments')).toBeVisible()
  await expect(page).toHaveURL(/a=\d+.*at=100/)
})

test('a link to what is shown is copied, and opens the same', async ({ ledger, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await fill(ledger)
  await travel(ledger, 77)
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('copy a link')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/The link is copied/)).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toContain('at=77')
  await page.goto(link)
  await ledger.ready()
  await expect(ledger.heading('Everyday')).toBeVisible()
  expect(await cursor(ledger)).toEqual({ position: 77 })
})

test('the dialogs can be read by everyone', async ({ ledger, page }) => {
  await fill(ledger)
  await page.keyboard.press('b')
  await expect(ledger.dialog('Bookmark this moment')).toBeVisible()
  await expectAccessible(page, 'bookmark')
  await page.keyboard.press('Escape')
  await travel(ledger, 10)
  await bookmark(ledger, 'A name so long that no list has ever had room for it, which is why it breaks into lines')
  await page.keyboard.press('Shift+B')
  await expect(ledger.dialog('Bookmarks and recent moments')).toBeVisible()
  await expectAccessible(page, 'bookmarks')
})

test('a link to a ledger or an account that is not here says so, and shows what is', async ({ ledger, page }) => {
  await fill(ledger)
  await page.goto('/?ledger=0190a000-0000-7000-8000-00000000dead&at=120')
  await ledger.ready()
  await expect(page.getByText('This link is of a ledger that is not in this browser.')).toBeVisible()
  expect(await cursor(ledger)).toBe('now')
  await page.goto('/?account=0190a000-0000-7000-8000-00000000dead&at=120')
  await ledger.ready()
  await expect(page.getByText('This link is of an account that is not in this ledger.')).toBeVisible()
  expect(await cursor(ledger)).toBe('now')
})

test('a moment or a date in a link that is none is told, with what can be written', async ({ ledger, page }) => {
  await fill(ledger)
  const { searchParams } = new URL(page.url())
  const account = searchParams.get('account') ?? ''
  await page.goto(`/?account=${account}&at=2024-13-45`)
  await ledger.ready()
  await expect(page.getByText('“at=2024-13-45” in this link is no moment.')).toContainText('at=1204')
  expect(await cursor(ledger)).toBe('now')
  await page.goto(`/?account=${account}&at=2024-03-12`)
  await ledger.ready()
  await expect(page.getByText('“at=2024-03-12” in this link is no moment.')).toBeVisible()
  await page.goto(`/?account=${account}&at=120&on=yesterday`)
  await ledger.ready()
  await expect(page.getByText('“on=yesterday” in this link is no moment.')).toBeVisible()
  await page.goto(`/?page=statement&account=${account}&from=2024-02-30&to=2024-03-31`)
  await ledger.ready()
  await expect(page.getByText('“from=2024-02-30” in this link is no date')).toBeVisible()
})

test('a page of one account without an account lets one be chosen', async ({ ledger, page }) => {
  await fill(ledger)
  await page.goto('/?page=reconcile')
  await ledger.ready()
  await expect(page.getByRole('heading', { name: 'Of which account?' })).toBeVisible()
  await expectAccessible(page, 'choose an account')
  await ledger.keyboard.press(
    page.getByRole('list', { name: 'Of which account?' }).getByRole('button', { name: 'Everyday' }),
  )
  await expect(page.getByRole('form', { name: 'What the bank says' })).toBeVisible()
  await page.goto('/?page=statement&account=0190a000-0000-7000-8000-00000000dead')
  await ledger.ready()
  const choice = page.getByRole('list', { name: 'This account is not in the open ledger' })
  await choice.getByText('Everyday').click()
  await expect(page.getByRole('heading', { name: 'Statement of Everyday' })).toBeVisible()
})
