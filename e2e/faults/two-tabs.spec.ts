/** Two tabs at once: every acknowledged command is there once, and both screens agree in the end. */
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const EACH = 200

test('two tabs each send 200 commands to the same account at once', async ({ context, api, ledger, newTab }) => {
  test.setTimeout(300_000)
  const accountId = await api.openAccount('Everyday')
  const other = await newTab(context)
  for (const screen of [ledger, other]) await screen.account('Everyday').click()

  const send = (screen: LedgerPage, amount: number) =>
    screen.page.evaluate(
      ([id, minor, count]) =>
        Promise.all(
          Array.from({ length: count }, () =>
            window.hindsight
              .dispatch({ type: 'Deposit', accountId: id, amount: minor })
              .then(({ events }) => events[0]?.eventId),
          ),
        ),
      [accountId, amount, EACH] as const,
    )
  const acknowledged = (await Promise.all([send(ledger, 1), send(other, 1_000)])).flat()
  expect(new Set(acknowledged).size).toBe(2 * EACH)

  const events = await api.call('events')
  expect(events.map(({ globalPosition }) => globalPosition)).toEqual(events.map((_, i) => i + 1))
  const ofAccount = events.filter(({ streamId }) => streamId === `account-${accountId}`)
  expect(ofAccount.map(({ streamRevision }) => streamRevision)).toEqual(ofAccount.map((_, i) => i + 1))
  expect(
    ofAccount
      .slice(1)
      .map(({ eventId }) => eventId)
      .sort(),
  ).toEqual([...acknowledged].sort())

  const total = EACH * 1_001
  for (const screen of [ledger, other]) {
    await screen.showsMinor(total)
    expect(await screen.api.call('balance', accountId)).toBe(total)
  }
  const head = await api.call('head')
  expect(await other.api.call('head')).toEqual(head)
  expect((await api.call('verify')).ok).toBe(true)

  // A batch a command is joined with others behind a start, beside the page, while the other tab is open: behind this
  // one, where it takes its time, or else behind the next.
  await ledger.page.reload()
  await ledger.ready()
  await expect.poll(async () => (await other.api.call('stats')).batches).toBeLessThan(EACH / 4)
  expect(await api.call('head')).toEqual(head)
  expect((await other.api.call('verify')).ok).toBe(true)
})

test('what one tab records, the other shows without being asked', async ({ context, api, ledger, newTab }) => {
  const accountId = await api.openAccount('Everyday')
  const other = await newTab(context)
  await other.account('Everyday').click()
  await other.showsMinor(0)
  await api.dispatch({ type: 'Deposit', accountId, amount: 4_200 })
  await other.showsMinor(4_200)
  await ledger.api.dispatch({ type: 'RenameAccount', accountId, name: 'Household' })
  await expect(other.heading('Household')).toBeVisible()
})

test('a tab that looks at the past stays there while another records', async ({ context, api, newTab }) => {
  const accountId = await api.openAccount('Everyday')
  await api.dispatch({ type: 'Deposit', accountId, amount: 100 })
  await api.dispatch({ type: 'Deposit', accountId, amount: 20 })
  const other = await newTab(context)
  await other.account('Everyday').click()
  await other.page.evaluate(() => window.hindsight.travelTo({ position: 2 }))
  await other.showsMinor(100)
  await api.dispatch({ type: 'Deposit', accountId, amount: 50 })
  await expect.poll(() => other.api.call('balance', accountId)).toBe(170)
  await other.showsMinor(100)
  await other.isRewound(true)
})
