import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { RecordedEvent } from '../event-log/recorded-event'
import { arbitraryLog } from '../projections/testing/arbitrary-log'
import { datesOf, naiveAccounts, naiveBalances, naiveInTransit } from '../projections/testing/naive-ledger'
import { timelineOf } from '../projections/testing/timeline-of'
import { accountAt, accountsAt, ledgerNameAt, totalsAt } from './accounts-at'
import { assertionsAt } from './assertions-at'
import { resolveMoment } from './resolve-moment'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

/** A log, and a moment of it on either clock or both. */
const situation = fc.tuple(arbitraryLog(70), fc.nat(), fc.nat(), fc.boolean()).map(([log, date, place, atHead]) => {
  const dates = datesOf(log)
  return { log, position: atHead ? log.length : place % (log.length + 1), effectiveOn: dates[date % dates.length] }
})
type Situation = typeof situation extends fc.Arbitrary<infer Value> ? Value : never

function boundOf({ log, position, effectiveOn }: Situation) {
  const timeline = timelineOf(log)
  const bound = resolveMoment(timeline, { position, ...(effectiveOn !== undefined && { effectiveOn }) })
  return { timeline, bound }
}

test('[TT2] names, limits, status and revisions follow the recorded bound, balances both', () => {
  fc.assert(
    fc.property(situation, (moment) => {
      const { timeline, bound } = boundOf(moment)
      const accounts = accountsAt(timeline, bound)
      const opened = accounts.filter(({ status }) => status !== 'not-opened')
      expect(opened.map(({ number: _, ...account }) => account)).toEqual(naiveAccounts(moment.log, moment))
      expect(accounts.map(({ number }) => number)).toEqual(timeline.accounts.map((_, number) => number))
      for (const account of accounts) expect(accountAt(timeline, account.number, bound)).toEqual(account)
      for (const { balance, revision } of accounts.slice(opened.length)) expect([balance, revision]).toEqual([0, 0])
    }),
    { numRuns: 100 },
  )
})

test('[TT7] totals are by currency and exponent, with the money in transit beside them', () => {
  fc.assert(
    fc.property(situation, (moment) => {
      const { timeline, bound } = boundOf(moment)
      const inTransit = naiveInTransit(moment.log, moment)
      const expected = new Map<string, object & { total: number }>()
      for (const { currency, exponent, balance } of naiveAccounts(moment.log, moment)) {
        const unit = `${currency}/${exponent}`
        const total = (expected.get(unit)?.total ?? 0) + balance
        expected.set(unit, { currency, exponent, total, inTransit: inTransit.get(unit) ?? 0 } as { total: number })
      }
      expect(totalsAt(timeline, bound)).toEqual([...expected.values()])
    }),
    { numRuns: 100 },
  )
})

test('[TT9] totals asked for while accounts join are those of the log so far', () => {
  fc.assert(
    fc.property(arbitraryLog(40), (log) => {
      const growing = timelineOf([])
      for (const event of log) {
        growing.append([event])
        const whole = timelineOf(log.slice(0, growing.size))
        const now = resolveMoment(whole, 'now')
        expect(totalsAt(growing, now)).toEqual(totalsAt(whole, now))
      }
    }),
    { numRuns: 30 },
  )
})

test('[TT7] no step of a transfer changes total and money in transit together, within one currency', () => {
  fc.assert(
    fc.property(arbitraryLog(), (log) => {
      const timeline = timelineOf(log)
      const sumAt = (position: number) =>
        totalsAt(timeline, { position, day: Number.POSITIVE_INFINITY }).map(({ total, inTransit }) => total + inTransit)
      for (const { globalPosition, type, data } of log) {
        if (!type.startsWith('Transfer')) continue
        const begun = log.find(({ streamId }) => streamId === `transfer-${data.transferId}`)
        const acrossCurrencies = begun && begun.data.amount !== begun.data.toAmount
        if (!acrossCurrencies) expect(sumAt(globalPosition)).toEqual(sumAt(globalPosition - 1))
      }
    }),
  )
})

test('[TT14] an assertion is compared with the balance of its day by what was recorded up to it', () => {
  fc.assert(
    fc.property(situation, (moment) => {
      const { timeline, bound } = boundOf(moment)
      const { log, position, effectiveOn } = moment
      for (const { number, id } of timeline.accounts) {
        const seen = (event: RecordedEvent) =>
          event.type === 'BalanceAsserted' &&
          event.streamId === `account-${id}` &&
          event.globalPosition <= position &&
          (effectiveOn === undefined || String(event.data.effectiveOn) <= effectiveOn)
        const expected = log.filter(seen).map((event) => ({
          position: event.globalPosition,
          day: Date.parse(String(event.data.effectiveOn)) / 86_400_000,
          asserted: event.data.balance,
          balance: naiveBalances(log, {
            position: event.globalPosition,
            effectiveOn: String(event.data.effectiveOn),
          }).get(id),
        }))
        expect(assertionsAt(timeline, number, bound)).toEqual(expected)
      }
    }),
  )
})

test('[TT2] the ledger bears the name it had', () => {
  fc.assert(
    fc.property(arbitraryLog(), fc.nat(120), (log, position) => {
      const renamed = log.filter(({ type, globalPosition }) => type === 'LedgerRenamed' && globalPosition <= position)
      expect(ledgerNameAt(timelineOf(log), position)).toBe(renamed.at(-1)?.data.name)
    }),
  )
})
