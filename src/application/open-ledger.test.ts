import { describe, expect, test } from 'vitest'
import type { StreamState } from '../domain/stream-state'
import type { EventLog } from '../event-log/event-log'
import { balancesAt } from '../time-travel/balances-at'
import { resolveMoment } from '../time-travel/resolve-moment'
import type { OpenLedger } from './open-ledger'
import { crashingLog, memoryLog, openLedger } from './testing/memory-ledger'

const EVERYDAY = '0190a000-0000-7000-8000-00000000000a'
const SAVINGS = '0190a000-0000-7000-8000-00000000000b'

async function twoAccounts(
  log: EventLog<StreamState> = memoryLog(),
): Promise<{ ledger: OpenLedger; log: EventLog<StreamState> }> {
  const ledger = await openLedger(log)
  await ledger.dispatch({ type: 'OpenAccount', accountId: EVERYDAY, name: 'Everyday', currency: 'EUR' })
  await ledger.dispatch({ type: 'OpenAccount', accountId: SAVINGS, name: 'Savings', currency: 'EUR' })
  await ledger.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 10_000 })
  return { ledger, log }
}

const balances = ({ timeline }: OpenLedger) => [...balancesAt(timeline, resolveMoment(timeline, 'now'))]
const types = async (log: EventLog<StreamState>) => {
  const list: string[] = []
  for await (const event of log.readAll()) list.push(event.type)
  return list
}
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('commands', () => {
  test('[CD1] a receipt is given when the projections show the events', async () => {
    const { ledger } = await twoAccounts()
    const receipt = await ledger.dispatch({ type: 'Withdraw', accountId: EVERYDAY, amount: 5_000 })
    expect(receipt).toMatchObject({ duplicate: false, position: 4 })
    expect(ledger.timeline.size).toBe(4)
    expect(balances(ledger)).toEqual([5_000, 0])
  })

  test('[CD2] the same commandId again gives the first receipt and records nothing', async () => {
    const { ledger, log } = await twoAccounts()
    const command = { type: 'Deposit', accountId: EVERYDAY, amount: 700 }
    const first = await ledger.dispatch(command, { commandId: 'a' })
    // The order of keys is no difference.
    const again = await ledger.dispatch({ amount: 700, accountId: EVERYDAY, type: 'Deposit' }, { commandId: 'a' })
    expect(again).toEqual({ ...first, duplicate: true })
    expect((await log.head()).size).toBe(4)
    await expect(ledger.dispatch({ ...command, amount: 701 }, { commandId: 'a' })).rejects.toMatchObject({
      code: 'command-id-reused',
    })
    await expect(ledger.dispatch({ type: 'Nonsense' }, { commandId: 'a' })).rejects.toMatchObject({
      code: 'command-id-reused',
    })
  })

  test('[CD3] what is refused records nothing and harms no other command', async () => {
    const { ledger, log } = await twoAccounts()
    const results = await Promise.all([
      ledger.dispatch({ type: 'Withdraw', accountId: EVERYDAY, amount: 6_000 }),
      refusal(ledger.dispatch({ type: 'Withdraw', accountId: EVERYDAY, amount: 6_000 })),
      ledger.dispatch({ type: 'Withdraw', accountId: EVERYDAY, amount: 4_000 }),
    ])
    expect(results[1]).toMatchObject({ name: 'CommandRejected', code: 'insufficient-funds' })
    expect(balances(ledger)).toEqual([0, 0])
    expect((await log.head()).size).toBe(5)
  })

  test('[CD4] commands take effect in the order given, also where one has to look something up first', async () => {
    const { ledger, log } = await twoAccounts()
    const unknown = '0190a000-0000-7000-8000-0000000000aa'
    await Promise.all([
      refusal(ledger.dispatch({ type: 'ReverseEntry', accountId: EVERYDAY, entryId: unknown })),
      ledger.dispatch({
        type: 'AnnotateEntry',
        accountId: EVERYDAY,
        entryId: ledger.timeline.eventId(2),
        memo: 'first',
      }),
      ledger.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 1 }),
      ledger.dispatch({ type: 'RenameAccount', accountId: EVERYDAY, name: 'Third' }),
    ])
    expect((await types(log)).slice(3)).toEqual(['EntryAnnotated', 'Deposited', 'AccountRenamed'])
  })

  test('[CD3] options that make no sense are refused in words', async () => {
    const { ledger } = await twoAccounts()
    const command = { type: 'Deposit', accountId: EVERYDAY, amount: 1 }
    for (const options of [{ commandId: '' }, { expectedRevision: -1 }, { expectedRevision: 1.5 }]) {
      await expect(ledger.dispatch(command, options)).rejects.toMatchObject({ code: 'invalid-command' })
    }
  })

  test('an expected revision that is wrong names both revisions', async () => {
    const { ledger } = await twoAccounts()
    const command = { type: 'Deposit', accountId: EVERYDAY, amount: 1 }
    await expect(ledger.dispatch(command, { expectedRevision: 1 })).rejects.toMatchObject({
      name: 'WrongExpectedRevisionError',
      streamId: `account-${EVERYDAY}`,
      expectedRevision: 1,
      actualRevision: 2,
    })
    await expect(ledger.dispatch(command, { expectedRevision: 2 })).resolves.toMatchObject({ position: 4 })
  })

  test('a reversal without a position hint finds its entry, and a wrong hint does no harm', async () => {
    const { ledger } = await twoAccounts()
    const [paid] = (await ledger.dispatch({ type: 'Withdraw', accountId: EVERYDAY, amount: 5_000 })).events
    const reverse = { type: 'ReverseEntry', accountId: EVERYDAY, entryId: paid?.eventId, position: 1 }
    await ledger.dispatch(reverse)
    expect(balances(ledger)).toEqual([10_000, 0])
    await expect(ledger.dispatch(reverse)).rejects.toMatchObject({ code: 'already-reversed' })
  })

  test('the sum of all amounts of a currency stays a safe integer', async () => {
    const { ledger } = await twoAccounts()
    const amount = Number.MAX_SAFE_INTEGER - 10_000
    await ledger.dispatch({ type: 'Deposit', accountId: SAVINGS, amount })
    await expect(ledger.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 1 })).rejects.toMatchObject({
      code: 'amount-too-large',
    })
  })
})

describe('transfers', () => {
  const transfer = { type: 'Transfer', fromAccountId: EVERYDAY, toAccountId: SAVINGS, amount: 2_000 }
  const STEPS = ['TransferInitiated', 'TransferSent', 'TransferReceived', 'TransferCompleted']

  test('a transfer resolves when it is completed, with all its events in order and one correlation', async () => {
    const { ledger } = await twoAccounts()
    const receipt = await ledger.dispatch(transfer, { commandId: 'move' })
    expect(receipt.events.map((event) => event.type)).toEqual(STEPS)
    expect(new Set(receipt.events.map((event) => event.metadata.correlationId))).toEqual(new Set(['move']))
    expect(receipt.events[2]?.metadata.causationId).toBe(receipt.events[1]?.eventId)
    expect(balances(ledger)).toEqual([8_000, 2_000])
    expect(await ledger.dispatch(transfer, { commandId: 'move' })).toEqual({ ...receipt, duplicate: true })
  })

  test.each([1, 2, 3, 4])(
    '[TP2] killed before transaction %i, the transfer is whole or absent after the next start',
    async (crashAt) => {
      const { log } = await twoAccounts()
      const dying = await openLedger(crashingLog(log, crashAt))
      await refusal(dying.dispatch(transfer, { commandId: 'move' }))
      dying.projector.close()
      const ledger = await openLedger(log)
      const moved = crashAt > 1
      expect(balances(ledger)).toEqual(moved ? [8_000, 2_000] : [10_000, 0])
      expect((await types(log)).slice(3)).toEqual(moved ? STEPS : [])
      // The command sent again after the crash tells its receipt, and takes no step twice.
      const receipt = await ledger.dispatch(transfer, { commandId: 'move' })
      expect(receipt).toMatchObject({ duplicate: moved, position: 7 })
      expect((await types(log)).slice(3)).toEqual(STEPS)
    },
  )

  test('what is in transit keeps its place in the sum of amounts, so that it can always arrive', async () => {
    const { ledger, log } = await twoAccounts()
    const dying = await openLedger(crashingLog(log, 2))
    await refusal(dying.dispatch(transfer))
    await ledger.projector.waitFor(5)
    const left = Number.MAX_SAFE_INTEGER - 10_000 - 2_000
    const deposit = (amount: number) => ledger.dispatch({ type: 'Deposit', accountId: SAVINGS, amount })
    await expect(deposit(left)).rejects.toMatchObject({ code: 'amount-too-large' })
    await deposit(left - 2_000)
    const next = await openLedger(log)
    expect((await types(log)).at(-1)).toBe('TransferCompleted')
    expect(balances(next)).toEqual([8_000, left])
  })

  test('[TP1] two starts at once finish an interrupted transfer once', async () => {
    const { log } = await twoAccounts()
    const dying = await openLedger(crashingLog(log, 2))
    await refusal(dying.dispatch(transfer))
    const [one, two] = await Promise.all([openLedger(log), openLedger(log)])
    expect((await types(log)).slice(3)).toEqual(STEPS)
    expect([balances(one), balances(two)]).toEqual([
      [8_000, 2_000],
      [8_000, 2_000],
    ])
  })

  test('[TP2] a receiver closed in between gets nothing: the money goes back and the transfer fails', async () => {
    const { log } = await twoAccounts()
    const dying = await openLedger(crashingLog(log, 2))
    await refusal(dying.dispatch(transfer))
    dying.projector.close()
    // Closing needs a balance of 0, which Savings has while the money is in transit.
    const { events } = await closeDirectly(log)
    expect(events).toBe('AccountClosed')
    const ledger = await openLedger(log)
    expect((await types(log)).slice(3)).toEqual([
      'TransferInitiated',
      'TransferSent',
      'AccountClosed',
      'TransferReturned',
      'TransferFailed',
    ])
    expect(balances(ledger)).toEqual([10_000, 0])
  })

  /** As another tab would, without the start that finishes transfers. */
  async function closeDirectly(log: EventLog<StreamState>): Promise<{ events: string }> {
    const result = await log.transact({ streamIds: [`account-${SAVINGS}`] }, () => ({
      append: [
        {
          streamId: `account-${SAVINGS}`,
          eventId: '0190a000-0000-7000-8000-0000000000ff',
          type: 'AccountClosed',
          schemaVersion: 1,
          data: { closedOn: '2026-11-23' },
          metadata: {},
        },
      ],
    }))
    return { events: result.kind === 'appended' ? (result.events[0]?.type ?? '') : '' }
  }
})
