import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { timeWithSpread } from '../bench/figures'
import { type Allowed, extended, slopeOf } from '../bench/growth'
import { Judge } from '../bench/judge'
import { livelyLog } from '../logs/log-file'
import { naiveBalances, readLogFile } from '../logs/naive-fold'

const SIZES = [10_000, 100_000, 1_000_000]
const grow = (values: number[], allowed: Allowed) =>
  slopeOf({ whose: 'ours', what: 'a figure', values, allowed }, SIZES)

test('a slope is the power of the size: 0 stands still, 1 is in proportion, 2 is its square', () => {
  expect(grow([5, 5, 5], 'not at all')).toMatchObject({ steps: [0, 0], whole: 0, times: 1, met: true })
  const linear = grow([2, 20, 200], 'in proportion')
  expect(linear.steps.map((step) => Math.round(step * 100))).toEqual([100, 100])
  expect(linear.met).toBe(true)
  expect(grow([1, 100, 10_000], 'in proportion')).toMatchObject({ times: 10_000, met: false })
  expect(grow([10, 12, 14], 'not at all').met).toBe(true)
  expect(grow([10, 12, 16], 'not at all').met).toBe(false)
  expect(grow([1, 30, 40], { upTo: 40 }).met).toBe(true)
  expect(grow([1, 41, 40], { upTo: 40 }).met).toBe(false)
})

test('what is missing at the largest size is compared between those there are', () => {
  expect(grow([1, 10], 'in proportion')).toMatchObject({ times: 10, met: true })
  expect(grow([1, 10], 'in proportion').whole).toBeCloseTo(1)
})

test('ten million lie on the straight line through the two largest sizes, and never below', () => {
  const at = (values: number[]) => extended({ whose: 'ours', what: 'a figure', values }, SIZES, 10_000_000)
  expect(at([1, 1, 10])).toBeCloseTo(100)
  expect(at([9, 7, 5])).toBe(5)
})

test('a figure of one run says so, of several how far they lie apart', () => {
  expect(timeWithSpread([12])).toBe('12.0 ms (one run)')
  expect(timeWithSpread([12, 10, 20])).toBe('12.0 ms (10.0 ms to 20.0 ms)')
})

test('the judge adds up and searches as a look at every event does', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-judge-'))
  try {
    const log = livelyLog(41, 600)
    const path = join(folder, 'log.json')
    writeFileSync(path, log.file())
    const judge = await Judge.of(path)
    const read = readLogFile(log.file())
    const { createHash } = await import('node:crypto')
    for (const moment of [
      { position: 250 },
      { recordedAt: log.events[300]?.recordedAt ?? '' },
      { effectiveOn: '2024-03-01' },
      { recordedAt: log.events[400]?.recordedAt ?? '', effectiveOn: '2024-02-10' },
    ]) {
      const lines = [...naiveBalances(read, moment)].map(([id, minor]) => `${id} ${minor}\n`).join('')
      expect(judge.digestAt(moment), JSON.stringify(moment)).toBe(createHash('sha256').update(lines).digest('hex'))
    }
    const moves = log.events.filter(({ data }) => data.effectiveOn !== undefined && data.amount !== undefined)
    const said = moves.filter(({ data }) => data.payee === 'Bäckerei Grün')
    const undone = moves.filter(({ data }) => said.some(({ eventId }) => eventId === data.entryId))
    const positions = [...said, ...undone].map(({ globalPosition }) => globalPosition).sort((a, b) => b - a)
    expect(judge.find('BACKEREI grun', 5)).toEqual({ total: positions.length, positions: positions.slice(0, 5) })
    // A word that a correction took the place of is not found any more; the correction is.
    const correction = log.events.find(({ type }) => type === 'EntryAnnotated')
    expect(judge.find(String(correction?.data.memo), 5).total).toBeGreaterThan(0)
    expect(judge.find('', 5).total).toBe(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
