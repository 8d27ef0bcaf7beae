import { expect, test } from 'vitest'
import { appendLeaf, bytesOfFrontier, EMPTY_FRONTIER, type Frontier, leafHash } from '../../../event-log/merkle-tree'
import { narrowBySeal } from './narrow-by-seal'

const line = (text: string) => new TextEncoder().encode(text)

function frontierOf(lines: readonly Uint8Array[]): Frontier {
  return lines.reduce<Frontier>((frontier, each, at) => appendLeaf(frontier, at, leafHash(each)), EMPTY_FRONTIER)
}

test('[VF4] for every run up to 20 events, what a seal narrows to holds the first changed event', () => {
  for (let size = 1; size <= 20; size++) {
    const lines = Array.from({ length: size }, (_, at) => line(`event ${at + 1}`))
    const behind = bytesOfFrontier(frontierOf(lines))
    for (let before = 0; before < size; before++) {
      const proved = { size: before, frontier: frontierOf(lines.slice(0, before)) }
      expect(narrowBySeal(lines.slice(before), proved, behind)).toBeUndefined()
      for (let bad = before + 1; bad <= size; bad++) {
        const changed = lines.with(bad - 1, line('another'))
        const found = narrowBySeal(changed.slice(before), proved, behind)
        expect(found, `${bad} of ${before + 1} to ${size}`).toBeDefined()
        if (!found) continue
        expect(found.first).toBeLessThanOrEqual(bad)
        expect(found.last).toBeGreaterThanOrEqual(bad)
        expect(found.first).toBeGreaterThan(before)
        expect(found.frontier).toEqual(frontierOf(lines.slice(0, found.first - 1)))
        expect(found.fitting).toBe(size - found.last)
      }
    }
  }
})

test('[VF4] a seal of another size, or none, narrows nothing', () => {
  const lines = [line('a'), line('b')]
  const start = { size: 0, frontier: EMPTY_FRONTIER }
  expect(narrowBySeal(lines, start, undefined)).toBeUndefined()
  expect(narrowBySeal(lines, start, bytesOfFrontier(frontierOf([...lines, line('c')])))).toBeUndefined()
})
