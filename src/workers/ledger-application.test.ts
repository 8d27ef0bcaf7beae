/** The whole application over plain memory: several ledgers, queries at moments, exchange between ledgers. */
import { describe, expect, test } from 'vitest'
import { LedgerApplication } from '../application/ledger-application'
import { testEnvironment } from '../application/testing/memory-ledger'
import { memoryBackend } from './testing/memory-backend'

const EVERYDAY = '0190a000-0000-7000-8000-00000000000a'
const SAVINGS = '0190a000-0000-7000-8000-00000000000b'

async function household(): Promise<LedgerApplication> {
  const application = new LedgerApplication('1.2.3', memoryBackend(), testEnvironment)
  await application.ready
  await application.dispatch({ type: 'OpenAccount', accountId: EVERYDAY, name: 'Everyday', currency: 'EUR' })
  await application.dispatch({
    type: 'Deposit',
    accountId: EVERYDAY,
    amount: 10_000,
    effectiveOn: '2026-11-01',
    payee: 'Salary',
  })
  await application.dispatch({
    type: 'Withdraw',
    accountId: EVERYDAY,
    amount: 5_000,
    effectiveOn: '2026-10-01',
    memo: 'Rent',
  })
  await application.dispatch({ type: 'OpenAccount', accountId: SAVINGS, name: 'Savings', currency: 'EUR' })
  return application
}

describe('queries', () => {
  test('accounts and balances at a moment; those not yet opened are left out', async () => {
    const application = await household()
    expect(await application.accounts()).toMatchObject([
      { id: EVERYDAY, name: 'Everyday', status: 'open', balance: 5_000, revision: 3, exponent: 2, overdraftLimit: 0 },
      { id: SAVINGS, balance: 0 },
    ])
    expect(await application.accounts({ position: 2 })).toMatchObject([{ id: EVERYDAY, balance: 10_000, revision: 2 }])
    expect(await application.balance(EVERYDAY, { effectiveOn: '2026-10-31' })).toBe(-5_000)
    expect(application.balancesAt({ position: 2 })).toEqual({
      ids: [EVERYDAY, SAVINGS],
      minor: Float64Array.of(10_000, 0),
    })
  })

  test('history is newest first by value date, paged and searched, with the balance of all entries', async () => {
    const application = await household()
    const [salary, rent] = await application.history(EVERYDAY)
    expect([salary, rent]).toMatchObject([
      { type: 'Deposited', amount: 10_000, balance: 5_000, payee: 'Salary', reversed: false },
      { type: 'Withdrawn', amount: -5_000, balance: -5_000, memo: 'Rent' },
    ])
    expect(await application.history(EVERYDAY, { limit: 1 })).toEqual([salary])
    expect(await application.history(EVERYDAY, { limit: 1, before: salary?.position ?? 0 })).toEqual([rent])
    expect(await application.history(EVERYDAY, { search: 'rEnT' })).toEqual([rent])
    expect(await application.history(EVERYDAY, { at: { position: 2 } })).toMatchObject([{ balance: 10_000 }])
  })

  test('a reversal and a correction of words show within their moment only', async () => {
    const application = await household()
    const [, rent] = await application.history(EVERYDAY)
    await application.dispatch({
      type: 'AnnotateEntry',
      accountId: EVERYDAY,
      entryId: rent?.eventId ?? '',
      memo: 'Rent, October',
    })
    await application.dispatch({
      type: 'ReverseEntry',
      accountId: EVERYDAY,
      entryId: rent?.eventId ?? '',
      reason: 'Twice',
    })
    const now = await application.history(EVERYDAY)
    expect(now.find((row) => row.position === 3)).toMatchObject({
      memo: 'Rent, October',
      reversed: true,
      reversedBy: { position: 6 },
    })
    expect(now.find((row) => row.position === 6)).toMatchObject({
      amount: 5_000,
      reverses: { position: 3 },
      reason: 'Twice',
    })
    const then = await application.history(EVERYDAY, { at: { position: 4 } })
    expect(then.find((row) => row.position === 3)).toMatchObject({ memo: 'Rent', reversed: false })
  })

  test('an account that does not exist and a malformed moment are said in words', async () => {
    const application = await household()
    await expect(application.balance('nobody')).rejects.toMatchObject({ code: 'account-not-found' })
    await expect(application.history('nobody')).rejects.toMatchObject({ code: 'account-not-found' })
    expect(() => application.balancesAt({ position: -1 })).toThrow(expect.objectContaining({ code: 'invalid-moment' }))
    await expect(application.accounts({ effectiveOn: '2026-02-30' })).rejects.toMatchObject({ code: 'invalid-moment' })
  })

  test('balances are written into the array that is given, and one that is too short is refused in words', async () => {
    const application = await household()
    const { minor } = application.balancesAt('now')
    const into = new Float64Array(minor.length + 1).fill(7)
    expect(application.balancesAt('now', into).minor).toBe(into)
    expect([...into.subarray(0, minor.length)]).toEqual([...minor])
    for (const short of [new Float64Array(minor.length - 1), [0, 0] as unknown as Float64Array])
      expect(() => application.balancesAt('now', short)).toThrow(expect.objectContaining({ code: 'invalid-command' }))
  })

  test('options that make no sense, or that there are not, are refused in words', async () => {
    const application = await household()
    const odd = (value: unknown) => value as never
    const calls = [
      () => application.dispatch({ type: 'RenameLedger', name: 'x' }, odd({ expectedRevison: 0 })),
      () => application.dispatch({ type: 'RenameLedger', name: 'x' }, odd(null)),
      () => application.history(EVERYDAY, odd({ limit: Number.NaN })),
      () => application.history(EVERYDAY, odd({ search: 5 })),
      () => application.history(EVERYDAY, { before: 999 }),
      () => application.events(odd({ from: Number.NaN })),
      () => application.events(odd(null)),
      () => application.importLog(new Blob([]), odd({ into: 'elsewhere' })),
      () => application.removeLedger('local-1', odd(undefined)),
    ]
    for (const call of calls) await expect(call(), String(call)).rejects.toMatchObject({ code: 'invalid-command' })
    expect((await application.head()).size).toBe(4)
  })

  test('events by position and by stream', async () => {
    const application = await household()
    expect((await application.events({ from: 2, to: 3 })).map((event) => event.type)).toEqual([
      'Deposited',
      'Withdrawn',
    ])
    const stream = await application.events({ streamId: `account-${SAVINGS}` })
    expect(stream.map((event) => event.globalPosition)).toEqual([4])
  })
})

describe('ledgers', () => {
  test('one is created, opened, named by its log and removed by its name', async () => {
    const application = await household()
    const id = await application.createLedger('  Club ')
    await application.openLedger(id)
    expect(await application.accounts()).toEqual([])
    await application.dispatch({ type: 'RenameLedger', name: 'Chess club' })
    expect(await application.ledgers()).toMatchObject([
      { name: 'My ledger', size: 4, current: false },
      { id, name: 'Chess club', size: 1, current: true },
    ])
    await expect(application.removeLedger(id, { confirmName: 'Club' })).rejects.toMatchObject({
      code: 'invalid-command',
    })
    await application.removeLedger(id, { confirmName: 'Chess club' })
    expect((await application.ledgers()).map((each) => each.name)).toEqual(['My ledger'])
    expect((await application.head()).size).toBe(4)
    await expect(application.openLedger('nowhere')).rejects.toMatchObject({ code: 'invalid-command' })
    await expect(application.createLedger(' ')).rejects.toMatchObject({ code: 'invalid-command' })
  })
})

describe('the desk', () => {
  test('commands given before a change of ledger are recorded there, those given after it in the next', async () => {
    const application = await household()
    const other = await application.createLedger('Other')
    const open = (name: string) => application.dispatch({ type: 'OpenAccount', name, currency: 'EUR' })
    const [first] = await Promise.all([open('Before'), application.openLedger(other)])
    await open('After')
    expect(first.position).toBe(5)
    expect((await application.accounts()).map((account) => account.name)).toEqual(['After'])
    expect(await application.ledgers()).toMatchObject([{ size: 5 }, { size: 1, current: true }])
  })

  test('a ledger that cannot be opened is said, and another can still be opened', async () => {
    const backend = memoryBackend()
    const application = new LedgerApplication('1.2.3', backend, testEnvironment)
    await application.ready
    const [bad, good] = [await application.createLedger('Bad'), await application.createLedger('Good')]
    const openLog = backend.openLog
    const fault = Object.assign(new Error('The disk is gone.'), { name: 'StorageError', code: 'unavailable' })
    Object.assign(backend, {
      openLog: (entry: { localId: string }) =>
        entry.localId === bad ? Promise.reject(fault) : openLog(entry as Parameters<typeof openLog>[0]),
    })
    await expect(application.openLedger(bad)).rejects.toBe(fault)
    expect(application.desk).toMatchObject({ failure: fault, progress: null, localId: '' })
    await application.openLedger(good)
    expect(application.desk).toMatchObject({ failure: null, progress: null, localId: good })
  })
})

describe('exchange', () => {
  test('an exported log is restored in another ledger with the same root and balances at every position', async () => {
    const application = await household()
    const before = await application.head()
    const file = await application.exportLog()
    expect(await application.importLog(file)).toMatchObject({ result: 'already-present', added: 0 })
    expect(await application.importLog(file, { into: 'new', dryRun: true })).toMatchObject({
      result: 'restored',
      added: 4,
    })
    expect(await application.ledgers()).toHaveLength(1)
    const balances = [0, 1, 2, 3, 4].map((position) => [...application.balancesAt({ position }).minor])
    expect(await application.importLog(file, { into: 'new' })).toMatchObject({ result: 'restored', sealed: true })
    expect(await application.head()).toEqual(before)
    expect([0, 1, 2, 3, 4].map((position) => [...application.balancesAt({ position }).minor])).toEqual(balances)
    expect(await application.verify()).toMatchObject({ ok: true, size: 4, rootHash: before.rootHash })
  })

  test('an export as of a past moment is a sound log of that size', async () => {
    const application = await household()
    const [, second] = await application.events()
    for (const at of [{ position: 2 }, { recordedAt: second?.recordedAt ?? '' }]) {
      const file = JSON.parse(await (await application.exportLog({ at })).text())
      expect(file.size).toBe('position' in at ? 2 : 4)
    }
    const gzipped = new Uint8Array(
      await (await application.exportLog({ gzip: true, at: { position: 2 } })).arrayBuffer(),
    )
    expect([...gzipped.subarray(0, 2)]).toEqual([0x1f, 0x8b])
  })

  test('an export is cut at a position or an instant, and only a file is imported', async () => {
    const application = await household()
    for (const at of [{ position: -1 }, { effectiveOn: '2026-11-01' }, { recordedAt: 'yesterday' }] as {
      position: number
    }[]) {
      await expect(application.exportLog({ at })).rejects.toMatchObject({ code: 'invalid-moment' })
    }
    const text = '[]' as unknown as Blob
    await expect(application.importLog(text)).rejects.toMatchObject({ code: 'not-this-format' })
  })

  test('a failed import into a new ledger leaves no ledger behind', async () => {
    const application = await household()
    await expect(application.importLog(new Blob(['nonsense']), { into: 'new' })).rejects.toMatchObject({
      name: 'LogFormatError',
      code: 'not-json',
    })
    expect(await application.ledgers()).toHaveLength(1)
  })

  test('an import while another runs is refused as busy, and a cancelled one changes nothing', async () => {
    const application = await household()
    const file = await application.exportLog()
    const results = await Promise.allSettled([application.importLog(file), application.importLog(file)])
    expect(results).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { name: 'ImportRefusedError', code: 'busy' } },
    ])
    await expect(application.importLog(file, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect((await application.head()).size).toBe(4)
  })
})
