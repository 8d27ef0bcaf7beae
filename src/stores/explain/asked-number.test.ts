import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { datesOf, naiveBalances, naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { numberAsked } from '../../time-travel/explain/explanation'
import { resolveMoment } from '../../time-travel/resolve-moment'
import { askedNumber, isListed } from './asked-number'
import { questionOf, slotsOfPeriod } from './question-of'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

const NOTHING = { accountId: undefined, since: undefined, period: undefined }

test('a number with a moment of its own is the plain balance there, wherever the cursor stands', () => {
  fc.assert(
    fc.property(arbitraryLog(60), fc.nat(), fc.nat(), fc.nat(), (log, some, other, someDate) => {
      const timeline = timelineOf(log)
      const [cursorAt, at] = [some % (log.length + 1), other % (log.length + 1)]
      const cursor = resolveMoment(timeline, { position: cursorAt })
      const dates = datesOf(log).filter((date) => date !== undefined)
      const date = dates[someDate % dates.length] ?? '2024-01-01'
      const asked = (text: string) => {
        const found = askedNumber(timeline, text, { ...NOTHING, since: { position: at } })
        if (!found || isListed(found)) throw new Error(`${text} names no sum`)
        return numberAsked(timeline, questionOf(timeline, found, cursor, false))
      }
      for (const { id } of timeline.accounts) {
        const balance = (position: number, effectiveOn?: string) =>
          naiveBalances(log, { position, effectiveOn }).get(id) ?? 0
        expect(asked(`of:${id}`)).toBe(balance(cursorAt))
        expect(asked(`of:${id}@a`)).toBe(balance(at))
        expect(asked(`of:${id}@now`)).toBe(balance(log.length))
        expect(asked(`of:${id}@${at}`)).toBe(balance(at))
        expect(asked(`of:${id}@${date}`)).toBe(balance(cursorAt, date))
        expect(asked(`of:${id}@${at}_${date}`)).toBe(balance(at, date))
        expect(asked(`between:${id}`)).toBe(balance(cursorAt) - balance(at))
      }
    }),
    { numRuns: 40 },
  )
})

test('what opens, closes, came in and went out of a period is what a plain fold says', () => {
  fc.assert(
    fc.property(arbitraryLog(60), fc.nat(), fc.nat(), fc.nat(), (log, some, one, another) => {
      const timeline = timelineOf(log)
      const position = some % (log.length + 1)
      const cursor = resolveMoment(timeline, { position })
      const dates = datesOf(log).filter((date) => date !== undefined)
      const [from = '', to = ''] = [dates[one % dates.length], dates[another % dates.length]].sort()
      for (const { id } of timeline.accounts) {
        const entries = naiveEntries(log, { position, effectiveOn: undefined }).filter((each) => each.accountId === id)
        const sum = (wanted: (date: string, effect: number) => boolean) =>
          entries.reduce((all, each) => all + (wanted(each.effectiveOn, each.effect) ? each.effect : 0), 0)
        const asked = (text: string) => {
          const found = askedNumber(timeline, text, { ...NOTHING, accountId: id, period: { from, to } })
          if (!found) throw new Error(`${text} names nothing`)
          if (found.kind === 'in' || found.kind === 'out') {
            const { effect } = timeline.columns
            return slotsOfPeriod(timeline, found, cursor).reduce((all, slot) => all + (effect[slot] as number), 0)
          }
          return isListed(found) ? undefined : numberAsked(timeline, questionOf(timeline, found, cursor, false))
        }
        expect(asked('opening')).toBe(sum((date) => date < from))
        expect(asked('closing')).toBe(sum((date) => date <= to))
        expect(asked('in')).toBe(sum((date, effect) => date >= from && date <= to && effect > 0))
        expect(asked('out')).toBe(sum((date, effect) => date >= from && date <= to && effect < 0))
      }
    }),
    { numRuns: 40 },
  )
})

test('what names no number of this ledger, or asks for what the screen does not show, is nothing', () => {
  const timeline = timelineOf([])
  for (const text of [
    '',
    'of:5f0c9b3e-6a41-4d0e-8f5a-2b7d1c9e4a60',
    'total:EUR',
    'between:EUR',
    'opening',
    'in',
    'row:1',
    'of:x@a',
  ])
    expect(askedNumber(timeline, text, NOTHING), text).toBeUndefined()
})
