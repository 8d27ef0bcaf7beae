/** A log replayed with changes, held against plain folds of what went in and what came out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../event-log/canonical-json'
import type { JsonValue, RecordedEvent } from '../../event-log/recorded-event'
import { LogChecker } from '../../exchange/log-checker'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { naiveBalances, naiveEntries } from '../../projections/testing/naive-ledger'
import type { Changes, EntryMove } from './changes'
import { subjectOf } from './event-as-command'
import type { Outcome } from './replay'
import { arbitraryHonestLog } from './testing/honest-log'
import { household, replayed } from './testing/replayed'

const encoder = new TextEncoder()
const logs = fc.oneof(arbitraryLog(80), arbitraryHonestLog())
const entryTypes = ['Deposited', 'Withdrawn', 'TransferSent', 'TransferReceived', 'EntryReversed']

/** Any log, some events of which are left out and some entries moved. */
const changedLogs = logs.chain((log) => {
  const entries = log.filter((event) => entryTypes.includes(event.type))
  const move = fc.record<EntryMove>({ effectiveOn: fc.constant('2024-02-29') })
  const moveAmount = fc.record<EntryMove>({ amount: fc.integer({ min: 1, max: 2 ** 41 }) })
  const some = <Item>(items: readonly Item[]) =>
    items.length === 0 ? fc.constant([]) : fc.subarray([...items], { maxLength: Math.min(4, items.length) })
  return fc.record({
    log: fc.constant(log),
    without: some(log),
    moved: some(entries),
    moves: fc.array(fc.oneof(move, moveAmount), { minLength: 4, maxLength: 4 }),
  })
})

interface Case {
  readonly log: readonly RecordedEvent[]
  readonly without: readonly RecordedEvent[]
  readonly moved: readonly RecordedEvent[]
  readonly moves: readonly EntryMove[]
}

function changesOf({ log, without, moved, moves }: Case): Changes {
  // The amount of a reversal is that of what it undoes; between two currencies only the date is moved.
  const oneAmount = ({ data }: RecordedEvent) =>
    log.some((begun) => begun.streamId === `transfer-${data.transferId}` && begun.data.amount === begun.data.toAmount)
  const fits = (event: RecordedEvent, move: EntryMove) =>
    move.amount === undefined || event.type === 'Deposited' || event.type === 'Withdrawn' || oneAmount(event)
  const moving = moved.flatMap((event, at) => {
    const move = moves[at] ?? {}
    return fits(event, move) ? [[subjectOf(event), move] as const] : []
  })
  return { without: new Set(without.map(subjectOf)), moved: new Map(moving) }
}

describe('replayed', () => {
  test('[SB1] without changes every event comes out as it went in, balances at every position too', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const { events, replay } = replayed(log, { without: new Set(), moved: new Map() })
        expect(events).toEqual(log)
        expect(replay.isSame).toBe(true)
      }),
    )
  })

  test('[SB1] a change of nothing that is decided changes no balance at any position', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, which) => {
        const entries = log.filter((event) => event.type === 'Deposited' || event.type === 'Withdrawn')
        const entry = entries[which % Math.max(entries.length, 1)]
        if (!entry) return
        const move = { effectiveOn: String(entry.data.effectiveOn) }
        const { events } = replayed(log, { without: new Set(), moved: new Map([[subjectOf(entry), move]]) })
        expect(events).toHaveLength(log.length)
        for (let position = 0; position <= log.length; position++)
          expect(naiveBalances(events, { position })).toEqual(naiveBalances(log, { position }))
      }),
    )
  })

  test('[SB3] what comes out is a sound log, whatever is changed', () => {
    fc.assert(
      fc.property(changedLogs, (given) => {
        // The generator also makes transfers between units that no import would take.
        fc.pre(isSound(given.log))
        expect(isSound(replayed(given.log, changesOf(given)).events)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('[SB3] an event keeps its id exactly where type, data and metadata are the same', () => {
    fc.assert(
      fc.property(changedLogs, (given) => {
        const byId = new Map(given.log.map((event) => [event.eventId, event]))
        for (const event of replayed(given.log, changesOf(given)).events) {
          const { type, data, metadata, recordedAt } = event
          const before = byId.get(event.eventId)
          if (before) expect({ type, data, metadata, recordedAt }).toEqual(pick(before))
          else expect(byId.has((metadata.branchedFrom as { eventId: string }).eventId)).toBe(true)
        }
      }),
    )
  })

  test('[SB2] the balances differ by the effects of what is left out, refused or changed, and by nothing else', () => {
    fc.assert(
      fc.property(changedLogs, (given) => {
        const { events, outcomes } = replayed(given.log, changesOf(given))
        const before = naiveEntries(given.log, { position: given.log.length })
        const after = naiveEntries(events, { position: events.length })
        const expected = naiveBalances(given.log, { position: given.log.length })
        const add = (accountId: string, effect: number) =>
          expected.set(accountId, (expected.get(accountId) ?? 0) + effect)
        outcomes.forEach((outcome, at) => {
          const was = before.find((entry) => entry.position === at + 1)
          const is = outcome.kind === 'kept' && after.find((entry) => entry.eventId === outcome.event.eventId)
          if (was) add(was.accountId, -was.effect)
          if (is) add(is.accountId, is.effect)
        })
        for (const [id, balance] of naiveBalances(events, { position: events.length }))
          expect(balance).toBe(expected.get(id))
      }),
    )
  })

  test('[SB2] in a ledger that was kept with decide alone, every balance stays within its limit', () => {
    fc.assert(
      fc.property(arbitraryHonestLog(), fc.nat(), (log, which) => {
        const without = log[which % Math.max(log.length, 1)]
        if (!without) return
        const { outcomes } = replayed(log, { without: new Set([subjectOf(without)]), moved: new Map() })
        const withdrawn = outcomes.filter((outcome) => outcome.kind === 'kept').map(({ event }) => event)
        expect(overdrawnBySpending(withdrawn)).toEqual([])
      }),
    )
  })
})

describe('given a household', () => {
  test('[SB2] when the salary is left out, then the rent is refused, and what follows from it', () => {
    const log = household()
    const { outcomes } = replayed(log, { without: new Set([idAt(log, 'Salary')]), moved: new Map() })
    expect(outcomes.map(inWords)).toEqual([
      'kept AccountOpened',
      'kept AccountOpened',
      'left-out',
      'refused insufficient-funds',
      'refused entry-not-found',
      'refused insufficient-funds',
      'gone',
      'gone',
      'gone',
      'kept Deposited',
    ])
  })

  test('[SB5] when the rent is another amount, then its reversal undoes that amount', () => {
    const log = household()
    const { events } = replayed(log, { without: new Set(), moved: new Map([[idAt(log, 'Rent'), { amount: 40 }]]) })
    const rent = events.find((event) => event.type === 'Withdrawn')
    expect(rent?.data.amount).toBe(40)
    expect(events.find((event) => event.type === 'EntryReversed')?.data).toMatchObject({
      amount: 40,
      entryId: rent?.eventId,
    })
  })

  test('[SB4] when any event of a transfer is left out, then all of it is', () => {
    const log = household()
    const steps = log.filter((event) => event.type.startsWith('Transfer'))
    for (const step of steps) {
      const { events } = replayed(log, { without: new Set([subjectOf(step)]), moved: new Map() })
      expect(events.some((event) => event.type.startsWith('Transfer'))).toBe(false)
    }
  })
})

function pick({ type, data, metadata, recordedAt }: RecordedEvent) {
  return { type, data, metadata, recordedAt }
}

function idAt(log: readonly RecordedEvent[], payee: string): string {
  return log.find((event) => event.data.payee === payee)?.eventId ?? ''
}

function inWords(outcome: Outcome): string {
  if (outcome.kind === 'kept') return `kept ${outcome.event.type}`
  return outcome.kind === 'refused' ? `refused ${outcome.rejection.code}` : outcome.kind
}

/** Accounts that money was spent from beyond balance and limit, by a plain fold. */
function overdrawnBySpending(log: readonly RecordedEvent[]): string[] {
  const types = new Map(log.map((event) => [event.eventId, event.type]))
  const accounts = new Map<string, { balance: number; limit: number | null }>()
  const faults: string[] = []
  for (const { streamId, type, data, globalPosition } of log) {
    if (type === 'AccountOpened') accounts.set(streamId, { balance: 0, limit: data.overdraftLimit as number | null })
    const account = accounts.get(streamId)
    if (!account || typeof data.amount !== 'number') {
      if (account && type === 'OverdraftLimitChanged') account.limit = data.overdraftLimit as number | null
      continue
    }
    const spends = type === 'Withdrawn' || type === 'TransferSent'
    if (spends && account.limit !== null && data.amount > account.balance + account.limit)
      faults.push(`${globalPosition}`)
    const isMinus = spends || (type === 'EntryReversed' && types.get(String(data.entryId)) === 'Deposited')
    account.balance += isMinus ? -data.amount : data.amount
  }
  return faults
}

function isSound(log: readonly RecordedEvent[]): boolean {
  const checker = new LogChecker()
  try {
    for (const event of log) checker.check(event, encoder.encode(canonicalJson(event as unknown as JsonValue)))
    return true
  } catch {
    return false
  }
}
