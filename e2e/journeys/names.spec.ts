/** Names as people type them: running to the left, or two hundred letters long; on screens as narrow as there are. */
import { readFileSync } from 'node:fs'
import { livelyLog } from '../logs/log-file'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const HEBREW = 'חשבון 2024'
const ISOLATED = `\u2068${HEBREW}\u2069`
const LONG = 'Joint account of the family for repairs, renovations and all that no budget foresaw '.repeat(2).trim()
const SIGNS = /[\u2066-\u2069]/

async function fill(ledger: LedgerPage, name: string): Promise<string> {
  await ledger.api.dispatch({ type: 'RenameLedger', name })
  const accountId = await ledger.api.openAccount(name)
  await ledger.api.dispatch({ type: 'Deposit', accountId, amount: 987_654_321_099, payee: name, memo: name })
  await ledger.page.goto(`/?account=${accountId}`)
  await ledger.ready()
  await ledger.showsMinor(987_654_321_099)
  return accountId
}

test('[IS3] a name that runs to the left is isolated in sentences, and whole in all that leaves the screen', async ({
  ledger,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const accountId = await fill(ledger, HEBREW)
  await expect(page).toHaveTitle(`${ISOLATED} · ${ISOLATED} · Hindsight`)
  // A sentence: the figure stays before the name, and the full stop behind it.
  await page.locator('body').press('n')
  await ledger.field(ledger.dialog('Withdraw'), 'Amount').fill('12')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').getByText(`Withdrew €12.00 from ${ISOLATED}`)).toBeVisible()

  await page.goto(`/?account=${accountId}&page=compare&a=2`)
  await ledger.ready()
  const comparison = page.waitForEvent('download')
  await ledger.button('Export as JSON').click()
  const file = await comparison
  expect(file.suggestedFilename()).toMatch(/^חשבון-2024-.*-to-.*\.json$/)
  expect(file.suggestedFilename()).not.toMatch(SIGNS)
  const json = readFileSync(await file.path(), 'utf8')
  expect(json).toContain(HEBREW)
  expect(json).not.toMatch(SIGNS)
  await ledger.button('Copy link').click()
  await expect(page.getByText('The link is copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toMatch(SIGNS)
  expect(await page.evaluate(() => window.hindsight.exportLog().then((log) => log.text()))).not.toMatch(SIGNS)
})

for (const [width, height] of [
  [320, 256],
  [844, 390],
] as const) {
  test(`${width} by ${height}: the dock is there, nothing is beside the screen, a list draws what fits`, async ({
    ledger,
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await ledger.api.importLog(livelyLog(12, 400).file())
    const accountId = (await ledger.api.call('accounts')).find(({ name }) => name === 'Everyday')?.id
    await page.goto(`/?account=${accountId}`)
    await ledger.ready()
    await expect(ledger.history.locator('tr[data-position]').first()).toBeAttached()
    expect(await ledger.history.locator('tr[data-position]').count()).toBeLessThan(60)
    for (const name of ['Play', 'Now']) await expect(ledger.button(name).last()).toBeInViewport({ ratio: 1 })
    await ledger.slider.focus()
    await page.keyboard.press('ArrowLeft')
    await ledger.isRewound(true)
    for (const path of [`?account=${accountId}&at=100&on=2024-01-20`, '?page=compare&a=100', '?page=event-log']) {
      await page.goto(`/${path}`)
      await ledger.ready()
      await expect(page.getByRole('main').getByRole('heading').first()).toBeAttached()
      const wider = await page.evaluate(() => {
        const frame = document.querySelector('main')?.parentElement
        return [document.documentElement, frame].map((box) => (box ? box.scrollWidth - box.clientWidth : 1))
      })
      expect(wider, path).toEqual([0, 0])
    }
  })
}

test('two hundred letters push nothing off a phone', async ({ ledger, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const accountId = await fill(ledger, LONG)
  const sideways = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('main, main *, [role="dialog"], [role="listbox"]')]
        .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth + 1)
        .map((box) => box.className),
    )
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('joint')
  await expect(page.getByRole('option', { name: LONG }).first()).toBeVisible()
  expect(await sideways()).toEqual([])
  await page.keyboard.press('Escape')
  for (const path of [
    `?page=reconcile&account=${accountId}`,
    '?page=compare&a=1',
    `?account=${accountId}&why=account`,
  ]) {
    await page.goto(`/${path}`)
    await ledger.ready()
    await expect(page.getByText(LONG, { exact: false }).first()).toBeAttached()
    expect(await sideways(), path).toEqual([])
  }
  const branch = await page.evaluate((name) => window.hindsight.branch({ name }), LONG)
  await page.goto(`/?ledger=${branch.id}&page=sandbox`)
  await ledger.ready()
  await expect(page.getByRole('heading', { name: LONG })).toBeVisible()
  expect(await sideways()).toEqual([])
})
