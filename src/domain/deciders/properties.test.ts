/** What holds whatever is asked, in whatever order, refused or repeated. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../event-log/canonical-json'
import type { JsonValue } from '../../event-log/recorded-event'
import { checkEventData } from '../event-schema'
import { parseStreamId } from '../stream-id'
import { decisionState } from '../stream-state'
import { ACCOUNTS, CURRENCIES, type Move, moves, TRANSFERS } from './arbitrary-moves'
import { SpecificationLedger } from './decider-specification'

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
  const event = ledger.events[move.which % ledger.events.length]
  const entryId = event?.eventId ?? ''
  const accountId = move.accountId ?? parseStreamId(event?.streamId)?.id ?? ''
  if (move.verb === 'ReverseEntry') ledger.dispatch({ type: 'ReverseEntry', accountId, entryId })
  else ledger.dispatch({ type: 'AnnotateEntry', accountId, entryId, memo: 'corrected' })
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
