/** Files of the pattern's textbook example (LOG-FORMAT, "Version 0"): no account, seconds, floats. */
import { expect, test } from '../pages/test'

const TEXTBOOK = JSON.stringify([
  {
    id: '6F2D1C50-8f0e-4a54-9d5b-0d8a4e4d7a01',
    timestamp: 1_700_000_000,
    event_type: { Deposited: { amount: 100.0 } },
  },
  { id: '6f2d1c50-8f0e-4a54-9d5b-0d8a4e4d7a02', timestamp: 1_700_000_060, event_type: { Withdrawn: { amount: 50.0 } } },
])
const account = { name: 'Textbook', currency: 'EUR' }

test('the textbook file gives an account with 50.00, and a second import adds nothing', async ({
  api,
  newProfile,
  newTab,
}) => {
  expect(await api.importLog(TEXTBOOK, { account })).toMatchObject({
    result: 'restored',
    added: 3,
    size: 3,
    sealed: false,
  })
  const [opened] = await api.call('accounts')
  expect(opened).toMatchObject({ ...account, balance: 5_000, overdraftLimit: null, exponent: 2 })
  const events = await api.call('events')
  expect(events.map(({ type }) => type)).toEqual(['AccountOpened', 'Deposited', 'Withdrawn'])
  expect(events[1]).toMatchObject({
    eventId: '6f2d1c50-8f0e-4a54-9d5b-0d8a4e4d7a01',
    recordedAt: '2023-11-14T22:13:20.000Z',
    data: { amount: 10_000, effectiveOn: '2023-11-14' },
  })
  expect(await api.importLog(TEXTBOOK, { account })).toMatchObject({ result: 'already-present', added: 0 })
  // Ids follow from file, name and currency: another browser comes to the same log.
  const other = await newTab(await newProfile())
  await other.api.importLog(TEXTBOOK, { account })
  expect(await other.api.call('head')).toEqual(await api.call('head'))
})

test('amounts are rounded from their decimal text, half away from zero, to the currency; time never falls', async ({
  api,
}) => {
  const file = `[{"id":"6f2d1c50-8f0e-4a54-9d5b-0d8a4e4d7a01","timestamp":1700000100,"event_type":{"Deposited":{"amount":1.005}}},
    {"id":"6f2d1c50-8f0e-4a54-9d5b-0d8a4e4d7a02","timestamp":1700000000,"event_type":{"Deposited":{"amount":8.115}}}]`
  await api.importLog(file, { account })
  const events = await api.call('events')
  // 1.005 is a little less than that in binary, and 1.01 by its text.
  expect(events.slice(1).map(({ data }) => data.amount)).toEqual([101, 812])
  expect(events[2]?.recordedAt).toBe(events[1]?.recordedAt)
})

test('an amount that rounds to nothing is refused', async ({ api }) => {
  const file = `[{"id":"6f2d1c50-8f0e-4a54-9d5b-0d8a4e4d7a01","timestamp":1700000000,"event_type":{"Deposited":{"amount":0.4}}}]`
  const refusal = await api.refusal('importLog', [{ account: { name: 'Yen', currency: 'JPY' } }], file)
  expect(refusal).toMatchObject({ name: 'LogFormatError', code: 'bad-amount' })
  expect(await api.call('head')).toMatchObject({ size: 0 })
})

test('the screen asks which account it is', async ({ ledger, api }) => {
  const dialog = await ledger.chooseImport({
    name: 'events.json',
    mimeType: 'application/json',
    buffer: Buffer.from(TEXTBOOK),
  })
  await ledger.field(dialog, 'Name').fill('Textbook')
  const currency = ledger.field(dialog, 'Currency')
  await currency.fill('EUR')
  // The suggestions lie over the rest until one moves on.
  await currency.press('Tab')
  await dialog.getByRole('button', { name: 'Check the file' }).click()
  await dialog.getByRole('button', { name: 'Import 3 events' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await ledger.account('Textbook').click()
  await ledger.showsMinor(5_000)
  expect(await api.call('head')).toMatchObject({ size: 3 })
})
