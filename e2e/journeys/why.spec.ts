/** Why this number? Any balance or total opens what it is made of, which adds up to it, wherever one travels. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { livelyLog } from '../logs/log-file'
import { expectAddsUp, expectExplained, minorOf, panelOf } from '../pages/explained'
import { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function fill(ledger: LedgerPage): Promise<void> {
  await ledger.api.importLog(livelyLog(12, 400).file())
  await ledger.account('Everyday').click()
  await expect(ledger.history).toBeVisible()
}

/** Storage that fails while categories are read: it is said, what is known stays, and they are read when it answers again. */
async function readsCategoriesAgain(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { get } = IDBObjectStore.prototype
    Object.assign(window, { mend: () => Object.assign(IDBObjectStore.prototype, { get }) })
    IDBObjectStore.prototype.get = function (key) {
      if (this.name === 'batches') throw new DOMException('The disk does not answer', 'UnknownError')
      return get.call(this, key)
    }
  })
  const main = page.getByRole('main')
  await main.getByRole('radiogroup', { name: 'Group by' }).first().getByText('Category').click()
  await panelOf(page).getByRole('radio', { name: 'Category' }).check()
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(page.getByText('The categories could not be read.').first()).toBeVisible()
  await expect(page.getByRole('row', { name: /^Not read yet/ }).first()).toBeVisible()
  await page.evaluate(() => (window as unknown as { mend(): void }).mend())
  for (let left = await again.count(); left > 0; left = await again.count()) {
    await again.first().click()
    await expect(again).toHaveCount(left - 1)
  }
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByRole('row', { name: /^Not read yet/ })).toHaveCount(0)
  await expectAddsUp(panelOf(page), await minorOf(page.getByTestId('compare-difference')))
}

test('the balance opens its explanation, which adds up at any moment of either clock', async ({ ledger, page }) => {
  await fill(ledger)
  const balance = await minorOf(ledger.balance)
  await page.locator('[data-why="account"]').click()
  const panel = panelOf(page)
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused()
  await expectAddsUp(panel, balance)
  for (const moment of [
    { position: 200 },
    { position: 120 },
    { effectiveOn: '2024-01-05' },
    { position: 150, effectiveOn: '2024-01-04' },
  ] as const) {
    await page.evaluate((to) => window.hindsight.travelTo(to), moment)
    await ledger.isRewound(true)
    for (const grouping of ['Month', 'Category', 'Kind']) {
      await panel.getByRole('radio', { name: grouping, exact: true }).check()
      if (grouping === 'Category') await expect(panel.getByRole('progressbar')).toHaveCount(0)
      await expectAddsUp(panel, await minorOf(ledger.balance))
    }
  }
})

test('the explanation follows a drag of the slider, and stands in the address', async ({
  ledger,
  page,
  context,
  newTab: _,
}) => {
  await fill(ledger)
  await ledger.sidebar
    .getByRole('button', { name: /^Why .*€/ })
    .first()
    .click()
  const panel = panelOf(page)
  await expect(page).toHaveURL(/why=total%3AEUR/)
  await page.goBack()
  await expect(panel).toHaveCount(0)
  await page.goForward()
  await expect(panel).toBeVisible()
  await panel.getByRole('radio', { name: 'Month' }).check()
  await ledger.slider.focus()
  const before = await panel.getByTestId('explained').getAttribute('data-minor')
  for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowLeft')
  await expect(panel.getByTestId('explained')).not.toHaveAttribute('data-minor', before ?? '')
  const shown = await minorOf(panel.getByTestId('explained'))
  await expectAddsUp(panel, shown)
  await expect(page).toHaveURL(/at=\d+/)
  const other = new LedgerPage(await context.newPage())
  await other.open(new URL(page.url()).search)
  const sent = panelOf(other.page)
  await expect(sent.getByRole('radio', { name: 'Month' })).toBeChecked()
  await expectAddsUp(sent, shown)
})

test('without a pointer: asked by a key, followed to an event and its cause, and back', async ({ ledger, page }) => {
  await fill(ledger)
  const figure = page.locator('[data-why="account"]')
  await ledger.keyboard.reach(figure)
  await page.keyboard.press('w')
  const panel = panelOf(page)
  await expect(panel).toBeVisible()
  await expect(figure).toHaveAttribute('aria-expanded', 'true')
  await ledger.keyboard.press(panel.getByRole('button', { name: 'Withdrawals' }))
  await expect(panel.getByText('Only “Withdrawals”')).toBeVisible()
  const list = panel.getByRole('list', { name: 'Entries' })
  await ledger.keyboard.reach(list)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(list.locator('li[aria-posinset="3"] button')).toBeFocused()
  await page.keyboard.press('Enter')
  const event = ledger.dialog(/^Event /)
  await expect(event).toContainText('Withdraw')
  await page.keyboard.press('Escape')
  await expect(event).toHaveCount(0)
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(figure).toBeFocused()
})

test('a row and a change are explained too, and a script may ask', async ({ ledger, page, api }) => {
  await fill(ledger)
  const panel = panelOf(page)
  const row = ledger.history.getByRole('row').nth(3)
  const rowBalance = await minorOf(row.locator('td').last())
  await row.getByRole('button', { name: /^Why / }).click()
  await expectAddsUp(panel, rowBalance)
  await expect(panel).toContainText('by value date')
  await page.evaluate(() => window.hindsight.travelTo({ position: 200 }))
  await page.locator('[data-why="change"]').click()
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(/(less|more) than now\?$/)
  const [now, then] = await page.evaluate(async () => {
    const { accountId } = { accountId: new URLSearchParams(location.search).get('account') ?? '' }
    const { hindsight } = window
    return [await hindsight.balance(accountId), await hindsight.balance(accountId, { position: 200 })]
  })
  await expectAddsUp(panel, (now ?? 0) - (then ?? 0))
  const total = await api.call('explain', { currency: 'EUR' }, { position: 200 }, { groupBy: 'month', limit: 3 })
  expect(total.groups.reduce((sum, group) => sum + group.sum, 0)).toBe(total.minor)
  expect(total.sum).toBe(total.minor)
  expect(total.entries[0]?.running).toBe(total.minor)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    for (const width of [1280, 390]) {
      test(`accessible at a width of ${width}`, async ({ ledger, page }) => {
        await fill(ledger)
        await page.setViewportSize({ width, height: 844 })
        await page.locator('[data-why="account"]').click()
        await expectAddsUp(panelOf(page), await minorOf(ledger.balance))
        await page.evaluate(AXE)
        const serious = await page.evaluate(() =>
          (
            window as unknown as {
              axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> }
            }
          ).axe
            .run()
            .then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'))
            .then((found) => found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)),
        )
        expect(serious).toEqual([])
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(sideways).toBe(0)
        await page.keyboard.press('Escape')
        await expect(panelOf(page)).toHaveCount(0)
      })
    }
  })
}

test('printed, an explanation is its groups, its proof and the newest entries, with nothing to press', async ({
  ledger,
  page,
}) => {
  await fill(ledger)
  await page.locator('[data-why^="total:"]').first().click()
  const panel = panelOf(page)
  await expect(panel.locator('[data-proof]')).toHaveAttribute('data-proof', 'proved')
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const lines = panel.getByRole('list', { name: 'Entries' }).getByRole('listitem')
  expect(await lines.count()).toBe(200)
  await expect(panel.getByText('The newest 200 are printed.')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Close' })).toBeHidden()
  // One below the other, and no room for those that are not there.
  const [box, last] = [await panel.boundingBox(), await lines.last().boundingBox()]
  expect((box?.height ?? 0) - (last?.y ?? 0)).toBeLessThan(200)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(panel.getByRole('button', { name: 'Close' })).toBeVisible()
})

test('every figure of a statement, of two moments, and what an event led to, opens its explanation', async ({
  ledger,
  page,
}) => {
  await fill(ledger)
  const account = new URL(page.url()).searchParams.get('account') ?? ''
  await page.goto(`/?page=statement&account=${account}&from=2024-01-05&to=2024-01-20`)
  await ledger.ready()
  for (const figure of ['opening', 'closing']) await expectExplained(page.getByTestId(`statement-${figure}`))
  for (const figure of ['sumIn', 'sumOut']) await expectExplained(page.getByTestId(`statement-${figure}`), 'adds')
  const row = page.getByRole('table', { name: 'Statement' }).getByRole('row').nth(2)
  await expectExplained(row.locator('[data-minor]').last())
  // The figure was pressed, not the row.
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.goto('/?page=compare&a=150&all=1')
  await ledger.ready()
  for (const figure of ['compare-a', 'compare-b', 'compare-difference']) await expectExplained(page.getByTestId(figure))
  const table = page.getByRole('table', { name: 'Balances of both moments' })
  for (const name of ['Everyday', 'Total €']) {
    const cells = table.getByRole('row').filter({ hasText: name }).locator('[data-minor]')
    for (const side of [0, 1, 2]) await expectExplained(cells.nth(side))
  }
  const kind = page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: /^Entries of Deposits/ }) })
    .first()
  const deposits = await minorOf(kind.locator('[data-minor]'))
  await kind.getByRole('button').click()
  await expect(panelOf(page).getByText('Only “Deposits”')).toBeVisible()
  const chosen = panelOf(page)
    .locator('tr')
    .filter({ has: page.getByRole('button', { pressed: true }) })
  await expect(chosen.locator('[data-minor]').first()).toHaveAttribute('data-minor', String(deposits))

  await readsCategoriesAgain(page)

  await page.goto('/?page=event-log&event=300')
  await ledger.ready()
  const chain = page.getByRole('list', { name: 'From command to screen' })
  const { amount, after } = await ledger.api.page.evaluate(async () => {
    const [event] = await window.hindsight.events({ from: 300, limit: 1 })
    const id = event?.streamId.slice('account-'.length) ?? ''
    return { amount: event?.data.amount, after: await window.hindsight.balance(id, { position: 300 }) }
  })
  expect(amount).toBeGreaterThan(0)
  await chain.getByRole('button', { name: /^Why / }).last().click()
  await expectAddsUp(panelOf(page), after)
})
