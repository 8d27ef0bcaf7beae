/** The bank says something else: from the difference to the entry behind it, and a balance that was agreed and then changed. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator, Page } from '@playwright/test'
import { expectExplained } from '../pages/explained'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const TITLE = 'Find where it went wrong'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Evaluated through the debugger, which the page's Content-Security-Policy does not bind. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(AXE)
  const violations: { id: string; impact: string; nodes: { target: unknown[] }[] }[] = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<{ violations: never[] }> } }).axe.run().then((run) => run.violations),
  )
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect
    .soft(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`),
      where,
    )
    .toEqual([])
}

/** A quarter of a household, with one withdrawal of 45.00 entered as a deposit: the bank has 90.00 less. */
async function household({ api }: LedgerPage): Promise<string> {
  const accountId = await api.openAccount('Everyday')
  const entries = [
    ['Deposit', 300_000, '2024-01-02', 'Employer'],
    ['Withdraw', 98_000, '2024-01-03', 'Landlord'],
    ['Withdraw', 1_254, '2024-01-20', 'Bakery'],
    ['Deposit', 300_000, '2024-02-01', 'Employer'],
    ['Withdraw', 98_000, '2024-02-03', 'Landlord'],
    ['Deposit', 4_500, '2024-02-10', 'Cinema'],
    ['Withdraw', 840, '2024-02-12', 'Bakery'],
  ] as const
  for (const [type, amount, effectiveOn, payee] of entries) {
    await api.dispatch({ type, accountId, amount, effectiveOn, payee })
  }
  await api.dispatch({ type: 'AssertBalance', accountId, balance: 200_746, effectiveOn: '2024-01-31' })
  await api.page.goto(`/?account=${accountId}`)
  await ledgerReady(api.page)
  return accountId
}

async function ledgerReady(page: Page): Promise<void> {
  await page.waitForFunction(() => window.hindsight !== undefined)
  await page.evaluate(() => window.hindsight.ready)
}

const suspects = (page: Page, reason?: string): Locator =>
  page.getByRole('list', { name: 'Suspects' }).locator(reason === undefined ? 'li' : `li[data-reason="${reason}"]`)
const lines = (ledger: LedgerPage): Locator => ledger.history.locator('tr[data-mark]')

test('from what the bank says to the entry with the wrong sign, by keyboard, until they agree', async ({
  ledger,
  page,
}) => {
  test.setTimeout(120_000)
  const { keyboard } = ledger
  const accountId = await household(ledger)
  await expect(lines(ledger)).toHaveText(/Agreed with the bank up to 31 Jan 2024: €2,007\.46/)

  await keyboard.press(ledger.button('More actions'))
  await page.getByRole('menuitem', { name: 'Record bank balance' }).press('Enter')
  const dialog = ledger.dialog('Record bank balance')
  await keyboard.fill(ledger.field(dialog, 'Balance'), '3,974.06')
  await keyboard.fill(ledger.field(dialog, 'Date'), '2024-02-29')
  await expect(dialog.getByText('−€90.00')).toBeVisible()
  await keyboard.press(dialog.getByRole('button', { name: TITLE }))

  await expect(page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible()
  await expect(page.getByTestId('difference')).toHaveAttribute('data-minor', '-9000')
  await expect(page.getByText('The ledger agreed with the bank on 31 Jan 2024, at €2,007.46.')).toBeVisible()
  await expectExplained(page.getByTestId('ledger-says'))
  await page.keyboard.press('Escape')
  const wrong = suspects(page, 'sign')
  await expect(wrong).toContainText('Cinema')
  await expect(wrong).toContainText('As −€45.00 it would agree')
  await expectAccessible(page, 'suspects')
  // The address says what is shown.
  await page.reload()
  await ledgerReady(page)
  await expect(wrong).toContainText('Cinema')

  await keyboard.press(wrong.getByRole('button', { name: 'Reverse' }))
  await expect(ledger.dialog('Reverse').getByRole('radio', { name: /10 Feb 2024/ })).toBeChecked()
  await keyboard.press(ledger.dialog('Reverse').getByRole('button', { name: 'Reverse', exact: true }))
  await expect(page.getByTestId('difference')).toHaveAttribute('data-minor', '-4500')
  // What is left to find is an entry that is not there.
  await expect(suspects(page).filter({ hasText: 'An entry of −€45.00 may be missing' })).toBeVisible()
  await keyboard.press(page.getByRole('button', { name: 'Record it' }))
  const again = ledger.dialog('Withdraw')
  await expect(ledger.field(again, 'Amount')).toHaveValue('45.00')
  await expect(ledger.field(again, 'Date')).toHaveValue('29 Feb 2024')
  await keyboard.press(again.getByRole('button', { name: 'Withdraw', exact: true }))

  await expect(page.getByText('They agree')).toBeVisible()
  await keyboard.press(page.getByRole('main').getByRole('button', { name: 'Record bank balance' }))
  await keyboard.press(dialog.getByRole('button', { name: 'Record bank balance', exact: true }))
  await expect(dialog).toBeHidden()
  await keyboard.press(page.getByRole('button', { name: 'Back to Everyday' }))
  await expect(lines(ledger)).toHaveText([/up to 29 Feb 2024: €3,974\.06/, /up to 31 Jan 2024/])
  // Lines are no rows to walk through.
  await page.keyboard.press('j')
  await expect(ledger.history.locator('tr:focus')).toHaveAttribute('data-position', /\d+/)
  expect(await ledger.api.call('balance', accountId)).toBe(397_406)
})

test('a change below an agreed balance is announced, flagged in line, row and header, and leads to what changed it', async ({
  ledger,
  page,
}) => {
  test.setTimeout(120_000)
  const accountId = await household(ledger)
  await expect(lines(ledger)).toHaveCount(1)
  await ledger.button('Withdraw').click()
  const dialog = ledger.dialog('Withdraw')
  await ledger.field(dialog, 'Amount').fill('25')
  await expect(dialog.getByText(/agrees with the bank/)).toHaveCount(0)
  await ledger.field(dialog, 'Date').fill('2024-01-15')
  await expect(dialog.getByText(/Everyday agrees with the bank up to 31 Jan 2024 \(€2,007\.46\)/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await expect(dialog).toBeHidden()

  const line = lines(ledger)
  await expect(line).toHaveAttribute('data-mark', 'changed')
  await expect(line).toContainText('Changed after it was agreed on 31 Jan 2024: −25.00')
  await expect(ledger.row('−25.00').last()).toContainText('After 31 Jan was agreed')
  await expectAccessible(page, 'flagged history')

  await page.getByRole('button', { name: /^1 changed: a balance that was agreed with the bank/ }).click()
  await expect(page.getByText('One entry that was recorded afterwards changed it.')).toBeVisible()
  await expect(suspects(page).first()).toContainText('after the balance of 31 Jan 2024 was agreed')
  await expect(page.getByTestId('difference')).toHaveAttribute('data-minor', '2500')

  // Undone on its own date it agrees again, and that something was there is still said.
  await suspects(page).first().getByRole('button', { name: 'Reverse' }).click()
  await ledger.dialog('Reverse').getByRole('button', { name: 'Reverse', exact: true }).click()
  await expect(page.getByText('They agree')).toBeVisible()
  await page.goBack()
  await expect(lines(ledger)).toContainText('2 entries below it since, together 0.00')
  await expect(page.getByRole('button', { name: /changed: / })).toHaveCount(0)

  // Before the change was recorded the mark stands as it did.
  await page.evaluate(() => window.hindsight.travelTo({ position: 9 }))
  await expect(lines(ledger)).toHaveAttribute('data-mark', 'agrees')
  const report = await page.evaluate(
    (id) => window.hindsight.reconcile(id, { effectiveOn: '2024-01-20', balance: 200_755 }),
    accountId,
  )
  expect(report).toMatchObject({ difference: 9, stretches: [{ since: { kind: 'beginning' } }] })
  expect(report.stretches[0]?.suspects[0]).toMatchObject({ amount: -1254, reasons: [{ kind: 'digits', truth: -1245 }] })
})

test('several balances narrow it down, on a phone too', async ({ ledger, page }) => {
  const accountId = await household(ledger)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/?page=reconcile&account=${accountId}`)
  await ledgerReady(page)
  await page.getByRole('button', { name: 'Several balances' }).click()
  await page
    .getByRole('textbox', { name: 'Several balances' })
    .fill('2024-02-01 5,007.46\n29 Feb 2024; 3,974.06\nnonsense')
  await page.getByRole('textbox', { name: 'Date' }).fill('')
  await ledger.button('Find').click()
  await expect(page.getByRole('textbox', { name: 'Several balances' })).toHaveAccessibleDescription(/“nonsense”/)
  await page.getByRole('textbox', { name: 'Several balances' }).fill('2024-02-01 5,007.46\n29 Feb 2024; 3,974.06')
  await ledger.button('Find').click()
  await expect(page.getByRole('heading', { name: '−€90.00 between 1 Feb 2024 and 29 Feb 2024' })).toBeVisible()
  await expect(suspects(page, 'sign')).toContainText('Cinema')
  await expectAccessible(page, 'phone')
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
})
