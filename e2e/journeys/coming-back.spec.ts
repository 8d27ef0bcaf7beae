/** What stays when the page goes: the ledger, the moment and the open account in the URL, Back and Forward, without a network. */
import { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

async function household(ledger: LedgerPage): Promise<{ everyday: string; savings: string }> {
  const { api } = ledger
  const everyday = await api.openAccount('Everyday')
  const savings = await api.openAccount('Savings')
  await api.dispatch({ type: 'Deposit', accountId: everyday, amount: 10_000, effectiveOn: '2024-03-01' })
  await api.dispatch({ type: 'Withdraw', accountId: everyday, amount: 2_500, effectiveOn: '2024-03-05' })
  await api.dispatch({
    type: 'Transfer',
    fromAccountId: everyday,
    toAccountId: savings,
    amount: 2_000,
    effectiveOn: '2024-03-07',
  })
  return { everyday, savings }
}

test('a reload keeps everything, and the moment', async ({ ledger, page, api }) => {
  await household(ledger)
  const before = await api.state()
  await ledger.account('Everyday').click()
  await page.evaluate(() => window.hindsight.travelTo({ position: 3 }))
  await ledger.showsMinor(10_000)
  await page.reload()
  await ledger.ready()
  expect(await api.state()).toEqual(before)
  await expect(ledger.heading('Everyday')).toBeVisible()
  await ledger.showsMinor(10_000)
  await ledger.isRewound(true)
})

test('an address can be sent: account, moment and clock open as they were', async ({ ledger, context, newTab: _ }) => {
  const { everyday } = await household(ledger)
  const other = new LedgerPage(await context.newPage())
  await other.open(`/?account=${everyday}&on=2024-03-05&clock=effective`)
  await expect(other.heading('Everyday')).toBeVisible()
  await other.showsMinor(7_500)
  await expect(other.clock.getByRole('radio', { name: 'Value date' })).toBeChecked()
  await other.isRewound(true)
})

test('an address that makes no sense opens now', async ({ ledger, context }) => {
  await household(ledger)
  const other = new LedgerPage(await context.newPage())
  await other.open('/some/where?account=nobody&at=yesterday&clock=cuckoo')
  await other.isRewound(false)
  await expect(other.sidebar).toContainText('Everyday')
})

test('an address leads back to its own ledger, and its moment to no other', async ({ ledger, page, api }) => {
  const { everyday } = await household(ledger)
  await ledger.account('Everyday').click()
  await page.evaluate(() => window.hindsight.travelTo({ position: 3 }))
  await ledger.showsMinor(10_000)
  const other = await api.call('createLedger', 'Other')
  await api.call('openLedger', other)
  const account = await api.openAccount('Elsewhere')
  for (const amount of [100, 200, 300]) await api.dispatch({ type: 'Deposit', accountId: account, amount })
  await ledger.showsMinor(600)
  await ledger.isRewound(false)
  await page.goBack()
  await expect(ledger.heading('Everyday')).toBeVisible()
  await ledger.showsMinor(10_000)
  await ledger.isRewound(true)
  await page.goto(`/?ledger=${other}&account=${everyday}&at=2`)
  await ledger.ready()
  await ledger.showsMinor(600)
  await ledger.isRewound(false)
})

test('Back and Forward go through accounts and moments', async ({ ledger, page }) => {
  await household(ledger)
  await ledger.account('Everyday').click()
  await ledger.showsMinor(5_500)
  await ledger.account('Savings').click()
  await ledger.showsMinor(2_000)
  await page.evaluate(() => window.hindsight.travelTo({ position: 2 }))
  await ledger.showsMinor(0)
  await ledger.isRewound(true)
  await page.goBack()
  await ledger.showsMinor(2_000)
  await ledger.isRewound(false)
  await page.goBack()
  await expect(ledger.heading('Everyday')).toBeVisible()
  await page.goForward()
  await expect(ledger.heading('Savings')).toBeVisible()
  await page.goForward()
  await ledger.isRewound(true)
})

test('once open, recording and rewinding need no network', async ({ ledger, context, api, watch }) => {
  // A part of the typeface that no screen needed before stays away; the text is there in another one.
  watch.allow(/ERR_INTERNET_DISCONNECTED/)
  const { everyday } = await household(ledger)
  await context.setOffline(true)
  await api.dispatch({ type: 'Deposit', accountId: everyday, amount: 1 })
  await ledger.account('Everyday').click()
  await ledger.showsMinor(5_501)
  await ledger.button('Previous event').click()
  await ledger.showsMinor(5_500)
  await context.setOffline(false)
})

test('sample data opens as a ledger of its own; nothing of it touches what was there', async ({
  ledger,
  api,
  page,
}) => {
  const before = await api.call('head')
  await page.getByRole('button', { name: 'Explore sample data' }).click()
  await expect.poll(async () => (await api.call('head')).size, { timeout: 30_000 }).toBeGreaterThan(1_000)
  await expect(ledger.sidebar.getByRole('link').or(ledger.sidebar.getByRole('button')).first()).toBeVisible()
  const ledgers = await api.call('ledgers')
  expect(ledgers).toHaveLength(2)
  expect((await api.call('verify')).ok).toBe(true)
  await api.call('openLedger', ledgers.find(({ current }) => !current)?.id ?? '')
  expect(await api.call('head')).toEqual(before)
})
