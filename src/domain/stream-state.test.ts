import { describe, expect, test } from 'vitest'
import type { RecordedEvent } from '../event-log/recorded-event'
import {
  CHECKING,
  closed,
  deposited,
  given,
  LEDGER_ID,
  opened,
  SAVINGS,
  uuid,
  withdrawn,
} from './deciders/decider-specification'
import { accountStream, ledgerStream, transferStream } from './stream-id'
import { decisionState, makeDecisionState } from './stream-state'

const TRANSFER = uuid(50)

function reversal(metadata: RecordedEvent['metadata']): RecordedEvent {
  return {
    globalPosition: 9,
    streamId: accountStream(CHECKING),
    streamRevision: 3,
    eventId: uuid(60),
    type: 'EntryReversed',
    schemaVersion: 1,
    recordedAt: '2026-11-23T06:15:00.123Z',
    data: { entryId: uuid(61), amount: 100, effectiveOn: '2026-11-23' },
    metadata,
  }
}

describe('accounts', () => {
  test('[D7] the balance is the sum of the effects, whatever the value date', () => {
    const { ledger } = given(
      opened(CHECKING),
      deposited(CHECKING, 500, '2099-01-01'),
      withdrawn(CHECKING, 120, '1999-01-01'),
    )
    expect(ledger.balance(CHECKING)).toBe(380)
  })

  test('[D7] names, limits and status follow the lifecycle', () => {
    const streamId = accountStream(CHECKING)
    const { ledger } = given(
      opened(CHECKING),
      { streamId, type: 'AccountRenamed', data: { name: 'Everyday' } },
      { streamId, type: 'OverdraftLimitChanged', data: { overdraftLimit: null } },
      closed(CHECKING),
    )
    expect(ledger.account(CHECKING)).toMatchObject({ name: 'Everyday', overdraftLimit: null, status: 'closed' })
    ledger.record({ streamId, type: 'AccountReopened', data: { reopenedOn: '2026-03-02' } })
    expect(ledger.account(CHECKING)?.status).toBe('open')
  })

  test('[D7] words and assertions change nothing that a decision needs', () => {
    const { ledger } = given(opened(CHECKING), deposited(CHECKING, 500))
    const before = ledger.account(CHECKING)
    const streamId = accountStream(CHECKING)
    ledger.record({ streamId, type: 'EntryAnnotated', data: { entryId: ledger.lastId(), memo: 'rent' } })
    ledger.record({ streamId, type: 'BalanceAsserted', data: { balance: 1, effectiveOn: '2026-02-01' } })
    expect(ledger.account(CHECKING)).toEqual(before)
  })

  test('[D7] an entry of an account that was never opened is a broken log', () => {
    expect(() => given(deposited(CHECKING, 500))).toThrow('cannot stand here')
  })

  test.each([
    ['account', 'LedgerRenamed', { name: 'x' }],
    ['account', 'TransferInitiated', {}],
    ['account', 'TransferCompleted', {}],
    ['account', 'TransferFailed', {}],
    ['ledger', 'AccountRenamed', { name: 'x' }],
    ['transfer', 'TransferCompleted', {}],
    ['transfer', 'AccountRenamed', { name: 'x' }],
  ])('[D7] a stream %s with %s where it cannot be is a broken log', (category, type, data) => {
    const event = { ...reversal({}), streamId: `${category}-${uuid(70)}`, type, data } as RecordedEvent
    const account = given(opened(CHECKING)).ledger.account(CHECKING)
    const words = `Event 9, ${type}, cannot stand here in ${event.streamId}`
    for (const before of [account, undefined]) {
      let thrown: unknown
      try {
        decisionState.evolve(category === 'transfer' ? undefined : before, event, event.streamId)
      } catch (error) {
        thrown = error
      }
      expect(thrown).toEqual(new Error(words))
    }
  })

  test('[D7] a stream of another name, and a type that nobody knows, stop the fold', () => {
    expect(() => decisionState.evolve(undefined, reversal({}), 'nonsense')).toThrow('nonsense is no stream of a ledger')
    const account = given(opened(CHECKING)).ledger.account(CHECKING)
    const event = { ...reversal({}), type: 'Nonsense' }
    expect(() => decisionState.evolve(account, event, event.streamId)).toThrow('Event 9 has the unknown type Nonsense')
  })
})

describe('reversals', () => {
  const before = given(opened(CHECKING), deposited(CHECKING, 500)).ledger.account(CHECKING)
  const streamId = accountStream(CHECKING)

  test('[D8] metadata says the sign and the place', () => {
    const event = reversal({ reverses: 'Deposited', reversedPosition: 2 })
    expect(decisionState.evolve(before, event, streamId)).toMatchObject({ balance: 400, reversed: [2] })
    const other = reversal({ reverses: 'Withdrawn', reversedPosition: 2 })
    expect(decisionState.evolve(before, other, streamId)).toMatchObject({ balance: 600, reversed: [2] })
  })

  test('[D8] what the reader of the log knows stands above the metadata', () => {
    const state = makeDecisionState({ reversalOf: () => ({ reverses: 'Withdrawn', position: 7 }) })
    const lying = reversal({ reverses: 'Deposited', reversedPosition: 2 })
    expect(state.evolve(before, lying, streamId)).toMatchObject({ balance: 600, reversed: [7] })
  })

  test('[D8] a reader that knows nothing leaves it to the metadata', () => {
    const state = makeDecisionState({ reversalOf: () => undefined })
    const event = reversal({ reverses: 'Deposited', reversedPosition: 2 })
    expect(state.evolve(before, event, streamId)).toMatchObject({ balance: 400, reversed: [2] })
  })

  test.each([{}, { reverses: 'TransferSent', reversedPosition: 2 }, { reverses: 'Deposited' }])(
    '[D8] with metadata %j no sign is guessed',
    (metadata) => {
      expect(() => decisionState.evolve(before, reversal(metadata), streamId)).toThrow('Event 9 reverses')
    },
  )
})

// In this order: each step goes on from the one before.
describe('transfers and the ledger', { shuffle: false }, () => {
  const { ledger } = given(opened(CHECKING), opened(SAVINGS), deposited(CHECKING, 500))
  ledger.dispatch({
    type: 'Transfer',
    transferId: TRANSFER,
    fromAccountId: CHECKING,
    toAccountId: SAVINGS,
    amount: 200,
    effectiveOn: '2026-05-01',
    memo: 'rent',
  })

  test('[D9] sending touches the account and the transfer', () => {
    const sent = ledger.events.at(-1) as RecordedEvent
    expect(decisionState.touches(sent)).toEqual([accountStream(CHECKING), transferStream(TRANSFER)])
    expect(ledger.balance(CHECKING)).toBe(300)
    expect(ledger.transfer(TRANSFER)).toEqual({
      kind: 'transfer',
      transferId: TRANSFER,
      fromAccountId: CHECKING,
      toAccountId: SAVINGS,
      amount: 200,
      toAmount: 200,
      effectiveOn: '2026-05-01',
      memo: 'rent',
      sent: true,
      received: false,
      returned: false,
      ended: null,
      commandId: 'a-command',
    })
  })

  test.each([[{}], [{ memo: '' }], [{ category: 'Home' }], [{ memo: 'rent', category: 'Home' }]])(
    '[D10] a transfer keeps the words it was given, and no others: %j',
    (words) => {
      const data = { fromAccountId: CHECKING, toAccountId: SAVINGS, amount: 2, toAmount: 2, effectiveOn: '2026-05-01' }
      const streamId = transferStream(TRANSFER)
      const event = { ...reversal({ commandId: 5 }), streamId, type: 'TransferInitiated', data: { ...data, ...words } }
      expect(decisionState.evolve(undefined, event, streamId)).toStrictEqual({
        kind: 'transfer',
        transferId: TRANSFER,
        ...data,
        ...words,
        ...{ sent: false, received: false, returned: false, ended: null },
        // Where the log's word for it is none, it does not say.
        commandId: null,
      })
    },
  )

  test('[D9] other entries touch their account only', () => {
    expect(decisionState.touches(ledger.events[2] as RecordedEvent)).toEqual([accountStream(CHECKING)])
  })

  test('[D10] states survive JSON and structured clone unchanged', () => {
    for (const state of ledger.states.values()) {
      expect(structuredClone(state)).toStrictEqual(state)
      expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state)
    }
  })

  test('[D21] a ledger has the name it was given last', () => {
    ledger.dispatch({ type: 'RenameLedger', name: 'Household' })
    expect(ledger.states.get(ledgerStream(LEDGER_ID))).toEqual({
      kind: 'ledger',
      ledgerId: LEDGER_ID,
      name: 'Household',
    })
    expect(decisionState.ledgerName(ledger.events.at(-1) as RecordedEvent)).toBe('Household')
    expect(decisionState.ledgerName(ledger.events[0] as RecordedEvent)).toBeUndefined()
  })
})
