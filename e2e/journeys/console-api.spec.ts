/** `window.hindsight`, method by method (CONSOLE-API): what the screens do, a script can do. */
import { livelyLog } from '../logs/log-file'
import { naiveBalances, readLogFile } from '../logs/naive-fold'
import { expect, test } from '../pages/test'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

test('every command, its events, and the receipt', async ({ api }) => {
  const openedId = '22222222-2222-4222-8222-222222222222'
  const opened = await api.dispatch({
    type: 'OpenAccount',
    accountId: openedId,
    name: 'Everyday',
    currency: 'EUR',
    openedOn: '2024-01-01',
  })
  expect(opened).toMatchObject({ position: opened.events[0]?.globalPosition, duplicate: false })
  expect(opened.commandId).toMatch(UUID)
  expect(opened.events[0]).toMatchObject({
    type: 'AccountOpened',
    streamId: `account-${openedId}`,
    streamRevision: 1,
    schemaVersion: 1,
    data: { name: 'Everyday', currency: 'EUR', exponent: 2, overdraftLimit: 0, openedOn: '2024-01-01' },
    metadata: { commandId: opened.commandId },
  })
  const accountId = openedId
  const yen = await api.openAccount('Yen', 'JPY')
  const points = await api.openAccount('Points', 'POINTS', { exponent: 3, overdraftLimit: null })
  const deposit = await api.dispatch({
    type: 'Deposit',
    accountId,
    amount: 10_000,
    effectiveOn: '2024-01-02',
    payee: 'Employer',
    memo: 'January',
    category: 'Salary',
    externalId: 'x1',
  })
  const entryId = deposit.events[0]?.eventId ?? ''
  await api.dispatch({ type: 'Withdraw', accountId, amount: 2_500, effectiveOn: '2024-01-03', payee: 'Bookshop' })
  await api.dispatch({ type: 'AnnotateEntry', accountId, entryId, memo: 'January, late' })
  await api.dispatch({ type: 'AssertBalance', accountId, balance: 7_500, effectiveOn: '2024-01-31' })
  await api.dispatch({ type: 'SetOverdraftLimit', accountId, overdraftLimit: 50_000 })
  await api.dispatch({ type: 'RenameAccount', accountId, name: 'Household' })
  await api.dispatch({ type: 'ReverseEntry', accountId, entryId, effectiveOn: '2024-02-01', reason: 'Entered twice' })
  const transfer = await api.dispatch({
    type: 'Transfer',
    fromAccountId: accountId,
    toAccountId: yen,
    amount: 1_000,
    toAmount: 1_600,
    effectiveOn: '2024-02-02',
  })
  expect(transfer.events.map(({ type }) => type)).toEqual([
    'TransferInitiated',
    'TransferSent',
    'TransferReceived',
    'TransferCompleted',
  ])
  expect(transfer.position).toBe(transfer.events.at(-1)?.globalPosition)
  expect(new Set(transfer.events.map(({ metadata }) => metadata.commandId))).toEqual(new Set([transfer.commandId]))
  await api.dispatch({ type: 'CloseAccount', accountId: points })
  await api.dispatch({ type: 'ReopenAccount', accountId: points })
  await api.dispatch({ type: 'CloseAccount', accountId: points })
  await api.dispatch({ type: 'RenameLedger', name: 'Home' })

  expect(await api.call('accounts')).toEqual([
    {
      id: accountId,
      name: 'Household',
      currency: 'EUR',
      exponent: 2,
      status: 'open',
      overdraftLimit: 50_000,
      balance: -3_500,
      revision: 9,
    },
    {
      id: yen,
      name: 'Yen',
      currency: 'JPY',
      exponent: 0,
      status: 'open',
      overdraftLimit: 0,
      balance: 1_600,
      revision: 2,
    },
    {
      id: points,
      name: 'Points',
      currency: 'POINTS',
      exponent: 3,
      status: 'closed',
      overdraftLimit: null,
      balance: 0,
      revision: 4,
    },
  ])
  expect(await api.call('head')).toMatchObject({ name: 'Home' })
  const events = await api.call('events')
  expect(await api.call('events', { from: 2, to: 3 })).toEqual(events.slice(1, 3))
  expect(await api.call('events', { streamId: `account-${yen}` })).toEqual(
    events.filter(({ streamId }) => streamId === `account-${yen}`),
  )

  const history = await api.call('history', accountId)
  expect(history.map(({ type, amount, balance }) => ({ type, amount, balance }))).toEqual([
    { type: 'TransferSent', amount: -1_000, balance: -3_500 },
    { type: 'EntryReversed', amount: -10_000, balance: -2_500 },
    { type: 'Withdrawn', amount: -2_500, balance: 7_500 },
    { type: 'Deposited', amount: 10_000, balance: 10_000 },
  ])
  expect(history[0]).toMatchObject({ counterpartAccountId: yen })
  expect(history[3]).toMatchObject({
    eventId: entryId,
    reversed: true,
    payee: 'Employer',
    memo: 'January, late',
    category: 'Salary',
  })
  // Before the reversal and the correction were recorded.
  const then = await api.call('history', accountId, { at: { position: deposit.position } })
  expect(then).toMatchObject([{ eventId: entryId, reversed: false, memo: 'January' }])
  // A search narrows the rows, not the running balance; pages follow one another.
  expect(await api.call('history', accountId, { search: 'bookshop' })).toMatchObject([
    { amount: -2_500, balance: 7_500 },
  ])
  const page = await api.call('history', accountId, { limit: 2 })
  expect([...page, ...(await api.call('history', accountId, { limit: 2, before: page[1]?.position ?? 0 }))]).toEqual(
    history,
  )
})

test('a commandId is recorded once: again gives the first receipt, also after a reload', async ({
  api,
  page,
  ledger,
}) => {
  const accountId = await api.openAccount('Everyday')
  const command = { type: 'Deposit', accountId, amount: 100 } as const
  const commandId = '33333333-3333-4333-8333-333333333333'
  const first = await api.dispatch(command, { commandId })
  const head = await api.call('head')
  expect(await api.dispatch(command, { commandId })).toEqual({ ...first, duplicate: true })
  await page.reload()
  await ledger.ready()
  expect(await api.dispatch(command, { commandId })).toEqual({ ...first, duplicate: true })
  expect(await api.call('head')).toEqual(head)
})

test('commands to one account take effect in their order of arrival', async ({ api, page }) => {
  const accountId = await api.openAccount('Everyday')
  const amounts = await page.evaluate(async (id) => {
    const receipts = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        window.hindsight.dispatch({ type: 'Deposit', accountId: id, amount: i + 1 }),
      ),
    )
    return receipts.map(({ events }) => events[0]?.data.amount)
  }, accountId)
  const recorded = (await api.call('events', { streamId: `account-${accountId}` }))
    .slice(1)
    .map(({ data }) => data.amount)
  expect(recorded).toEqual(amounts)
  expect(recorded).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
})

test('every form of a moment gives what a naive fold over the file gives', async ({ api }) => {
  const log = readLogFile(livelyLog(4, 600).file())
  await api.importLog(livelyLog(4, 600).file())
  const instant = log.events[299]?.recordedAt ?? ''
  const moments = [
    {},
    { position: 0 },
    { position: 300 },
    { position: 10_000 },
    { recordedAt: instant },
    { recordedAt: '2000-01-01T00:00:00.000Z' },
    { effectiveOn: '2024-01-10' },
    { effectiveOn: '0001-01-01' },
    { effectiveOn: '9999-12-31' },
    { recordedAt: instant, effectiveOn: '2023-12-20' },
    { position: 450, effectiveOn: '2024-01-05' },
  ]
  for (const moment of moments) {
    const at = Object.keys(moment).length === 0 ? 'now' : (moment as { position: number })
    const expected = naiveBalances(log, moment)
    expect(await api.balancesAt(at), JSON.stringify(moment)).toEqual(expected)
    for (const { id, balance } of await api.call('accounts', at)) expect(balance).toBe(expected.get(id))
    const [first] = [...expected.keys()]
    expect(await api.call('balance', first ?? '', at)).toBe(expected.get(first ?? ''))
  }
})

test('travelTo moves the slider and the screens; commands still see now', async ({ api, page, ledger }) => {
  const accountId = await api.openAccount('Everyday')
  await api.dispatch({ type: 'Deposit', accountId, amount: 100 })
  await api.dispatch({ type: 'Deposit', accountId, amount: 50 })
  await ledger.account('Everyday').click()
  await page.evaluate(() => window.hindsight.travelTo({ position: 2 }))
  await ledger.showsMinor(100)
  expect(await page.evaluate(() => window.hindsight.cursor)).toEqual({ position: 2 })
  expect(await api.call('balance', accountId)).toBe(150)
  await api.dispatch({ type: 'Withdraw', accountId, amount: 150 })
  await ledger.showsMinor(100)
  await page.evaluate(() => window.hindsight.travelTo('now'))
  await ledger.showsMinor(0)
  await ledger.isRewound(false)
})
