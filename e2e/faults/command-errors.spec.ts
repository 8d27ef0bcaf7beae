/** Every refusal of a command (CONSOLE-API, "Errors"), in its order of precedence: it says what to do, and nothing changes. */
import type { ConsoleApi } from '../pages/console-api'
import { expect, SENTENCE, test } from '../pages/test'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Accounts and entries by the part they play; `nobody` is an id that nothing has. */
type World = Readonly<Record<'nobody' | 'euro' | 'other' | 'dollar' | 'closed' | 'entry' | 'reversed' | 'sent', string>>

const USED_ID = '11111111-1111-4111-8111-111111111111'
const used = { commandId: USED_ID }
const MUCH = 1_000_000

type Make = (world: World) => object
const on =
  (account: keyof World, type: string, rest: object): Make =>
  (world) => ({ type, accountId: world[account], ...rest })
const move =
  (from: keyof World, to: keyof World, rest: object = { amount: 1 }): Make =>
  (world) => ({ type: 'Transfer', fromAccountId: world[from], toAccountId: world[to], ...rest })
const reverse =
  (account: keyof World, entry: keyof World): Make =>
  (world) => ({ type: 'ReverseEntry', accountId: world[account], entryId: world[entry] })

const CASES: readonly [code: string, what: string, command: Make, options?: object][] = [
  ['command-id-reused', 'an id used for something else', on('euro', 'Deposit', { amount: 2 }), used],
  ['command-id-reused', 'it comes before every other fault', on('nobody', 'Deposit', { amount: -1 }), used],
  ['invalid-command', 'an unknown command', () => ({ type: 'Burn' })],
  ['invalid-command', 'no command at all', () => []],
  ['invalid-command', 'an amount below zero', on('euro', 'Deposit', { amount: -1 })],
  ['invalid-command', 'an amount of zero', on('euro', 'Withdraw', { amount: 0 })],
  ['invalid-command', 'a fraction of a cent', on('euro', 'Deposit', { amount: 0.5 })],
  ['invalid-command', 'no such date', on('euro', 'Deposit', { amount: 1, effectiveOn: '2023-02-29' })],
  ['invalid-command', 'unknown decimals', () => ({ type: 'OpenAccount', name: 'Points', currency: 'POINTS' })],
  ['invalid-command', 'a missing name', () => ({ type: 'OpenAccount', currency: 'EUR' })],
  ['invalid-command', 'half a character', on('euro', 'RenameAccount', { name: '\ud800' })],
  ['same-account', 'a transfer to itself', move('euro', 'euro')],
  ['same-account', 'before the account is looked for', move('nobody', 'nobody')],
  ['account-not-found', 'a deposit to nobody', on('nobody', 'Deposit', { amount: 1 })],
  ['account-not-found', 'a transfer to nobody', move('euro', 'nobody')],
  [
    'account-not-found',
    'before the expected revision',
    on('nobody', 'Deposit', { amount: 1 }),
    { expectedRevision: 7 },
  ],
  ['account-exists', 'an id that is taken', on('euro', 'OpenAccount', { name: 'Again', currency: 'EUR' })],
  ['account-closed', 'a deposit to a closed account', on('closed', 'Deposit', { amount: 1 })],
  ['account-closed', 'a transfer to a closed account', move('euro', 'closed')],
  ['account-closed', 'before too little money', on('closed', 'Withdraw', { amount: MUCH })],
  ['account-not-empty', 'closing what holds money', on('euro', 'CloseAccount', {})],
  ['currency-mismatch', 'two currencies and one amount', move('euro', 'dollar')],
  ['currency-mismatch', 'one currency and another amount', move('euro', 'other', { amount: 1, toAmount: 2 })],
  ['currency-mismatch', 'before too little money', move('euro', 'dollar', { amount: MUCH })],
  ['entry-not-found', 'a reversal of nothing', reverse('euro', 'nobody')],
  ['entry-not-found', 'a reversal in another account', reverse('other', 'entry')],
  ['entry-not-found', 'a transfer is sent back, not reversed', reverse('euro', 'sent')],
  ['entry-not-found', 'a note on nothing', on('euro', 'AnnotateEntry', { entryId: NOBODY, memo: 'x' })],
  ['already-reversed', 'a second reversal', reverse('euro', 'reversed')],
  ['amount-too-large', 'a sum that is no safe integer', on('euro', 'Deposit', { amount: Number.MAX_SAFE_INTEGER })],
  ['insufficient-funds', 'more than there is', on('euro', 'Withdraw', { amount: MUCH })],
  ['insufficient-funds', 'a transfer of more than there is', move('euro', 'other', { amount: MUCH })],
]

async function build(api: ConsoleApi): Promise<World> {
  const euro = await api.openAccount('Everyday')
  const other = await api.openAccount('Savings')
  const dollar = await api.openAccount('Travel', 'USD')
  const closed = await api.openAccount('Old')
  await api.dispatch({ type: 'CloseAccount', accountId: closed })
  const deposit = await api.dispatch({ type: 'Deposit', accountId: euro, amount: 10_000 }, { commandId: USED_ID })
  const mistaken = await api.dispatch({ type: 'Deposit', accountId: euro, amount: 500 })
  const reversed = mistaken.events[0]?.eventId ?? ''
  await api.dispatch({ type: 'ReverseEntry', accountId: euro, entryId: reversed })
  const transfer = await api.dispatch({ type: 'Transfer', fromAccountId: euro, toAccountId: other, amount: 100 })
  const sent = transfer.events.find(({ type }) => type === 'TransferSent')?.eventId ?? ''
  return { nobody: NOBODY, euro, other, dollar, closed, entry: deposit.events[0]?.eventId ?? '', reversed, sent }
}

test('every refusal of a command says what to do and leaves the ledger as it was', async ({ api }) => {
  const world = await build(api)
  const before = await api.state()
  for (const [code, what, command, options] of CASES) {
    await test.step(`${code}: ${what}`, async () => {
      const refusal = await api.refusal('dispatch', [command(world), options ?? {}])
      expect
        .soft({ name: refusal.name, code: refusal.code }, refusal.message)
        .toEqual({ name: 'CommandRejected', code })
      // A sentence for people, not a name for programs.
      expect.soft(refusal.message).toMatch(SENTENCE)
      expect.soft(refusal.message).not.toContain(code)
      expect.soft(await api.state()).toEqual(before)
    })
  }
})

test('WrongExpectedRevisionError says which revision stands there; the right one goes through', async ({ api }) => {
  const { euro, other } = await build(api)
  const before = await api.state()
  const [account] = await api.call('accounts')
  const actualRevision = account?.revision ?? 0
  for (const command of [
    { type: 'Deposit', accountId: euro, amount: 1 },
    { type: 'Transfer', fromAccountId: euro, toAccountId: other, amount: 1 },
    // It comes before too little money.
    { type: 'Withdraw', accountId: euro, amount: 1_000_000 },
  ]) {
    const refusal = await api.refusal('dispatch', [command, { expectedRevision: actualRevision - 1 }])
    expect(refusal).toMatchObject({
      name: 'WrongExpectedRevisionError',
      code: 'wrong-expected-revision',
      streamId: `account-${euro}`,
      expectedRevision: actualRevision - 1,
      actualRevision,
    })
    expect(refusal.message).toMatch(SENTENCE)
  }
  expect(await api.state()).toEqual(before)
  await api.dispatch({ type: 'Deposit', accountId: euro, amount: 1 }, { expectedRevision: actualRevision })
  expect((await api.call('accounts'))[0]?.revision).toBe(actualRevision + 1)
})

test('funds are judged with the overdraft limit, to the cent', async ({ api }) => {
  const accountId = await api.openAccount('Everyday', 'EUR', { overdraftLimit: 5_000 })
  await api.dispatch({ type: 'Withdraw', accountId, amount: 5_000 })
  const refusal = await api.refusal('dispatch', [{ type: 'Withdraw', accountId, amount: 1 }])
  expect(refusal).toMatchObject({ name: 'CommandRejected', code: 'insufficient-funds' })
  await api.dispatch({ type: 'SetOverdraftLimit', accountId, overdraftLimit: null })
  await api.dispatch({ type: 'Withdraw', accountId, amount: 1 })
  expect(await api.call('balance', accountId)).toBe(-5_001)
})

test('InvalidMomentError: at once from balancesAt, and from every question about a moment', async ({ api, page }) => {
  const accountId = await api.openAccount('Everyday')
  const bad: unknown[] = [
    null,
    'yesterday',
    {},
    { position: -1 },
    { position: 1.5 },
    { recordedAt: '2024-01-01' },
    { effectiveOn: '2024-02-30' },
    { position: '1' },
  ]
  for (const moment of bad) {
    const thrown = await page.evaluate((at) => {
      try {
        window.hindsight.balancesAt(at as 'now')
        return undefined
      } catch (error) {
        const { name, code } = error as Error & { code?: string }
        return { name, code }
      }
    }, moment)
    expect(thrown, JSON.stringify(moment)).toEqual({ name: 'InvalidMomentError', code: 'invalid-moment' })
    if (moment === null) continue
    expect(await api.refusal('accounts', [moment])).toMatchObject({ name: 'InvalidMomentError' })
    expect(await api.refusal('balance', [accountId, moment])).toMatchObject({ name: 'InvalidMomentError' })
    expect(await api.refusal('history', [accountId, { at: moment }])).toMatchObject({ name: 'InvalidMomentError' })
  }
})

test('viewing-the-past: while rewound the screens offer no command, say why, and the ledger stays as it is', async ({
  api,
  ledger,
  page,
}) => {
  const accountId = await api.openAccount('Everyday')
  await api.dispatch({ type: 'Deposit', accountId, amount: 10_000 })
  await ledger.account('Everyday').click()
  const before = await api.state()
  await page.evaluate(() => window.hindsight.travelTo({ position: 1 }))
  await ledger.isRewound(true)
  for (const name of ['Deposit', 'Withdraw', 'Transfer', 'New account']) {
    const button = ledger.button(name).first()
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await button.focus()
    await expect(button).toBeFocused()
    await expect(button).toHaveAccessibleDescription(/.{10,}/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  // The shortcuts lead to the same answer.
  for (const key of ['n', 't']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  expect(await api.state()).toEqual(before)
  await ledger.button('Return to now').click()
  await ledger.isRewound(false)
  await expect(ledger.button('Deposit').first()).not.toHaveAttribute('aria-disabled', 'true')
})
