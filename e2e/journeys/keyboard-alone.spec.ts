/**
 * All of it once without a pointer, as somebody would who has none: record, travel, compare, ask why, try something in a
 * sandbox, reconcile, bookmark, look under the hood, export. What a screen reader hears when travelling rests is held to
 * the word, and after every step the focus is where it can be seen.
 */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { readLogFile } from '../logs/naive-fold'
import { expectFocusSeen, expectNoPointer, forbidPointer } from '../pages/keyboard-only'
import { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

/** What is said when travelling rests. */
const spoken = (page: Page): Locator => page.getByRole('region', { name: 'Time dock' }).getByRole('status')

async function step(ledger: LedgerPage, name: string, act: () => Promise<void>): Promise<void> {
  await test.step(name, async () => {
    await act()
    await expectFocusSeen(ledger.page, name)
  })
}

/** Gives a command through its dialog, which the palette opens. */
async function command(ledger: LedgerPage, title: string, fields: Record<string, string>, verb = title): Promise<void> {
  await step(ledger, `${title} ${Object.values(fields).join(' ')}`, async () => {
    const { keyboard } = ledger
    await palette(ledger, title)
    const dialog = ledger.dialog(title)
    for (const [name, value] of Object.entries(fields)) {
      if (name === 'To') await keyboard.choose(ledger.field(dialog, name), value)
      else await keyboard.fill(ledger.field(dialog, name), value)
    }
    await keyboard.press(dialog.getByRole('button', { name: verb, exact: true }))
    await expect(dialog).toBeHidden()
  })
}

async function palette(ledger: LedgerPage, text: string): Promise<void> {
  const { page } = ledger
  await page.keyboard.press('ControlOrMeta+K')
  await expect(ledger.dialog('Search or command')).toBeVisible()
  await page.keyboard.type(text)
  await expect(page.getByRole('option').first()).toContainText(text)
  await page.keyboard.press('Enter')
  await expect(ledger.dialog('Search or command')).toBeHidden()
}

/** Types a moment into the dialog that the palette opens. */
async function goTo(ledger: LedgerPage, text: string): Promise<void> {
  await palette(ledger, 'Go to moment')
  const dialog = ledger.dialog('Go to moment')
  await ledger.keyboard.fill(ledger.field(dialog, 'Moment'), text)
  await ledger.page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

async function chooseClock(ledger: LedgerPage, name: string): Promise<void> {
  const radio = ledger.clock.getByRole('radio', { name, exact: true })
  await ledger.keyboard.reach(ledger.clock)
  for (let presses = 0; presses < 3 && !(await radio.isChecked()); presses++) {
    await ledger.page.keyboard.press('ArrowRight')
  }
  await expect(radio).toBeChecked()
}

/** The row in the history that says this, brought under the cursor with `j`. */
async function rowByKeys(ledger: LedgerPage, row: Locator): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    await ledger.page.keyboard.press('j')
    if (await row.evaluate((element) => element.contains(document.activeElement))) return
  }
  throw new Error('j does not lead to the row')
}

async function record(ledger: LedgerPage): Promise<void> {
  await command(ledger, 'New account', { Name: 'Everyday', Currency: 'EUR' }, 'Open account')
  await command(ledger, 'New account', { Name: 'Savings', Currency: 'EUR' }, 'Open account')
  await step(ledger, 'the palette leads to an account', async () => {
    await palette(ledger, 'Everyday')
    await expect(ledger.heading('Everyday')).toBeVisible()
  })
  const salary = { Amount: '2,500.00', Date: '2024-03-01', Payee: 'Employer', Category: 'Salary' }
  await command(ledger, 'Deposit', salary)
  await command(ledger, 'Withdraw', { Amount: '68.93', Date: '2024-03-12', Payee: 'Greengrocer', Category: 'Food' })
  await command(ledger, 'Transfer', { To: 'Savings', Amount: '400.00', Date: '2024-03-20' })
  await command(ledger, 'Withdraw', { Amount: '25.00', Date: '2024-03-22', Payee: 'Bookshop', Category: 'Books' })
  await ledger.showsMinor(200_607)
  await step(ledger, 'a row is reversed', async () => {
    await rowByKeys(ledger, ledger.row('Bookshop').first())
    await ledger.keyboard.press(ledger.button('Reverse').first())
    const dialog = ledger.dialog('Reverse')
    await ledger.keyboard.press(dialog.getByRole('button', { name: 'Reverse', exact: true }))
    await expect(dialog).toBeHidden()
    await ledger.showsMinor(203_107)
  })
}

async function travel(ledger: LedgerPage): Promise<void> {
  const { page, keyboard, slider } = ledger
  await step(ledger, 'scrubbing by value date', async () => {
    await chooseClock(ledger, 'Value date')
    await keyboard.reach(slider)
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await ledger.showsMinor(243_107)
    await expect(spoken(page)).toHaveText('As of 12 March 2024, Everyday 2,431.07 euros')
    await page.keyboard.press('ArrowLeft')
    await expect(spoken(page)).toHaveText('As of 1 March 2024, Everyday 2,500.00 euros')
    await expect(slider).toHaveAttribute('aria-valuetext', /1 Mar 2024, day 1 of/)
  })
  await step(ledger, 'zooming in and out', async () => {
    await page.keyboard.press('+')
    await expect(page.getByRole('slider', { name: 'Part shown' })).toBeVisible()
    await page.keyboard.press('0')
    await expect(page.getByRole('slider', { name: 'Part shown' })).toBeHidden()
    await expect(slider).toBeFocused()
  })
  await step(ledger, 'playing to the end', async () => {
    await page.keyboard.press('Space')
    await ledger.isRewound(false)
    await expect(spoken(page)).toHaveText('Now, Everyday 2,031.07 euros')
  })
  await step(ledger, 'a moment that there is not, and one that there is', async () => {
    await keyboard.press(page.getByRole('button', { name: /^Go to moment, now/ }))
    const dialog = ledger.dialog('Go to moment')
    const field = ledger.field(dialog, 'Moment')
    await keyboard.fill(field, '31 April 2024')
    await expect(field).toHaveAccessibleDescription('There is no 31 April 2024; write 30 April 2024')
    await expect(dialog.getByRole('status')).toHaveText('There is no 31 April 2024; write 30 April 2024')
    await expect(field).toHaveValue('31 April 2024')
    await keyboard.fill(field, '12 March 2024')
    await expect(dialog.getByRole('status')).toHaveText(/12 Mar 2024, the end of that day/)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(spoken(page)).toHaveText('As of 12 March 2024, Everyday 2,431.07 euros')
  })
  await step(ledger, 'both clocks', async () => {
    await chooseClock(ledger, 'Both')
    await keyboard.reach(slider)
    for (let steps = 0; steps < 3; steps++) await page.keyboard.press('ArrowLeft')
    await expect(spoken(page)).toHaveText(/^As of 12 March 2024, as known .+, Everyday 2,431\.07 euros$/)
    await keyboard.reach(page.getByRole('slider', { name: 'Value date' }))
    await page.keyboard.press('ArrowLeft')
    await expect(spoken(page)).toHaveText(/^As of 1 March 2024, as known .+, Everyday 2,500\.00 euros$/)
    await chooseClock(ledger, 'Value date')
    await page.keyboard.press('End')
  })
}

async function compareAndAsk(ledger: LedgerPage): Promise<void> {
  const { page, keyboard } = ledger
  await step(ledger, 'a moment is pinned and compared', async () => {
    await goTo(ledger, '1 March 2024')
    await page.keyboard.press('c')
    await expect(ledger.heading('Compare two moments')).toBeVisible()
    await ledger.isRewound(false)
    await expect(page.getByTestId('compare-difference')).toHaveAttribute('data-minor', '-6893')
    await expect(page.getByTestId('pinned-difference')).toHaveAttribute('data-minor', '-6893')
    await keyboard.reach(ledger.slider)
    for (let steps = 0; steps < 3; steps++) await page.keyboard.press('ArrowLeft')
    await expect(spoken(page)).toHaveText('As of 12 March 2024, Total 68.93 euros less than at A')
  })
  await step(ledger, 'what lies between, by category, and its entries', async () => {
    await page.keyboard.press('End')
    await keyboard.reach(page.getByRole('radiogroup', { name: 'Group by' }))
    await page.keyboard.press('ArrowRight')
    const food = page.getByTestId('by-category').getByRole('button', { name: 'Entries of Food in between' })
    await keyboard.press(food)
    const panel = page.getByRole('region', { name: /^Why/ })
    await expect(panel).toContainText('Greengrocer')
    await expect(panel.getByText('Bookshop')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(food).toBeFocused()
  })
  await step(ledger, 'A leads to where it stands, Escape lets go of it', async () => {
    await keyboard.press(page.getByRole('button', { name: /^A, 1 March 2024/ }))
    await expect(spoken(page)).toHaveText('As of 1 March 2024, Total the same as at A')
    await page.keyboard.press('Escape')
    await expect(ledger.heading('Everyday')).toBeVisible()
    await expect(page.getByTestId('pinned-difference')).toHaveCount(0)
  })
  await step(ledger, 'why the balance is what it is', async () => {
    await page.keyboard.press('End')
    await ledger.isRewound(false)
    await page.keyboard.press('w')
    const panel = page.getByRole('region', { name: /^Why €2,031\.07/ })
    await expect(panel.getByTestId('explained')).toHaveAttribute('data-minor', '203107')
    await expect(panel).toContainText('equal to the last digit')
  })
  await step(ledger, 'the explanation is put away', async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('region', { name: /^Why/ })).toBeHidden()
  })
}

async function sandbox(ledger: LedgerPage): Promise<void> {
  const { page, keyboard } = ledger
  const html = page.locator('html')
  await step(ledger, 'branched', async () => {
    await palette(ledger, 'Branch from here')
    const dialog = ledger.dialog('Branch from here')
    await keyboard.fill(ledger.field(dialog, 'Name'), 'A bicycle')
    await page.keyboard.press('Enter')
    await expect(html).toHaveAttribute('data-time', 'sandbox')
  })
  await command(ledger, 'Withdraw', { Amount: '31.07', Payee: 'Bicycle' })
  await step(ledger, 'what was tried is given to the real ledger', async () => {
    await keyboard.press(ledger.button('Compare with the real ledger'))
    await keyboard.press(page.getByRole('button', { name: /^Give Withdraw €31\.07/ }))
    await expect(page.getByText(/^Given, event/)).toBeVisible()
  })
  await step(ledger, 'the sandbox is discarded', async () => {
    await keyboard.press(ledger.button('Discard sandbox'))
    const dialog = ledger.dialog('Discard sandbox')
    await keyboard.press(dialog.getByRole('button', { name: 'Discard sandbox', exact: true }))
    await expect(html).not.toHaveAttribute('data-time', 'sandbox')
    await ledger.showsMinor(200_000)
  })
}

async function reconcileAndKeep(ledger: LedgerPage): Promise<void> {
  const { page, keyboard } = ledger
  await step(ledger, 'what the bank says', async () => {
    await palette(ledger, 'Find where it went wrong')
    await expect(page.getByRole('heading', { name: 'Find where it went wrong', level: 1 })).toBeVisible()
    await keyboard.fill(page.getByRole('textbox', { name: 'Balance', exact: true }), '2,431.07')
    await keyboard.fill(page.getByRole('textbox', { name: 'Date', exact: true }), '2024-03-12')
    await page.keyboard.press('Enter')
    await expect(page.getByText('They agree')).toBeVisible()
    await keyboard.press(page.getByRole('main').getByRole('button', { name: 'Record bank balance' }))
    const dialog = ledger.dialog('Record bank balance')
    await keyboard.press(dialog.getByRole('button', { name: 'Record bank balance', exact: true }))
    await expect(dialog).toBeHidden()
  })
  await step(ledger, 'back at the account', async () => {
    await keyboard.press(page.getByRole('button', { name: 'Back to Everyday' }))
    await expect(ledger.history.locator('tr[data-mark]')).toHaveText([/up to 12 Mar 2024: €2,431\.07/])
  })
  await step(ledger, 'a moment is bookmarked', async () => {
    await page.keyboard.press('b')
    const dialog = ledger.dialog('Bookmark this moment')
    await expect(ledger.field(dialog, 'Name')).toBeFocused()
    await page.keyboard.type('All agreed')
    await keyboard.press(dialog.getByRole('button', { name: 'Bookmark', exact: true }))
    await expect(dialog).toBeHidden()
  })
}

async function underTheHood(ledger: LedgerPage): Promise<void> {
  const { page } = ledger
  const table = page.getByRole('table', { name: 'Event log' })
  await step(ledger, 'the event log', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    await expect(table).toBeVisible()
  })
  await step(ledger, 'one event, its proof and where it came from', async () => {
    await expect(page.getByRole('region', { name: /^Event \d+$/ })).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(page.getByText(/This event is part of root/)).toBeVisible()
    const chain = page.getByRole('list', { name: 'From command to screen' })
    await expect(chain).toContainText('Everyday €2,031.07 to €2,000.00')
  })
}

async function exported(ledger: LedgerPage): Promise<string> {
  let path = ''
  await step(ledger, 'the log is exported', async () => {
    const { page, keyboard } = ledger
    await palette(ledger, 'Export log')
    const download = page.waitForEvent('download')
    await keyboard.press(ledger.dialog('Export log').getByRole('button', { name: 'Export log', exact: true }))
    path = await (await download).path()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
  return readFileSync(path, 'utf8')
}

test('everything by keyboard alone, with the focus in sight and the moment in words', async ({ page }) => {
  test.setTimeout(240_000)
  await forbidPointer(page)
  const ledger = new LedgerPage(page)
  await ledger.open()
  await record(ledger)
  await travel(ledger)
  await compareAndAsk(ledger)
  await sandbox(ledger)
  await reconcileAndKeep(ledger)
  await underTheHood(ledger)
  const file = readLogFile(await exported(ledger))
  const { rootHash, size } = await ledger.api.call('head')
  expect({ rootHash: file.rootHash, size: file.size }).toEqual({ rootHash, size })
  await expectNoPointer(page)
})
