/** A sandbox from branching to discarding: the real ledger changes by the commands that it is given, and by nothing else. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { checkLog, hasSharedTools } from '../logs/shared-tools'
import { expectAddsUp, expectExplained, panelOf } from '../pages/explained'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Evaluated through the debugger, which the page's Content-Security-Policy does not bind. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(AXE)
  const words = await page.evaluate(async () => {
    type Found = { violations: { id: string; impact: string; help: string; nodes: { target: unknown[] }[] }[] }
    const { violations } = await (window as unknown as { axe: { run(): Promise<Found> } }).axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`)
  })
  expect.soft(words, where).toEqual([])
}

async function household({ api }: LedgerPage): Promise<{ everyday: string; savings: string }> {
  const everyday = await api.openAccount('Everyday')
  const savings = await api.openAccount('Savings')
  const salary = {
    type: 'Deposit',
    accountId: everyday,
    amount: 100_00,
    payee: 'Salary',
    effectiveOn: '2024-03-01',
  } as const
  await api.dispatch(salary)
  await api.dispatch({ type: 'Withdraw', accountId: everyday, amount: 60_00, payee: 'Rent', effectiveOn: '2024-03-02' })
  await api.dispatch({
    type: 'Transfer',
    fromAccountId: everyday,
    toAccountId: savings,
    amount: 30_00,
    effectiveOn: '2024-03-03',
  })
  return { everyday, savings }
}

const balances = (page: Page) => page.getByRole('table', { name: 'Balances now' })
const rowOf = (page: Page, name: string) => balances(page).getByRole('row').filter({ hasText: name })

test('from a past moment: try something, compare, export, give to the real ledger, discard', async ({
  ledger,
  page,
}, info) => {
  const { everyday } = await household(ledger)
  const before = await ledger.api.call('head')
  await page.evaluate(() => window.hindsight.travelTo({ position: 3 }))
  await ledger.isRewound(true)

  // By keyboard alone: palette, dialog, Enter.
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('Branch from here')
  await page.keyboard.press('Enter')
  const dialog = ledger.dialog('Branch from here')
  await expect(dialog.getByRole('radio', { name: 'From here' })).toBeChecked()
  await expect(dialog).toContainText('The first 3 of 8 events')
  await expectAccessible(page, 'branch dialog')
  await ledger.field(dialog, 'Name').fill('Before the rent')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-time', 'sandbox')
  await expect(page.getByRole('region', { name: 'Moment shown' })).toContainText('Sandbox')
  await ledger.showsMinor(100_00)

  await ledger.api.dispatch({ type: 'Withdraw', accountId: everyday, amount: 90_00, payee: 'Bicycle' })
  await ledger.api.dispatch({ type: 'Withdraw', accountId: everyday, amount: 5_00, payee: 'Bell' })
  await ledger.button('Compare with the real ledger').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Before the rent' })).toBeVisible()
  await expect(rowOf(page, 'Everyday').locator('[data-minor]').nth(0)).toHaveAttribute('data-minor', '1000')
  await expect(rowOf(page, 'Everyday').locator('[data-minor]').nth(1)).toHaveAttribute('data-minor', '500')
  await expect(rowOf(page, 'Everyday').locator('[data-minor]').nth(2)).toHaveAttribute('data-minor', '-500')
  await expect(rowOf(page, 'Total').locator('[data-minor]').nth(0)).toHaveAttribute('data-minor', '4000')
  await expectAccessible(page, 'sandbox page')
  await expectExplained(rowOf(page, 'Everyday').locator('[data-minor]').nth(1))
  await expectExplained(rowOf(page, 'Total').locator('[data-minor]').nth(1))
  // A figure of the real ledger is explained there; Back closes that, and then leads into the sandbox.
  await rowOf(page, 'Total').getByRole('button', { name: 'Open My ledger and ask why 40.00' }).press('w')
  await expect(page.locator('html')).not.toHaveAttribute('data-time', 'sandbox')
  await expectAddsUp(panelOf(page), 40_00)
  await page.goBack()
  await expect(panelOf(page)).toHaveCount(0)
  await page.goBack()
  await expect(page.locator('html')).toHaveAttribute('data-time', 'sandbox')
  await expect(page.getByRole('heading', { level: 1, name: 'Before the rent' })).toBeVisible()

  const file = info.outputPath('sandbox.json')
  const exported = await ledger.api.exportLog()
  const { writeFile } = await import('node:fs/promises')
  await writeFile(file, exported)
  if (hasSharedTools) expect(await checkLog(file)).toMatchObject({ sound: true, size: 5 })
  expect(JSON.parse(exported.toString()).ledgerId).not.toBe(before.ledgerId)
  expect(await ledger.api.call('verify')).toMatchObject({ ok: true, size: 5 })

  const given = page.getByRole('list', { name: 'Commands given here' }).getByRole('listitem')
  await expect(given.nth(0)).toContainText('Would be refused: insufficient funds')
  await expect(given.nth(1)).toContainText('Would be recorded')
  await given.nth(1).getByRole('button', { name: /^Give/ }).press('Enter')
  await expect(given.nth(1)).toContainText('Given, event 9')
  await expect(rowOf(page, 'Everyday').locator('[data-minor]').nth(0)).toHaveAttribute('data-minor', '500')

  await ledger.button('Discard sandbox').click()
  const discard = ledger.dialog('Discard sandbox')
  await expect(discard).toContainText('There is no undo')
  await expectAccessible(page, 'discard dialog')
  await discard.getByRole('button', { name: 'Discard sandbox', exact: true }).click()
  await expect(page.locator('html')).not.toHaveAttribute('data-time', 'sandbox')
  await ledger.showsMinor(5_00)
  const [kept] = await page.evaluate(() => window.hindsight.ledgers())
  expect(kept).toMatchObject({ size: 9, current: true })
  expect(await ledger.api.call('branches')).toEqual([])
  // What was there is there, byte for byte: the log cut where it was has its old root.
  const cut = JSON.parse((await ledger.api.exportLog({ at: { position: before.size } })).toString())
  expect(cut.rootHash).toBe(before.rootHash)
})

test('what if the salary had not come: left out from its row, and what no longer fits is told', async ({
  ledger,
  page,
}) => {
  await household(ledger)
  const before = await ledger.api.call('head')
  await ledger.account('Everyday').click()
  await ledger.row('Salary').hover()
  await ledger.row('Salary').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Leave out in a sandbox' }).click()
  const dialog = ledger.dialog('Branch from here')
  await expect(dialog.getByRole('radio', { name: 'What if' })).toBeChecked()
  await expect(dialog.getByRole('region', { name: 'Entries to change' })).toContainText('Salary')
  await expectAccessible(page, 'what if dialog')
  await ledger.field(dialog, 'Name').fill('Without salary')
  await dialog.getByRole('button', { name: 'Open sandbox' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Without salary' })).toBeVisible()
  const refused = page.getByRole('list', { name: '2 events could not be recorded any more' })
  await expect(refused.getByRole('listitem')).toHaveCount(2)
  await expect(refused).toContainText('insufficient funds')
  await expect(rowOf(page, 'Everyday').locator('[data-minor]').nth(2)).toHaveAttribute('data-minor', '-1000')
  await expectAccessible(page, 'what if page')
  expect(await ledger.api.call('verify')).toMatchObject({ ok: true, size: 2 })

  // A sandbox is kept: it is there after a reload, beside its ledger in the menu.
  await page.reload()
  await ledger.ready()
  await expect(page.locator('html')).toHaveAttribute('data-time', 'sandbox')
  await expect(page.getByRole('heading', { level: 1, name: 'Without salary' })).toBeVisible()
  await page.getByRole('button', { name: 'Back to My ledger' }).click()
  await expect(page.locator('html')).not.toHaveAttribute('data-time', 'sandbox')
  expect(await ledger.api.call('head')).toEqual(before)
})
