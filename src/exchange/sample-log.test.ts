import { expect, test } from 'vitest'
import { emptyLog } from './fixtures/log-fixture'
import { importLog } from './log-import'
import { sampleLog } from './sample-log'

const END = '2026-11-24'
const SAMPLE = sampleLog({ endDate: END })

interface Entry {
  type: string
  streamId: string
  recordedAt: string
  globalPosition: number
  data: { amount?: number; name?: string; effectiveOn?: string; entryId?: string; balance?: number }
}
const EVENTS: readonly Entry[] = SAMPLE.lines.map((line) => JSON.parse(line))
const count = (type: string) => EVENTS.filter((event) => event.type === type).length

test('[X22] the same seed and date give the same bytes, others give others', async () => {
  expect(await sampleLog({ endDate: END }).file.text()).toBe(await SAMPLE.file.text())
  const roots = [SAMPLE, sampleLog({ endDate: END, seed: 2 }), sampleLog({ endDate: '2026-11-25' })].map(
    ({ header }) => header.rootHash,
  )
  expect(new Set(roots).size).toBe(3)
})

test.each([1, 2, 3, 4, 5, 6])('[X22] seed %i: a sound, sealed log that nothing warns of', async (seed) => {
  const { file, header } = sampleLog({ endDate: '2024-03-01', seed })
  const now = () => Date.parse('2024-02-29T10:00:00.000Z')
  const report = await importLog({ log: emptyLog(), source: file, now })
  expect(report).toMatchObject({
    result: 'restored',
    sealed: true,
    warnings: [],
    size: header.size,
    rootHash: header.rootHash,
  })
  expect(report.effects.map(({ name, currency }) => [name, currency])).toEqual([
    ['Everyday', 'EUR'],
    ['Savings', 'EUR'],
    ['Club float', 'EUR'],
    ['Holiday', 'EUR'],
    ['Lisbon card', 'USD'],
  ])
})

test('[X22] three years, about 3,000 events, with everything that makes a ledger worth rewinding', () => {
  expect(EVENTS.length).toBeGreaterThan(2700)
  expect(EVENTS.length).toBeLessThan(3500)
  expect(EVENTS[0]?.recordedAt.slice(0, 7)).toBe('2023-11')
  expect(count('TransferCompleted')).toBe(count('TransferInitiated'))
  expect(count('TransferCompleted')).toBeGreaterThan(80)
  expect(count('EntryReversed')).toBeGreaterThan(5)
  expect(count('EntryAnnotated')).toBeGreaterThan(20)
  expect(count('BalanceAsserted')).toBeGreaterThan(30)
  const late = EVENTS.filter(
    ({ recordedAt, data, type }) =>
      type === 'Withdrawn' && Date.parse(recordedAt) - Date.parse(data.effectiveOn ?? '') > 5 * 86_400_000,
  )
  expect(late.length).toBeGreaterThan(30)
  expect(
    EVENTS.some(({ recordedAt, data }) => data.effectiveOn !== undefined && data.effectiveOn > recordedAt.slice(0, 10)),
  ).toBe(true)
})

test('[X22] Everyday stays between its limit and 5,000.00, and every statement of it is right', () => {
  const everyday = EVENTS[0]?.streamId
  const sign: Readonly<Record<string, number>> = {
    Deposited: 1,
    TransferReceived: 1,
    EntryReversed: 1,
    Withdrawn: -1,
    TransferSent: -1,
  }
  const entries: { day: string; effect: number }[] = []
  let balance = 0
  for (const { type, streamId, data } of EVENTS) {
    if (streamId !== everyday) continue
    const effect = (sign[type] ?? 0) * (data.amount ?? 0)
    balance += effect
    expect(balance).toBeGreaterThanOrEqual(-50000)
    expect(balance).toBeLessThan(500000)
    if (effect !== 0) entries.push({ day: data.effectiveOn ?? '', effect })
    if (type !== 'BalanceAsserted') continue
    const then = entries
      .filter(({ day }) => day <= (data.effectiveOn ?? ''))
      .reduce((sum, entry) => sum + entry.effect, 0)
    expect(data.balance).toBe(then)
  }
})

test('[X22] all of it is past, wherever the end date is today', () => {
  // Where the date begins first, it begins at 10:00 UTC of the day before.
  expect(EVENTS.at(-1)?.recordedAt.localeCompare('2026-11-23T10:00:00.000Z')).toBe(-1)
  expect(SAMPLE.header.exportedAt).toBe('2026-11-23T10:00:00.000Z')
})

test('[X22] scale makes more of the small purchases', () => {
  const { lines } = sampleLog({ endDate: END, scale: 3 })
  expect(lines.length).toBeGreaterThan(EVENTS.length * 1.8)
})
