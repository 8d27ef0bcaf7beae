/** Sandboxes over plain memory: branching, what is given to the original, and that it stays as it was otherwise. */
import { expect, test } from 'vitest'
import { LedgerApplication } from '../application/ledger-application'
import { Sandboxes } from '../application/sandbox/sandboxes'
import { testEnvironment } from '../application/testing/memory-ledger'
import { memoryBackend } from './testing/memory-backend'

const EVERYDAY = '0190a000-0000-7000-8000-00000000000a'
const SAVINGS = '0190a000-0000-7000-8000-00000000000b'

async function household() {
  const backend = memoryBackend()
  const application = new LedgerApplication('1.2.3', backend, testEnvironment)
  await application.ready
  const give = (command: Parameters<LedgerApplication['dispatch']>[0]) => application.dispatch(command)
  await give({ type: 'OpenAccount', accountId: EVERYDAY, name: 'Everyday', currency: 'EUR' })
  await give({ type: 'OpenAccount', accountId: SAVINGS, name: 'Savings', currency: 'EUR' })
  const salary = await give({ type: 'Deposit', accountId: EVERYDAY, amount: 100, payee: 'Salary' })
  const rent = await give({ type: 'Withdraw', accountId: EVERYDAY, amount: 60, payee: 'Rent' })
  await give({ type: 'Transfer', fromAccountId: EVERYDAY, toAccountId: SAVINGS, amount: 30 })
  const sandboxes = new Sandboxes(application)
  const idOf = ({ events }: typeof salary) => events[0]?.eventId ?? ''
  return { backend, application, sandboxes, give, salary: idOf(salary), rent: idOf(rent) }
}

const figures = async (sandboxes: Sandboxes, id: string) =>
  (await sandboxes.compareBranch(id)).accounts.map(({ name, original, branch }) => [name, original, branch])

test('[SB1] a branch at a position begins with those events, byte for byte, under a ledgerId of its own', async () => {
  const { application, sandboxes } = await household()
  const before = await application.head()
  const file = await (await application.exportLog({ at: { position: 4 } })).text()
  const { id, origin } = await sandboxes.branch({ name: '  Then ', at: { position: 4 } })
  expect(origin).toMatchObject({ position: 4, size: 4, name: 'My ledger', ledgerId: before.ledgerId, refusedCount: 0 })
  expect(await application.ledgers()).toMatchObject([{ current: true }, { id, name: 'Then', branchOf: 'local-1' }])
  expect(await figures(sandboxes, id)).toEqual([
    ['Everyday', 10, 40],
    ['Savings', 30, 0],
  ])
  await application.openLedger(id)
  const head = await application.head()
  expect(head).toMatchObject({ name: 'Then', size: 4, rootHash: origin.rootHash })
  expect(head.ledgerId).not.toBe(before.ledgerId)
  const [, ...lines] = (await (await application.exportLog()).text()).split('\n')
  expect(lines).toEqual(file.split('\n').slice(1))
  expect(await application.verify()).toMatchObject({ ok: true, size: 4 })
  await application.openLedger('local-1')
  expect(await application.head()).toEqual(before)
})

test('[SB2] what if the salary had not come: the rest is decided anew, and what is refused is told', async () => {
  const { application, sandboxes, salary } = await household()
  const before = await application.head()
  const { id, origin } = await sandboxes.branch({ name: 'No salary', without: [salary] })
  expect(origin.without).toMatchObject([{ position: 3, words: 'Salary', amount: 100, accountId: EVERYDAY }])
  expect(origin.refused.map(({ position, code }) => [position, code])).toEqual([
    [4, 'insufficient-funds'],
    [5, 'insufficient-funds'],
  ])
  expect(origin).toMatchObject({ size: 2, refusedCount: 2, dropped: [[3, 8]] })
  expect(await figures(sandboxes, id)).toEqual([
    ['Everyday', 10, 0],
    ['Savings', 30, 0],
  ])
  await application.openLedger(id)
  expect(await application.verify()).toMatchObject({ ok: true, size: 2 })
  const file = await application.exportLog()
  expect(await application.importLog(file, { into: 'new', dryRun: true })).toMatchObject({ result: 'restored' })
  await application.openLedger('local-1')
  expect(await application.head()).toEqual(before)
})

test('[SB3] a moved entry has another date and id, and tells where it comes from', async () => {
  const { application, sandboxes, rent } = await household()
  const moved = [{ eventId: rent, effectiveOn: '2026-12-01', amount: 20 }]
  const { id } = await sandboxes.branch({ name: 'Later', moved })
  await application.openLedger(id)
  const [event] = await application.events({ from: 4, to: 4 })
  expect(event).toMatchObject({
    data: { amount: 20, effectiveOn: '2026-12-01', payee: 'Rent' },
    metadata: { branchedFrom: { eventId: rent, globalPosition: 4 } },
  })
  expect(event?.eventId).not.toBe(rent)
  expect(await figures(sandboxes, id)).toEqual([
    ['Everyday', 10, 50],
    ['Savings', 30, 30],
  ])
})

test('[SB6] verdicts are those of the original now; later commands are judged with those before them that pass', async () => {
  const { application, sandboxes, give } = await household()
  const { id } = await sandboxes.branch({ name: 'Then', at: { position: 3 } })
  await application.openLedger(id)
  await give({ type: 'Withdraw', accountId: EVERYDAY, amount: 90, payee: 'Bicycle' })
  await give({ type: 'Deposit', accountId: EVERYDAY, amount: 200, payee: 'Gift' })
  await give({ type: 'Withdraw', accountId: EVERYDAY, amount: 150, payee: 'Desk' })
  await give({ type: 'RenameLedger', name: 'Renamed' })
  const before = await sandboxes.branchVerdicts(id)
  expect(before.map(({ verdict }) => verdict)).toEqual(['refused', 'passes', 'passes-after-others'])
  expect(before[0]).toMatchObject({ rejection: { code: 'insufficient-funds', facts: { available: 10 } } })
  await application.openLedger('local-1')
  expect((await application.head()).size).toBe(8)
})

test('[SB7] commands are given once each, whether one by one or all, whatever is open', async () => {
  const { application, sandboxes, give } = await household()
  const { id } = await sandboxes.branch({ name: 'Then', at: { position: 3 } })
  await application.openLedger(id)
  await give({ type: 'Withdraw', accountId: EVERYDAY, amount: 90, payee: 'Bicycle' })
  const gift = await give({ type: 'Deposit', accountId: EVERYDAY, amount: 200, payee: 'Gift' })
  await give({ type: 'Transfer', fromAccountId: EVERYDAY, toAccountId: SAVINGS, amount: 100 })
  const eventId = gift.events[0]?.eventId ?? ''
  for (const _ of [1, 2]) {
    const given = await sandboxes.giveBranchCommands(id, [eventId])
    expect(given).toMatchObject([{ given: true, position: 9 }])
  }
  expect((await sandboxes.branchVerdicts(id)).map(({ verdict }) => verdict)).toEqual(['passes', 'given', 'passes'])
  const rest = await sandboxes.giveBranchCommands(id)
  expect(rest).toMatchObject([{ given: true }, { given: true }])
  expect(await sandboxes.giveBranchCommands(id)).toEqual([])
  await application.openLedger('local-1')
  expect((await application.head()).size).toBe(14)
  expect(await application.balance(EVERYDAY)).toBe(20)
})

test('[SB7] what the original refuses is told, and the next one is given', async () => {
  const { application, sandboxes, give } = await household()
  const { id } = await sandboxes.branch({ name: 'Then', at: { position: 3 } })
  await application.openLedger(id)
  await give({ type: 'Withdraw', accountId: EVERYDAY, amount: 90 })
  await give({ type: 'Withdraw', accountId: EVERYDAY, amount: 5 })
  expect(await sandboxes.giveBranchCommands(id)).toMatchObject([
    { given: false, rejection: { code: 'insufficient-funds' } },
    { given: true, position: 9 },
  ])
  await application.openLedger('local-1')
  expect(await application.balance(EVERYDAY)).toBe(5)
})

test('[SB8] a reversal is given for the entry as the original knows it', async () => {
  const { application, sandboxes, give, rent } = await household()
  const { id } = await sandboxes.branch({ name: 'Cheaper', moved: [{ eventId: rent, amount: 50 }] })
  await application.openLedger(id)
  const [, cheaper] = await application.history(EVERYDAY, { search: 'Rent' }).then((rows) => [0, rows[0]] as const)
  await give({ type: 'ReverseEntry', accountId: EVERYDAY, entryId: cheaper?.eventId ?? '' })
  const own = await give({ type: 'Deposit', accountId: SAVINGS, amount: 7 })
  await give({ type: 'ReverseEntry', accountId: SAVINGS, entryId: own.events[0]?.eventId ?? '' })
  expect((await sandboxes.branchVerdicts(id)).map(({ verdict }) => verdict)).toEqual([
    'passes',
    'passes',
    'passes-after-others',
  ])
  const last = (await sandboxes.branchVerdicts(id))[2]?.eventId ?? ''
  expect(await sandboxes.giveBranchCommands(id, [last])).toMatchObject([
    { given: false, rejection: { code: 'entry-not-found', message: expect.stringContaining('sandbox only') } },
  ])
  expect(await sandboxes.giveBranchCommands(id)).toMatchObject([{ given: true }, { given: true }, { given: true }])
  await application.openLedger('local-1')
  expect(await application.balance(EVERYDAY)).toBe(70)
  expect(await application.balance(SAVINGS)).toBe(30)
})

test('[SB9] a branch is discarded, and the original is open again as it was', async () => {
  const { application, sandboxes, give } = await household()
  const before = await application.head()
  const { id } = await sandboxes.branch({ name: 'Then', at: { position: 3 } })
  await application.openLedger(id)
  await give({ type: 'Withdraw', accountId: EVERYDAY, amount: 90 })
  await sandboxes.discardBranch(id)
  expect(await application.head()).toEqual(before)
  expect(await sandboxes.branches()).toEqual([])
  await expect(sandboxes.discardBranch('local-1')).rejects.toMatchObject({ code: 'invalid-command' })
})

test('what makes no sense is refused in words, and nothing is made', async () => {
  const { application, sandboxes, salary } = await household()
  const accounts = await application.events({ from: 1, to: 1 })
  const calls = [
    () => sandboxes.branch({ name: ' ' }),
    () => sandboxes.branch({ name: 'x', without: ['nothing'] }),
    () => sandboxes.branch({ name: 'x', at: { position: 2 }, without: [salary] }),
    () => sandboxes.branch({ name: 'x', moved: [{ eventId: salary }] }),
    () => sandboxes.branch({ name: 'x', moved: [{ eventId: salary, amount: 0.5 }] }),
    () => sandboxes.branch({ name: 'x', moved: [{ eventId: salary, effectiveOn: '2026-02-30' }] }),
    () => sandboxes.branch({ name: 'x', moved: [{ eventId: accounts[0]?.eventId ?? '', amount: 5 }] }),
    () => sandboxes.compareBranch('local-1'),
    () => sandboxes.branchVerdicts('nowhere'),
  ]
  for (const call of calls) await expect(call(), String(call)).rejects.toMatchObject({ code: 'invalid-command' })
  await expect(sandboxes.branch({ name: 'x', at: { effectiveOn: '2026-11-01' } })).rejects.toMatchObject({
    code: 'invalid-moment',
  })
  expect(await application.ledgers()).toHaveLength(1)
})

test('a branch whose ledger was removed can still be looked at, but gives to nobody', async () => {
  const { application, sandboxes } = await household()
  const { id } = await sandboxes.branch({ name: 'Left over' })
  await application.openLedger(id)
  await application.removeLedger('local-1', { confirmName: 'My ledger' })
  expect(await sandboxes.compareBranch(id)).toMatchObject({ hasOriginal: false, totals: [{ original: null }] })
  await expect(sandboxes.branchVerdicts(id)).rejects.toMatchObject({ code: 'invalid-command' })
})

test('a cancelled branch leaves nothing behind', async () => {
  const { application, sandboxes } = await household()
  const signal = AbortSignal.abort()
  await expect(sandboxes.branch({ name: 'x', signal })).rejects.toMatchObject({ name: 'AbortError' })
  expect(await application.ledgers()).toHaveLength(1)
})
