/** Two moments side by side: from the past with one key, what lies between, printed, saved, and from the console. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { livelyLog } from '../logs/log-file'
import { naiveBalances, readLogFile } from '../logs/naive-fold'
import { expectAccessible } from '../pages/accessible'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const log = livelyLog(31, 400)
const file = log.file()
const read = readLogFile(file)

/** Balances by id at both moments, folded from the file. */
function folded(a: number, b = read.size): { id: string; a: number; b: number }[] {
  const [atA, atB] = [naiveBalances(read, { position: a }), naiveBalances(read, { position: b })]
  return [...atB].map(([id, balance]) => ({ id, a: atA.get(id) ?? 0, b: balance }))
}

/** Of the euro accounts, which come first in the log. */
function euros(rows: readonly { a: number; b: number }[]): { a: number; b: number } {
  const sum = (side: 'a' | 'b') => rows.slice(0, 4).reduce((total, row) => total + row[side], 0)
  return { a: sum('a'), b: sum('b') }
}

async function fill(ledger: LedgerPage): Promise<void> {
  await ledger.api.importLog(file)
  await ledger.account('Everyday').click()
  await expect(ledger.history).toBeVisible()
}

async function travel(page: Page, position: number): Promise<void> {
  await page.evaluate((at) => window.hindsight.travelTo({ position: at }), position)
}

async function showsTotals(page: Page, { a, b }: { a: number; b: number }): Promise<void> {
  await expect(page.getByTestId('compare-a')).toHaveAttribute('data-minor', String(a))
  await expect(page.getByTestId('compare-b')).toHaveAttribute('data-minor', String(b))
  await expect(page.getByTestId('compare-difference')).toHaveAttribute('data-minor', String(b - a))
}

const balances = (page: Page) => page.getByRole('table', { name: 'Balances of both moments' })

test('by keyboard: A is pinned in the past, B follows the dock, Back leads out again', async ({ ledger, page }) => {
  await fill(ledger)
  await travel(page, 150)
  await ledger.isRewound(true)
  await page.keyboard.press('c')
  await expect(ledger.heading('Compare two moments')).toBeVisible()
  await ledger.isRewound(false)
  await showsTotals(page, euros(folded(150)))
  for (const { id, a, b } of folded(150)) {
    const name = (await ledger.api.call('accounts')).find((account) => account.id === id)?.name ?? ''
    const row = balances(page).getByRole('row').filter({ hasText: name })
    if (a !== b) await expect(row.locator('td').last()).toHaveAttribute('data-minor', String(b - a))
  }
  await expect(page).toHaveURL(/page=compare&a=150$/)

  await travel(page, 300)
  await showsTotals(page, euros(folded(150, 300)))
  await expect(page).toHaveURL(/page=compare&a=150&at=300$/)
  await ledger.isRewound(true)
  await expect(ledger.button('Return to now')).toBeVisible()
  await page.reload()
  await ledger.ready()
  await showsTotals(page, euros(folded(150, 300)))

  await page.goBack()
  await showsTotals(page, euros(folded(150)))
  await page.goBack()
  await expect(ledger.heading('Everyday')).toBeVisible()
  await ledger.isRewound(true)
  await page.goForward()
  await expect(ledger.heading('Compare two moments')).toBeVisible()
  await ledger.isRewound(false)
})

test('the button in the strip compares with now; A and B change places; Close leads back', async ({ ledger, page }) => {
  await fill(ledger)
  await travel(page, 200)
  await ledger.button('Compare with now').click()
  const sums = euros(folded(200))
  await showsTotals(page, sums)
  await ledger.button('Swap A and B').click()
  await showsTotals(page, { a: sums.b, b: sums.a })
  await ledger.isRewound(true)
  await expect(page.getByText(/set aside at B/)).toBeVisible()
  await ledger.button('Close').first().click()
  await expect(ledger.heading('Everyday')).toBeVisible()
})

test('at now a moment is asked for; what lies between is listed, narrowed, and opens', async ({ ledger, page }) => {
  await fill(ledger)
  await page.keyboard.press('c')
  const dialog = ledger.dialog('Compare with a moment')
  await ledger.field(dialog, 'Moment').fill('#100')
  await page.keyboard.press('Enter')
  await showsTotals(page, euros(folded(100)))

  const all = await ledger.api.call('compare', { position: 100 }, 'now', { limit: 1_000 })
  const lists = page.getByRole('radiogroup', { name: 'Shown' })
  const count = (text: string, counted: number) =>
    lists.locator('label').filter({ hasText: new RegExp(`^${text} ${counted}$`) })
  await expect(count('Added', all.counts.added)).toBeVisible()
  await expect(count('Reversed', all.counts.reversed)).toBeVisible()
  await expect(count('Learned later', all.counts.learnedLater)).toBeVisible()
  await count('Words corrected', all.counts.annotated).click()
  await expect(page.getByRole('table', { name: 'Words corrected' })).toContainText('nothing → Corrected')

  await page.getByRole('button', { name: 'Show only what concerns Savings' }).click()
  const savings = (await ledger.api.call('accounts')).find(({ name }) => name === 'Savings')?.id ?? ''
  const only = await ledger.api.call('compare', { position: 100 }, 'now', { accountId: savings, limit: 1_000 })
  expect(only.counts.added).toBeLessThan(all.counts.added)
  await count('Added', only.counts.added).click()
  const added = page.getByRole('table', { name: 'Added' })
  await expect(added).toHaveAttribute('aria-rowcount', String(only.counts.added + 1))
  await added.getByRole('row').nth(1).focus()
  await page.keyboard.press('ArrowDown')
  await expect(added.getByRole('row').nth(2)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: new RegExp(`${only.added[1]?.position}`) })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the console says the same, and what is added makes the difference, on either clock', async ({ ledger }) => {
  await fill(ledger)
  const pairs = [
    [{ position: 90 }, 'now'],
    ['now', { position: 90 }],
    [{ effectiveOn: '2024-01-10' }, { position: 350 }],
    [{ position: 200, effectiveOn: '2024-01-05' }, { effectiveOn: '2024-01-20' }],
  ] as const
  for (const [a, b] of pairs) {
    const found = await ledger.api.call('compare', a, b, { limit: 10_000 })
    const [atA, atB] = [await ledger.api.balancesAt(a), await ledger.api.balancesAt(b)]
    const sums = new Map<string, number>()
    for (const [entries, sign] of [
      [found.added, 1],
      [found.gone, -1],
    ] as const) {
      for (const { accountId, amount } of entries) sums.set(accountId, (sums.get(accountId) ?? 0) + sign * amount)
    }
    // By category it is the same, a currency at a time; who does not ask for it does not wait for it.
    expect(found.categories).toBeUndefined()
    const { categories = [] } = await ledger.api.call('compare', a, b, { limit: 0, categories: true })
    for (const { currency, exponent, difference } of found.totals) {
      const own = categories.filter((each) => each.currency === currency && each.exponent === exponent)
      expect(own.reduce((sum, each) => sum + each.difference, 0)).toBe(difference)
    }
    for (const account of found.accounts) {
      expect(account.difference).toBe((atB.get(account.id) ?? 0) - (atA.get(account.id) ?? 0))
      expect(sums.get(account.id) ?? 0).toBe(account.difference)
    }
  }
  expect(await ledger.api.refusal('compare', ['then', 'now'])).toMatchObject({ name: 'InvalidMomentError' })
  expect(await ledger.api.refusal('compare', ['now', 'now', { top: 1 }])).toMatchObject({ code: 'invalid-command' })
  expect(await ledger.api.refusal('compare', ['now', 'now', { accountId: 'x' }])).toMatchObject({
    code: 'account-not-found',
  })
})

test('by category, each with its entries, in the address and on paper; A on the dock leads back to it', async ({
  ledger,
  page,
}) => {
  await fill(ledger)
  await travel(page, 150)
  await page.keyboard.press('c')
  await page.getByRole('radiogroup', { name: 'Group by' }).locator('label').filter({ hasText: 'Category' }).click()
  const table = page.getByTestId('by-category').first()
  const { categories = [] } = await ledger.api.call('compare', { position: 150 }, 'now', { categories: true })
  const inEuros = categories.filter(({ currency, difference }) => currency === 'EUR' && difference !== 0)
  for (const { category, difference } of inEuros) {
    const row = table.getByRole('row').filter({ hasText: category || 'No category' })
    await expect(row.locator('[data-minor]')).toHaveAttribute('data-minor', String(difference))
  }
  await expect(page).toHaveURL(/by=category/)
  const [first] = inEuros
  await table.getByRole('button', { name: `Entries of ${first?.category || 'No category'} in between` }).click()
  const panel = page.getByRole('region', { name: /^Why/ })
  const chosen = panel.locator('tr').filter({ has: page.getByRole('button', { pressed: true }) })
  await expect(chosen.locator('[data-minor]').first()).toHaveAttribute('data-minor', String(first?.difference))
  // Where entries are missing that A shows there is no list, and that is said.
  await travel(page, 100)
  await expect(panel).toContainText('some entries are missing that A shows')
  await page.keyboard.press('Escape')

  const difference = page.getByTestId('pinned-difference')
  const { a, b } = euros(folded(150, 100))
  await expect(difference).toHaveAttribute('data-minor', String(b - a))
  const flag = page.getByRole('button', { name: /^A, .+: go there$/ })
  await flag.click()
  await expect(difference).toHaveAttribute('data-minor', '0')
  expect(await page.evaluate(() => window.hindsight.cursor)).toEqual({ position: 150 })
  await page.keyboard.press('Escape')
  await expect(flag).toBeHidden()
  await expect(ledger.heading('Everyday')).toBeVisible()
})

test('saved as JSON it holds every entry in minor units; on paper stands the page alone', async ({ ledger, page }) => {
  await fill(ledger)
  await travel(page, 120)
  await page.keyboard.press('c')
  await expect(ledger.heading('Compare two moments')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), ledger.button('Export as JSON').click()])
  expect(download.suggestedFilename()).toMatch(/-120-to-now\.json$/)
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8'))
  const all = await ledger.api.call('compare', { position: 120 }, 'now', { limit: 10_000, categories: true })
  expect(all.categories?.length).toBeGreaterThan(0)
  expect(saved).toEqual({
    format: 'hindsight-comparison',
    formatVersion: 1,
    ledgerId: (await ledger.api.call('head')).ledgerId,
    name: (await ledger.api.call('head')).name,
    exportedAt: expect.stringMatching(/^\d{4}-/),
    ...all,
  })

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(page.getByRole('region', { name: 'Time dock' })).toBeHidden()
  await expect(ledger.sidebar).toBeHidden()
  await expect(ledger.button('Print')).toBeHidden()
  await expect(page.getByRole('main').getByText((await ledger.api.call('head')).name, { exact: true })).toBeVisible()
  const added = page.getByRole('table', { name: 'Added' })
  await expect(added.locator('tbody tr')).toHaveCount(Math.min(300, all.counts.added))
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(paper).toBe('rgb(255, 255, 255)')
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(added.locator('tbody tr')).not.toHaveCount(all.counts.added)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`it can be read by everyone, ${colorScheme}`, async ({ ledger, page }) => {
    await page.emulateMedia({ colorScheme })
    await fill(ledger)
    await travel(page, 150)
    await page.keyboard.press('c')
    await expect(page.getByRole('table', { name: 'Added' })).toBeVisible()
    await expectAccessible(page, 'compare')
    await travel(page, 300)
    await ledger.isRewound(true)
    await expectAccessible(page, 'compare, B in the past')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'compare, phone')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    )
  })
}
