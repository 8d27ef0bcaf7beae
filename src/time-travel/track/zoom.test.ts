import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { shares } from '../testing/naive-steps'
import { panned, showing, within, zoomed } from './zoom'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 120_000 })

test('[TK3] a span stays within the whole, keeps what it is zoomed about, and never gets closer than the least', () => {
  const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(
      numbers,
      fc.double({ min: 1, max: 1e6, noNaN: true }),
      shares,
      shares,
      shares,
      (from, width, at, place, by) => {
        const whole = { from, to: from + width }
        const least = width / 1000
        const span = zoomed(whole, whole, Math.max(0.001, at), from + place * width, least)
        for (const factor of [0.3, 0.9, 1.7, 1e9]) {
          const x = span.from + by * (span.to - span.from)
          const next = zoomed(span, whole, factor, x, least)
          expect(next.from).toBeGreaterThanOrEqual(whole.from)
          expect(next.to).toBeLessThanOrEqual(whole.to + width * 1e-12)
          expect(next.to - next.from).toBeGreaterThanOrEqual(least * 0.999999)
          const touches = next.from <= whole.from || next.to >= whole.to - width * 1e-9
          const share = (x - next.from) / (next.to - next.from)
          if (!touches) expect(share).toBeCloseTo(by, 4)
        }
        expect(zoomed(span, whole, 1e9, span.from, least)).toEqual(whole)
        const moved = panned(span, whole, by)
        expect(moved.to - moved.from).toBeCloseTo(span.to - span.from, 4)
        const x = from + by * width
        const shown = showing(span, whole, x)
        expect(x).toBeGreaterThanOrEqual(shown.from - 1e-6)
        expect(x).toBeLessThanOrEqual(shown.to + 1e-6)
        expect(within({ from: from - 5, to: from - 4 }, whole, least).from).toBe(from)
      },
    ),
  )
})
