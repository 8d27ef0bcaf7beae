/** Under the hood: the log as a table, one event with its seal, and everything that leads there and back. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { rootOf } from '../logs/log-file'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(AXE)
  const serious = await page.evaluate(() =>
    (
      window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { target: unknown[] }[] }[] }> }
      }
    ).axe
      .run()
      .then(({ violations }) =>
        violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`),
      ),
  )
  expect.soft(serious, where).toEqual([])
}

/** Eleven events: two accounts, entries, a corrected word, a transfer of four events, a reversal. */
async function fill({ api }: LedgerPage): Promise<{ everyday: string; savings: string; transfer: string }> {
  const everyday = await api.openAccount('Everyday')
  const savings = await api.openAccount('Rainy days')
  const deposit = { type: 'Deposit', amount: 5_000, effectiveOn: '2026-11-02' } as const
  await api.dispatch({ ...deposit, accountId: everyday, payee: 'Bäckerei Brandt', category: 'Food' })
  await api.dispatch({ ...deposit, accountId: savings, payee: 'Food bank', category: 'Gifts', amount: 1_234 })
  const { events } = await api.dispatch({ ...deposit, accountId: everyday, payee: 'Unknown', memo: 'a gift' })
  const entryId = events[0]?.eventId ?? ''
  await api.dispatch({ type: 'AnnotateEntry', accountId: everyday, entryId, payee: 'Aunt Mary' })
  const sent = await api.dispatch({ type: 'Transfer', fromAccountId: everyday, toAccountId: savings, amount: 700 })
  await api.dispatch({ type: 'ReverseEntry', accountId: everyday, entryId, reason: 'counted twice' })
  return { everyday, savings, transfer: sent.commandId }
}

const table = (page: Page) => page.getByRole('table', { name: 'Event log' })
const row = (page: Page, position: number) =>
  table(page)
    .locator(`tr[aria-rowindex]`)
    .filter({ has: page.locator('td:first-child', { hasText: new RegExp(`^(new)?${position}$`) }) })
const shown = async (page: Page) =>
  (await table(page).locator('tbody tr td:first-child').allTextContents()).map((text) =>
    Number(text.replace('new', '')),
  )

test('the sidebar, keys and the palette lead to the log; by keyboard one walks through it and back', async ({
  ledger,
  page,
}) => {
  await fill(ledger)
  await page.getByRole('button', { name: /^Event log/ }).click()
  await expect(page.getByRole('heading', { name: 'Event log' })).toBeVisible()
  await expect(table(page).getByRole('row')).toHaveCount(12)
  expect(await shown(page)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  expect(page.url()).toContain('page=event-log')
  await page.goBack()
  await expect(ledger.history).toBeVisible()

  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(table(page)).toBeVisible()
  // The keys of the rows are there when the newest event is told beside them.
  await expect(page.getByRole('region', { name: 'Event 11' })).toBeVisible()
  await page.keyboard.press('j')
  await expect(row(page, 11)).toBeFocused()
  await page.keyboard.press('j')
  await expect(row(page, 10)).toBeFocused()
  await expect(row(page, 10)).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('region', { name: 'Event 10' })).toContainText('TransferCompleted')
  await page.keyboard.press('ArrowDown')
  await expect(row(page, 9)).toBeFocused()
  await page.keyboard.press('k')
  await expect(row(page, 10)).toBeFocused()
  expect(page.url()).toContain('event=10')
  // Steps through the rows are no steps of the way back.
  await page.goBack()
  await expect(ledger.history).toBeVisible()

  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('event log')
  await page.keyboard.press('Enter')
  await expect(table(page)).toBeVisible()
  const field = page.getByLabel('Go to event')
  await ledger.keyboard.fill(field, '3')
  await page.keyboard.press('Enter')
  await expect(row(page, 3)).toHaveAttribute('aria-current', 'true')
  await ledger.keyboard.fill(field, '99')
  await page.keyboard.press('Enter')
  await expect(page.getByText('There are events 1 to 11')).toBeVisible()
})

test('filters are combined, stand in the address, and can be taken away', async ({ ledger, page }) => {
  const { everyday, savings, transfer } = await fill(ledger)
  const look = async (query: string, positions: readonly number[]) => {
    await page.goto(`/?page=event-log${query}`)
    await ledger.ready()
    if (positions.length === 0) await expect(page.getByText('No event fits this filter')).toBeVisible()
    else await expect.poll(() => shown(page), { message: query }).toEqual(positions)
  }
  await look('&type=Deposited', [5, 4, 3])
  await look('&type=Deposited&order=oldest', [3, 4, 5])
  await look(`&of=${savings}`, [10, 9, 7, 4, 2])
  await look(`&stream=account-${savings}`, [9, 4, 2])
  await look('&category=food', [3])
  await look('&words=food', [4, 3])
  await look('&words=rainy', [2])
  await look(`&command=${transfer}`, [10, 9, 8, 7])
  await look(`&command=${transfer}&of=${everyday}&type=TransferSent,Deposited`, [8])
  await look('&from=2026-11-01&to=2026-11-30&dates=effective&type=Deposited', [5, 4, 3])
  await look('&to=2001-01-01', [])
  await look('&words=nobody', [])
  await page.getByRole('button', { name: 'Clear filter' }).first().click()
  await expect.poll(async () => (await shown(page)).length).toBe(11)

  await page.keyboard.press('/')
  await expect(page.getByLabel('Filter by words')).toBeFocused()
  await page.keyboard.type('gift')
  await expect.poll(() => shown(page)).toEqual([5, 4])
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const panel = page.getByRole('region', { name: 'Filter the event log' })
  await panel.getByLabel('Type').selectOption('Deposited')
  await ledger.keyboard.fill(panel.getByRole('combobox', { name: 'Account' }), 'Rainy days')
  await expect.poll(() => shown(page)).toEqual([4])
  await expectAccessible(page, 'filter')
  await page.getByRole('button', { name: 'Remove filter Account: Rainy days' }).click()
  await expect.poll(() => shown(page)).toEqual([5, 4])
})

test('an event shows its JSON and is proved part of the root, now and at an earlier moment', async ({
  ledger,
  page,
}) => {
  await fill(ledger)
  const { rootHash } = await ledger.api.call('head')
  await page.goto('/?page=event-log&event=5')
  await ledger.ready()
  const panel = page.getByRole('region', { name: 'Event 5' })
  await expect(panel.getByRole('region', { name: 'As recorded' })).toContainText('"payee": "Unknown"')
  const short = (root: string) => `${root.slice(0, 4)}…${root.slice(-4)}`
  await expect(panel.getByText(`This event is part of root ${short(rootHash)}`)).toBeVisible()
  await expect(panel.getByText('root of all 11 events')).toBeVisible()
  const chain = page.getByRole('list', { name: 'From command to screen' })
  await expect(chain).toContainText('Deposit')
  await expect(chain).toContainText('Everyday €50.00 to €100.00')
  await expect(chain.locator('[data-projection=timeline]')).toHaveText('all 11 events')
  await expectAccessible(page, 'event')

  // The events as an independent hand would seal them.
  const exported = (await ledger.api.exportLog()).toString().split('\n').slice(1, -2)
  const lines = exported.map((line) => line.replace(/,$/, ''))
  await page.evaluate(() => window.hindsight.travelTo({ position: 7 }))
  await ledger.isRewound(true)
  await expect(page.getByText('The log as it stood after event 7. 4 later events are set aside.')).toBeVisible()
  expect(await shown(page)).toEqual([7, 6, 5, 4, 3, 2, 1])
  await expect(panel.getByText(`This event is part of root ${short(rootOf(lines.slice(0, 7)))}`)).toBeVisible()
  await expect(panel.getByText('root after event 7')).toBeVisible()
  await expectAccessible(page, 'past')
  await page.getByRole('button', { name: 'Return to now' }).click()
  await expect.poll(async () => (await shown(page)).length).toBe(11)

  // All that its command led to, and back through the dialog.
  await row(page, 8).click()
  await chain.getByRole('button', { name: 'Show all its events' }).click()
  await expect.poll(() => shown(page)).toEqual([10, 9, 8, 7])
  await page.getByRole('button', { name: 'What led to it, what followed' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Show in the log' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(row(page, 8)).toHaveAttribute('aria-current', 'true')
})

test('what is recorded shows on top at once, in another tab too, and a filter takes it in', async ({
  context,
  ledger,
  newTab,
  page,
}) => {
  const { everyday } = await fill(ledger)
  await page.goto('/?page=event-log')
  await ledger.ready()
  const other = await newTab(context)
  await other.page.goto('/?page=event-log&words=gift')
  await other.ready()
  await expect.poll(() => shown(other.page)).toEqual([5, 4])
  await ledger.api.dispatch({ type: 'Deposit', accountId: everyday, amount: 100, memo: 'another gift' })
  await expect.poll(async () => (await shown(page))[0]).toBe(12)
  await expect(row(page, 12)).toContainText('new')
  await expect.poll(() => shown(other.page)).toEqual([12, 5, 4])
})

test('on a phone a chosen event takes the place of the list, and leads back to it', async ({ ledger, page }) => {
  await fill(ledger)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/?page=event-log')
  await ledger.ready()
  await expect(table(page)).toBeVisible()
  await expectAccessible(page, 'phone')
  await row(page, 5).click()
  await expect(page.getByRole('region', { name: 'Event 5' })).toBeVisible()
  await expect(table(page)).toBeHidden()
  await expect(page.getByText(/This event is part of root/)).toBeVisible()
  await expectAccessible(page, 'phone, event')
  // What is longer than the screen scrolls within it: the dock stays where it is.
  await page.getByText('What the fields mean').click()
  await expect(page.getByText('What started it all')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0)
  await page.getByRole('button', { name: 'Back to the log' }).click()
  await expect(table(page)).toBeVisible()
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
})

test('scripts filter events, prove them, and see how far projections have come', async ({ ledger }) => {
  const { everyday, transfer } = await fill(ledger)
  const { api } = ledger
  const positions = async (options: Parameters<typeof window.hindsight.events>[0]) =>
    (await api.call('events', options)).map(({ globalPosition }) => globalPosition)
  expect(await positions({ category: 'FOOD' })).toEqual([3])
  expect(await positions({ correlationId: transfer, newestFirst: true, limit: 2 })).toEqual([10, 9])
  expect(await positions({ types: ['Deposited'], accountId: everyday, from: 4 })).toEqual([5])
  expect(await positions({ text: 'everyday' })).toEqual([1])
  expect(await positions({ effectiveFrom: '2026-11-02', effectiveTo: '2026-11-02' })).toEqual([3, 4, 5])
  expect(await positions({ recordedTo: '2001-01-01T00:00:00.000Z' })).toEqual([])
  expect(await api.refusal('events', [{ recordedTo: 'yesterday' }])).toMatchObject({ code: 'invalid-command' })
  expect(await api.refusal('events', [{ colour: 'red' }])).toMatchObject({ code: 'invalid-command' })

  const { rootHash } = await api.call('head')
  const events = await api.call('events')
  for (const event of events) {
    const proof = await api.call('proof', event.globalPosition)
    expect(proof).toMatchObject({ position: event.globalPosition, size: 11, root: rootHash })
    expect(await api.call('checkProof', event, proof)).toBe(true)
    const altered = { ...event, data: { ...event.data, amount: 1 } }
    expect(await api.call('checkProof', altered, proof)).toBe(false)
  }
  expect(await api.refusal('proof', [12])).toMatchObject({ name: 'CommandRejected', code: 'entry-not-found' })
  expect(await api.call('projections')).toMatchObject([
    { name: 'timeline', position: 11, lag: 0 },
    { name: 'words' },
    { name: 'snapshot' },
  ])
})
