import fc from 'fast-check'
import { expect, test } from 'vitest'
import { siblingsOf } from '../../../../event-log/proving/audit-path'
import { spansOf } from './spans-of'

test('each step joins what lies right beside it, until all events are in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000_000 }), fc.nat(), (size, which) => {
      const position = (which % size) + 1
      const path = siblingsOf(position, size).map((sibling) => ({ ...sibling, hash: '' }))
      const spans = spansOf({ position, path })
      expect(spans.at(-1)).toEqual({ from: 1, to: size })
      path.forEach(({ from, to, side }, step) => {
        const own = spans[step] as { from: number; to: number }
        expect(side === 'left' ? to + 1 : own.to + 1).toBe(side === 'left' ? own.from : from)
      })
    }),
  )
})
