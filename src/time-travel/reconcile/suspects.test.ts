import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dayNumber } from '../../domain/calendar'
import { datesOf, naiveBalances, naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { pairsIn } from './pairs'
import { reconcileAt } from './statements'
import { suspectsIn } from './suspects'
import { arbitraryFault, type PlantedFault } from './testing/planted-fault'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 120_000 })

/** What a bank that knows the truth would say at the end of these days. */
function statementsOf({ truth, ledger, accountId }: PlantedFault, picks: readonly number[]) {
  const dates = [...datesOf(truth), ...datesOf(ledger)].filter((date) => date !== undefined)
  return picks.map((pick) => {
    const effectiveOn = dates[pick % dates.length] as string
    const balance = naiveBalances(truth, { position: truth.length, effectiveOn }).get(accountId) ?? 0
    return { day: dayNumber(effectiveOn), balance }
  })
}

test('[RC7] whatever fault is planted into a log, its entry is among the suspects, or said to be missing', () => {
  const kinds = new Map<string, number>()
  const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(arbitraryFault, picks, (fault, days) => {
      if (!fault) return
      const timeline = timelineOf(fault.ledger)
      const account = timeline.accountNumber(fault.accountId) as number
      const { asked, stretches } = reconcileAt(timeline, account, timeline.size, statementsOf(fault, days))
      expect(stretches.length > 0).toBe(asked?.difference !== 0)
      if (stretches.length === 0) return
      kinds.set(fault.kind, (kinds.get(fault.kind) ?? 0) + 1)
      if (fault.kind === 'missing') {
        const missed = fault.truth.find(({ eventId }) => eventId === fault.eventId)
        const amount = Number(missed?.data.amount) * (missed?.type === 'Deposited' ? 1 : -1)
        expect(stretches.map(({ difference }) => difference)).toContain(amount)
        return
      }
      const found = stretches.flatMap((stretch) => suspectsIn(timeline, account, timeline.size, stretch).suspects)
      const ids = found.flatMap(({ slots, reasons }) =>
        reasons.some(({ kind }) => kind !== 'pair' && kind !== 'repeat')
          ? slots.map((slot) => timeline.eventId(slot))
          : [],
      )
      expect(ids).toContain(fault.eventId)
    }),
    { numRuns: 400 },
  )
  // Each fault was seen, and made a difference.
  expect([...kinds.keys()].sort()).toEqual(['date', 'digits', 'doubled', 'missing', 'sign'])
})

test('[RC8] a suspect changed as its reason says makes the balance right', () => {
  fc.assert(
    fc.property(arbitraryFault, fc.nat(), fc.nat(200), (fault, pick, position) => {
      if (!fault) return
      const timeline = timelineOf(fault.ledger)
      const account = timeline.accountNumber(fault.accountId) as number
      const { stretches } = reconcileAt(
        timeline,
        account,
        Math.min(position, timeline.size),
        statementsOf(fault, [pick]),
      )
      for (const stretch of stretches) {
        const { suspects, entries } = suspectsIn(timeline, account, Math.min(position, timeline.size), stretch)
        const { effect, day } = timeline.columns
        const own = naiveEntries(fault.ledger, { position }).filter(({ accountId }) => accountId === fault.accountId)
        const inside = ({ effectiveOn }: { effectiveOn: string }) =>
          dayNumber(effectiveOn) > stretch.afterDay && dayNumber(effectiveOn) <= stretch.until.day
        expect(entries).toBe(own.filter(inside).length)
        for (const { slots, reasons } of suspects) {
          const sum = slots.reduce((total, slot) => total + (effect[slot] as number), 0)
          for (const slot of slots) expect(slot).toBeLessThan(position)
          for (const reason of reasons) {
            if (reason.kind === 'repeat' || reason.kind === 'late') continue
            if (reason.kind === 'date' || reason.kind === 'once') expect(sum).toBe(stretch.difference)
            else if ('truth' in reason) expect(reason.truth - sum).toBe(stretch.difference)
            else expect(-sum).toBe(stretch.difference)
            const isOutside = (day[slots[0] as number] as number) > stretch.until.day
            if (isOutside) expect(reason.kind).toBe('date')
          }
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('[RC9] pairs are those that a search of all pairs finds, the closest first', () => {
  const amounts = fc.array(
    fc.integer({ min: -6, max: 6 }).filter((amount) => amount !== 0),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(amounts, fc.integer({ min: -9, max: 9 }), (effects, sum) => {
      const effect = Float64Array.from(effects)
      const day = Int32Array.from(effects, (_, slot) => -slot * slot)
      const slots = effects.map((_, slot) => slot)
      const { pairs, more, among } = pairsIn(slots, effect, day, sum)
      expect(among).toBe(effects.length)
      const sums = slots.flatMap((a) => slots.slice(a + 1).filter((b) => (effects[a] ?? 0) + (effects[b] ?? 0) === sum))
      expect(pairs.length + more > 0).toBe(sums.length > 0)
      const apart = pairs.map(([a, b]) => (day[a] as number) - (day[b] as number))
      for (const [a, b] of pairs) expect((effects[a] ?? 0) + (effects[b] ?? 0)).toBe(sum)
      expect(apart).toEqual([...apart].sort((a, b) => a - b))
    }),
  )
})
