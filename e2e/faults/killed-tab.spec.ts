/**
 * A tab that dies between the steps of a transfer. The steps are milliseconds apart, so the moment is not left to
 * luck: before the app loads, the page's `IDBDatabase.transaction` is wrapped. Once armed, it lets a number of
 * transactions on the log's `head` through, and at the next one it tells the test and never returns, so that nothing
 * of the page runs any more, neither code nor clean-up; then the tab is closed. What is on disk is what was committed.
 */
import type { BrowserContext, Page } from '@playwright/test'
import { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

interface Doomed {
  page: Page
  ledger: LedgerPage
  /** Resolves when the page has stopped for good. */
  stopped: Promise<void>
}

async function openDoomed(context: BrowserContext): Promise<Doomed> {
  const page = await context.newPage()
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  await page.exposeFunction('lastWords', stop)
  await page.addInitScript(() => {
    const { transaction } = IDBDatabase.prototype
    const state = window as unknown as { transactionsLeft?: number; lastWords(): void }
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
      const names = typeof stores === 'string' ? [stores] : [...stores]
      if (
        mode === 'readwrite' &&
        names.includes('head') &&
        state.transactionsLeft !== undefined &&
        state.transactionsLeft-- === 0
      ) {
        state.lastWords()
        for (;;) {
          // The tab hangs until it is closed.
        }
      }
      return transaction.call(this, stores, mode, options)
    }
  })
  const ledger = new LedgerPage(page)
  await ledger.open()
  return { page, ledger, stopped }
}

const STEPS = ['TransferInitiated', 'TransferSent', 'TransferReceived', 'TransferCompleted']

test('a transfer whose tab died at any step is finished at the next start, once', async ({ newProfile }) => {
  test.setTimeout(180_000)
  let deaths = 0
  for (let allowed = 0; ; allowed++) {
    const context = await newProfile()
    const { page, ledger, stopped } = await openDoomed(context)
    const from = await ledger.api.openAccount('Everyday')
    const to = await ledger.api.openAccount('Savings')
    await ledger.api.dispatch({ type: 'Deposit', accountId: from, amount: 10_000 })
    const settled = page
      .evaluate(
        ([left, fromAccountId, toAccountId]) => {
          Object.assign(window, { transactionsLeft: left })
          return window.hindsight
            .dispatch({ type: 'Transfer', fromAccountId, toAccountId, amount: 2_000 })
            .then(() => 'done' as const)
        },
        [allowed, from, to] as const,
      )
      .catch(() => 'died' as const)
    const outcome = await Promise.race([settled, stopped.then(() => 'died' as const)])
    if (outcome === 'done') {
      await context.close()
      break
    }
    deaths++
    await page.close()

    const revived = new LedgerPage(await context.newPage())
    await revived.open()
    // Before the first commit nothing had been acknowledged, so nothing may be there; after it, all must be.
    const expected = allowed === 0 ? [] : STEPS
    const steps = async () =>
      (await revived.api.call('events')).map(({ type }) => type).filter((type) => type.startsWith('Transfer'))
    await expect.poll(steps, { message: `killed after ${allowed} commits` }).toEqual(expected)
    const sum = async () => (await revived.api.call('accounts')).map(({ balance }) => balance)
    expect(await sum()).toEqual(allowed === 0 ? [10_000, 0] : [8_000, 2_000])

    // And once: another start adds nothing.
    await revived.page.reload()
    await revived.ready()
    expect((await revived.api.call('verify')).ok).toBe(true)
    expect(await steps()).toEqual(expected)
    expect(await sum()).toEqual(allowed === 0 ? [10_000, 0] : [8_000, 2_000])
    await context.close()
  }
  // At least once before the first commit and once between two steps: otherwise this proved nothing.
  expect(deaths).toBeGreaterThanOrEqual(2)
})

test('a tab that dies in the middle of an import leaves the ledger as it was', async ({ newProfile }) => {
  const context = await newProfile()
  const first = new LedgerPage(await context.newPage())
  await first.open()
  const accountId = await first.api.openAccount('Everyday')
  await first.api.dispatch({ type: 'Deposit', accountId, amount: 100 })
  const before = await first.api.state()
  const { livelyLog } = await import('../logs/log-file')
  const file = livelyLog(11, 20_000).file()
  const begun = first.page.evaluate(
    (text) =>
      new Promise<void>((resolve) => {
        window.hindsight.importLog(new Blob([text]), { merge: true, onProgress: () => resolve() }).catch(() => {})
      }),
    file,
  )
  await begun
  await first.page.close()
  const second = new LedgerPage(await context.newPage())
  await second.open()
  const { size } = await second.api.call('head')
  // All or nothing: it may have been quicker than the kill, but it is never half there.
  if (size === 2) expect(await second.api.state()).toEqual(before)
  else expect(size).toBe(2 + JSON.parse(file).size)
  expect((await second.api.call('verify')).ok).toBe(true)
  await context.close()
})
