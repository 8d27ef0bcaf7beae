/** Words are found: of one account in its history, of the whole ledger in the palette, and from the console. */
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

/** Two accounts, one transfer between them, a corrected word and a reversal. */
async function fill({ api }: LedgerPage): Promise<{ everyday: string; savings: string }> {
  const everyday = await api.openAccount('Everyday')
  const savings = await api.openAccount('Rainy days')
  const deposit = { type: 'Deposit', amount: 5_000, effectiveOn: '2026-11-02' } as const
  await api.dispatch({ ...deposit, accountId: everyday, payee: 'Bäckerei Brandt', memo: 'Brötchen' })
  await api.dispatch({ ...deposit, accountId: savings, payee: 'Bookshop', category: 'Books', amount: 1_234 })
  const { events } = await api.dispatch({ ...deposit, accountId: everyday, payee: 'Unknown', memo: 'a gift' })
  const entryId = events[0]?.eventId ?? ''
  await api.dispatch({ type: 'AnnotateEntry', accountId: everyday, entryId, payee: 'Aunt Mary' })
  await api.dispatch({
    type: 'Transfer',
    fromAccountId: everyday,
    toAccountId: savings,
    amount: 700,
    effectiveOn: '2026-11-03',
  })
  const undo = { type: 'ReverseEntry', accountId: everyday, entryId, reason: 'counted twice' } as const
  await api.dispatch({ ...undo, effectiveOn: '2026-11-04' })
  return { everyday, savings }
}

const found = async ({ api }: LedgerPage, text: string, options = {}) =>
  (await api.call('search', text, options)).entries.map(({ position, type }) => `${position} ${type}`)

test('search finds words of all accounts, corrected ones, names, dates and amounts, newest first', async ({
  ledger,
}) => {
  const { everyday, savings } = await fill(ledger)
  expect(await found(ledger, 'BACKEREI brot')).toEqual(['3 Deposited'])
  expect(await found(ledger, 'mary')).toEqual(['11 EntryReversed', '5 Deposited'])
  expect(await found(ledger, 'unknown')).toEqual([])
  // What was known then: the correction was not.
  expect(await found(ledger, 'unknown', { at: { position: 5 } })).toEqual(['5 Deposited'])
  expect(await found(ledger, 'mary', { at: { position: 5 } })).toEqual([])
  expect(await found(ledger, 'rainy')).toEqual(['8 TransferSent'])
  expect(await found(ledger, '2026-11-03')).toEqual(['9 TransferReceived', '8 TransferSent'])
  expect(await found(ledger, '12.34 books')).toEqual(['4 Deposited'])
  expect(await found(ledger, '-7.00')).toEqual(['8 TransferSent'])
  expect(await found(ledger, '2026-11', { accountId: savings, limit: 1 })).toEqual(['9 TransferReceived'])
  expect(await ledger.api.call('search', '2026-11', { limit: 1 })).toMatchObject({ total: 6, done: true })
  expect((await ledger.api.call('history', everyday, { search: 'mary gift' })).map(({ position }) => position)).toEqual(
    [5],
  )
})

test('a search that makes no sense is refused with what would', async ({ ledger }) => {
  await fill(ledger)
  const refused = async (...args: readonly unknown[]) => (await ledger.api.refusal('search', args)).code
  expect(await refused('x', { at: 'yesterday' })).toBe('invalid-moment')
  expect(await refused('x', { accountId: 'none' })).toBe('account-not-found')
  expect(await refused('x', { limits: 3 })).toBe('invalid-command')
  expect(await refused(7)).toBe('invalid-command')
  const given = await ledger.page.evaluate(() => {
    const stop = new AbortController()
    const search = window.hindsight.search('mary', { signal: stop.signal })
    stop.abort()
    return search.catch((error: Error) => error.name)
  })
  expect(given).toBe('AbortError')
})

test('the palette finds entries of every account and leads to the event, without a pointer', async ({
  ledger,
  page,
}) => {
  const { everyday } = await fill(ledger)
  await page.goto(`/?account=${everyday}`)
  await ledger.ready()
  await expect(ledger.heading('Everyday')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  // Right after a start it is still being loaded.
  await expect(page.getByRole('combobox', { name: 'Search or command' })).toBeFocused()
  await page.keyboard.type('bookshop')
  const entry = page.getByRole('option', { name: /Bookshop – Books/ })
  await expect(entry).toContainText('Rainy days')
  await expect(entry).toContainText('+€12.34')
  await page.keyboard.press('ArrowDown')
  await expect(entry).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(ledger.heading('Rainy days')).toBeVisible()
  await expect(ledger.dialog(/event/i)).toContainText('Bookshop')
})

test('what is recorded while a filter stands joins it', async ({ ledger, page }) => {
  const { everyday } = await fill(ledger)
  await page.goto(`/?account=${everyday}`)
  await ledger.ready()
  await page.keyboard.press('/')
  await expect(page.getByRole('textbox', { name: 'Filter Everyday' })).toBeFocused()
  await page.keyboard.type('gift')
  await expect(page.getByText('2 of 4 entries')).toBeVisible()
  await ledger.api.dispatch({ type: 'Deposit', accountId: everyday, amount: 100, memo: 'another gift' })
  await expect(page.getByText('3 of 5 entries')).toBeVisible()
})
