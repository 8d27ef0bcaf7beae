/** A statement of an account: asked for by keyboard, of any period and moment, printed whole, and readable by everyone. */
import type { Page } from '@playwright/test'
import { livelyLog } from '../logs/log-file'
import { naiveBalances, readLogFile } from '../logs/naive-fold'
import { expectAccessible } from '../pages/accessible'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const log = livelyLog(31, 400)
const file = log.file()
const read = readLogFile(file)

async function fill(ledger: LedgerPage): Promise<string> {
  await ledger.api.importLog(file)
  await ledger.account('Everyday').click()
  await expect(ledger.history).toBeVisible()
  const accounts = await ledger.api.call('accounts')
  return accounts.find(({ name }) => name === 'Everyday')?.id ?? ''
}

const table = (page: Page) => page.getByRole('table', { name: 'Entries of the statement' })
const paper = (page: Page) => page.getByTestId('statement-paper')

async function figure(page: Page, name: string): Promise<number> {
  return Number(await page.getByTestId(`statement-${name}`).getAttribute('data-minor'))
}

/** What the browser does around a print, as far as a page notices. */
async function onPaper(page: Page, look: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await look()
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
}

test('by keyboard from the palette; what is printed is every entry, and adds up', async ({ ledger, page }) => {
  const accountId = await fill(ledger)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('statement of every')
  await page.getByRole('option', { name: /Statement of Everyday/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect(ledger.heading('Statement of Everyday')).toBeVisible()
  await expect(page).toHaveURL(/page=statement&account=[^&]+$/)
  const balance = naiveBalances(read, { position: read.size }).get(accountId)
  const history = await ledger.api.call('history', accountId, { limit: 10_000 })
  await expect(page.getByTestId('statement-closing')).toHaveAttribute('data-minor', String(balance))
  expect(await figure(page, 'opening')).toBe(0)
  expect((await figure(page, 'sumIn')) + (await figure(page, 'sumOut'))).toBe(balance)
  await expect(table(page)).toHaveAttribute('aria-rowcount', String(history.length + 1))
  const head = await ledger.api.call('head')
  await expect(page.getByTestId('statement-root')).toHaveText(head.rootHash)

  await expect(ledger.button('Print')).not.toHaveAttribute('aria-disabled', 'true')
  await onPaper(page, async () => {
    await expect(ledger.button('Print')).toBeHidden()
    await expect(ledger.sidebar).toBeHidden()
    await expect(table(page)).toBeHidden()
    const positions = await paper(page)
      .locator('tr[data-position]')
      .evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset.position)))
    expect(positions).toEqual(history.map(({ position }) => position).reverse())
    const reversed = history.filter((entry) => entry.reversedBy !== undefined && entry.reversedBy !== null)
    await expect(paper(page).locator('tr[data-reversed]')).toHaveCount(reversed.length)
    for (const text of ['Words not read', 'Printed before']) await expect(paper(page)).not.toContainText(text)
    const texts = history.flatMap(({ payee }) => (payee ? [payee] : []))
    await expect(paper(page)).toContainText(texts[0] ?? '')
  })
  await expect(paper(page)).toHaveCount(0)

  await table(page).getByRole('row').nth(1).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: new RegExp(`${history.at(-2)?.position}`) })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.goBack()
  await expect(ledger.heading('Everyday')).toBeVisible()
})

test('a period is chosen or typed, follows both clocks, and stands in the address', async ({ ledger, page }) => {
  const accountId = await fill(ledger)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Statement' }).click()
  await page.getByRole('textbox', { name: 'From' }).fill('2024-01-10')
  await page.getByRole('textbox', { name: 'To' }).fill('2024-01-20')
  await expect(page).toHaveURL(/from=2024-01-10&to=2024-01-20/)
  const moment = { position: 300, effectiveOn: '2024-01-18' }
  await page.evaluate((to) => window.hindsight.travelTo(to), moment)
  const at = (effectiveOn: string) => naiveBalances(read, { position: 300, effectiveOn }).get(accountId)
  await expect(page.getByTestId('statement-opening')).toHaveAttribute('data-minor', String(at('2024-01-09')))
  await expect(page.getByTestId('statement-closing')).toHaveAttribute('data-minor', String(at('2024-01-18')))
  await expect(page.getByTestId('statement-as-of')).toContainText('As of 18 January 2024, as known')
  const proof = await ledger.api.call('proof', 300, { size: 300 })
  await expect(page.getByTestId('statement-root')).toHaveText(proof.root)
  await page.reload()
  await ledger.ready()
  await expect(page.getByTestId('statement-closing')).toHaveAttribute('data-minor', String(at('2024-01-18')))

  await page.getByRole('textbox', { name: 'To' }).fill('2024-01-01')
  await expect(page.getByText('The period ends before it begins.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Period' }).selectOption('This month')
  await expect(page).toHaveURL(/from=2024-01-01&to=2024-01-31/)
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Last month')
  await expect(page).toHaveURL(/from=2023-12-01&to=2023-12-31/)
  await ledger.button('Back to Everyday').click()
  await onPaper(page, async () => {
    await expect(page.getByText(/^Print the statement:/)).toBeVisible()
    await expect(ledger.history).toBeHidden()
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a statement can be read by everyone, ${colorScheme}`, async ({ ledger, page }) => {
    await page.emulateMedia({ colorScheme })
    const account = await fill(ledger)
    await page.goto(`/?page=statement&account=${account}`)
    await ledger.ready()
    await expect(ledger.button('Print')).not.toHaveAttribute('aria-disabled', 'true')
    await expectAccessible(page, 'statement')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'statement, phone')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    )
  })
}
