/** What holds whatever is asked, in whatever order, refused or repeated. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../event-log/canonical-json'
import type { JsonValue } from '../../event-log/recorded-event'
import type { Command } from '../commands'
import { checkEventData } from '../event-schema'
import { MAX_MINOR } from '../money'
import { parseStreamId } from '../stream-id'
import { decisionState } from '../stream-state'
import { SpecificationLedger, uuid } from './decider-specification'

const ACCOUNTS = [1, 2, 3, 4].map(uuid)
const TRANSFERS = [50, 51, 52].map(uuid)
const CURRENCIES = ['EUR', 'USD', 'JPY']

const accountId = fc.constantFrom(...ACCOUNTS, uuid(9))
const amount = fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: MAX_MINOR }))
const date = fc.constantFrom('0001-01-01', '2026-01-31', '2026-11-23', '9999-12-31')
const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const name = text.map((value) => `x${value}`)
const limit = fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: null })
/** Which event so far, as a number to be taken modulo their count. */
const which = fc.nat({ max: 40 })

type Move =
  | { readonly kind: 'command'; readonly command: Command }
  | {
      readonly kind: 'entry'
      readonly verb: 'ReverseEntry' | 'AnnotateEntry'
      readonly accountId: string
      readonly which: number
    }
  | { readonly kind: 'step'; readonly transferId: string; readonly ending: 'complete' | 'return' }

const transfer = fc.record(
  {
    type: fc.constant('Transfer' as const),
    transferId: fc.constantFrom(...TRANSFERS),
    fromAccountId: accountId,
    toAccountId: accountId,
    amount,
    toAmount: amount,
    effectiveOn: date,
    memo: text,
  },
  { requiredKeys: ['type', 'transferId', 'fromAccountId', 'toAccountId', 'amount'] },
)
const moveMoney = fc.record(
  {
    type: fc.constantFrom('Deposit' as const, 'Deposit' as const, 'Withdraw' as const),
    accountId,
    amount,
    effectiveOn: date,
    payee: text,
    externalId: text,
  },
  { requiredKeys: ['type', 'accountId', 'amount'] },
)
const lifecycle: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('RenameLedger' as const), name }),
  fc.record({
    type: fc.constant('OpenAccount' as const),
    accountId,
    name,
    currency: fc.constantFrom(...CURRENCIES),
    overdraftLimit: limit,
  }),
  fc.record({ type: fc.constant('RenameAccount' as const), accountId, name }),
  fc.record({ type: fc.constant('SetOverdraftLimit' as const), accountId, overdraftLimit: limit }),
  fc.record({ type: fc.constantFrom('CloseAccount' as const, 'ReopenAccount' as const), accountId }),
  fc.record({
    type: fc.constant('AssertBalance' as const),
    accountId,
    balance: fc.maxSafeInteger(),
    effectiveOn: date,
  }),
)
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('command' as const), command: moveMoney }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('command' as const), command: transfer }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('command' as const), command: lifecycle }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('entry' as const),
      verb: fc.constantFrom('ReverseEntry' as const, 'AnnotateEntry' as const),
      accountId,
      which,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('step' as const),
      transferId: fc.constantFrom(...TRANSFERS),
      ending: fc.constantFrom('complete' as const, 'return' as const),
    }),
  },
)

/** A ledger with four accounts, two of them of one currency, after whatever was asked of it. */
function played(
  moves: readonly Move[],
  afterEach: (ledger: SpecificationLedger) => void = () => {},
): SpecificationLedger {
  const ledger = new SpecificationLedger()
  ACCOUNTS.forEach((id, index) => {
    const currency = ['EUR', 'EUR', 'USD', 'JPY'][index] ?? 'EUR'
    ledger.dispatch({ type: 'OpenAccount', accountId: id, name: `Account ${index}`, currency, overdraftLimit: null })
  })
  for (const each of moves) {
    play(ledger, each)
    afterEach(ledger)
  }
  return ledger
}

function play(ledger: SpecificationLedger, move: Move): void {
  if (move.kind === 'command') {
    ledger.dispatch(move.command)
    return
  }
  if (move.kind === 'step') {
    if (ledger.transfer(move.transferId)) ledger.step(move.transferId, move.ending)
    return
  }
  const entryId = ledger.events[move.which % ledger.events.length]?.eventId ?? ''
  if (move.verb === 'ReverseEntry') ledger.dispatch({ type: 'ReverseEntry', accountId: move.accountId, entryId })
  else ledger.dispatch({ type: 'AnnotateEntry', accountId: move.accountId, entryId, memo: 'corrected' })
}

/** The sum of effects, taken from the events alone and in exact arithmetic. */
function balanceByEvents(ledger: SpecificationLedger, accountId: string): bigint {
  const signs: Readonly<Record<string, bigint>> = {
    Deposited: 1n,
    Withdrawn: -1n,
    TransferSent: -1n,
    TransferReceived: 1n,
    TransferReturned: 1n,
  }
  let balance = 0n
  for (const event of ledger.events) {
    if (event.streamId !== `account-${accountId}`) continue
    const undone = ledger.events.find(({ eventId }) => eventId === event.data.entryId)?.type
    const sign = event.type === 'EntryReversed' ? -(signs[undone ?? ''] ?? 0n) : (signs[event.type] ?? 0n)
    if (sign !== 0n) balance += sign * BigInt(Number(event.data.amount))
  }
  return balance
}

function totalOf(ledger: SpecificationLedger, currency: string): bigint {
  let total = 0n
  for (const state of ledger.states.values()) {
    if (state.kind === 'account' && state.currency === currency) total += BigInt(state.balance)
    // In transit: sent, and neither received nor returned. Between currencies it is worth what was sent.
    if (state.kind !== 'transfer' || !state.sent || state.received || state.returned) continue
    if (ledger.account(state.fromAccountId)?.currency === currency) total += BigInt(state.amount)
  }
  return total
}

const moves = fc.array(move, { maxLength: 60, size: 'max' })

describe('whatever is asked', () => {
  test('[D7] the balance is the sum of the effects', () => {
    fc.assert(
      fc.property(moves, (asked) => {
        const ledger = played(asked)
        for (const id of ACCOUNTS) expect(BigInt(ledger.balance(id) ?? 0)).toBe(balanceByEvents(ledger, id))
      }),
    )
  })

  test('[D35] transfers within a currency never make or lose money', () => {
    fc.assert(
      fc.property(moves, (asked) => {
        const ledger = played([])
        for (const each of asked) {
          const before = CURRENCIES.map((currency) => totalOf(ledger, currency))
          const size = ledger.events.length
          play(ledger, each)
          const recorded = ledger.events.slice(size)
          const moved = recorded.some(({ type }) => ['Deposited', 'Withdrawn', 'EntryReversed'].includes(type))
          const exchanged = recorded.some(
            (event) => event.type === 'TransferReceived' && betweenCurrencies(ledger, event.data.transferId),
          )
          if (!moved && !exchanged) expect(CURRENCIES.map((currency) => totalOf(ledger, currency))).toEqual(before)
        }
      }),
    )
  })

  test('[D34] a transfer that is driven on comes to its end, with the money in one place', () => {
    fc.assert(
      fc.property(moves, (asked) => {
        const ledger = played(asked)
        for (const id of TRANSFERS) {
          for (let step = 0; step < 4 && ledger.transfer(id); step++) ledger.step(id)
          const state = ledger.transfer(id)
          if (!state) continue
          expect(state.ended).not.toBeNull()
          expect([state.received, state.returned]).toEqual([state.ended === 'completed', state.ended === 'failed'])
        }
      }),
    )
  })

  test('[D26] no withdrawal or transfer passes the overdraft limit', () => {
    fc.assert(
      fc.property(moves, (asked) => {
        const seen = { size: 0 }
        played(asked, (ledger) => {
          for (const event of ledger.events.slice(seen.size)) {
            if (event.type !== 'Withdrawn' && event.type !== 'TransferSent') continue
            const account = ledger.account(parseStreamId(event.streamId)?.id ?? '')
            expect(account?.status).toBe('open')
            if (account && account.overdraftLimit !== null) {
              expect(account.balance).toBeGreaterThanOrEqual(-account.overdraftLimit)
            }
          }
          seen.size = ledger.events.length
        })
      }),
    )
  })

  test('[D32] the amounts of a currency stay an exact sum, what is in transit included', () => {
    fc.assert(
      fc.property(moves, (asked) => {
        const ledger = played(asked)
        for (const currency of CURRENCIES) expect(Number.isSafeInteger(ledger.turnoverOf(currency))).toBe(true)
      }),
    )
  })

  test('[D6] every event that is decided passes the schema, is canonical JSON and can be folded', () => {
    fc.assert(
      fc.property(moves, (asked) => {
        const ledger = played(asked)
        for (const event of ledger.events) {
          const category = parseStreamId(event.streamId)?.category ?? ''
          expect(checkEventData(category, event.type, event.schemaVersion, event.data)).toBeUndefined()
          expect(JSON.parse(canonicalJson(event as unknown as JsonValue))).toStrictEqual(event)
        }
      }),
    )
  })

  test('[D10] folding what was written and read again gives the same states', () => {
    fc.assert(
      fc.property(moves, (asked) => {
        const ledger = played(asked)
        const again: SpecificationLedger['states'] = new Map()
        for (const event of structuredClone(ledger.events)) {
          for (const id of decisionState.touches(event)) again.set(id, decisionState.evolve(again.get(id), event, id))
        }
        expect(again).toEqual(ledger.states)
      }),
    )
  })
})

function betweenCurrencies(ledger: SpecificationLedger, transferId: unknown): boolean {
  const state = ledger.transfer(String(transferId))
  return ledger.account(state?.fromAccountId ?? '')?.currency !== ledger.account(state?.toAccountId ?? '')?.currency
}
