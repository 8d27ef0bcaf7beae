import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canonical, LogBuilder, livelyLog, rootOf } from '../logs/log-file'
import { naiveBalances, readLogFile } from '../logs/naive-fold'
import { checkLog, hasSharedTools } from '../logs/shared-tools'

// Journeys judge the product by logs of their own making, so these are judged here first.

test('rootOf is the Merkle Tree Hash of RFC 6962: no leaves, and its published test leaves', () => {
  expect(rootOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  // The empty leaf of the reference implementation's test tree.
  expect(rootOf([''])).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
})

test('canonical sorts keys by code units at every level and leaves out what is undefined', () => {
  expect(canonical({ b: [{ d: 1, c: 'ü' }], a: undefined, A: null })).toBe('{"A":null,"b":[{"c":"ü","d":1}]}')
})

test('a log reads back as it was written, and the naive fold adds up', () => {
  const log = new LogBuilder('fold')
  const from = log.open('From')
  const to = log.open('To')
  const deposit = log.entry(from, 'Deposited', 10_000, '2024-02-10')
  log.entry(from, 'Withdrawn', 5_000, '2024-01-05')
  log.transfer(from, to, 2_000, '2024-02-20')
  log.record(`account-${from}`, 'EntryReversed', { entryId: deposit, amount: 10_000, effectiveOn: '2024-02-10' })
  const file = readLogFile(log.file())
  expect(file.size).toBe(9)
  expect(file.lines.map((line) => JSON.parse(line))).toEqual(log.events)
  const at = (moment: object) => [...naiveBalances(file, moment).values()]
  expect(at({})).toEqual([-7_000, 2_000])
  expect(at({ position: 3 })).toEqual([10_000, 0])
  expect(at({ effectiveOn: '2024-01-31' })).toEqual([-5_000, 0])
  expect(at({ position: 8, effectiveOn: '2024-02-10' })).toEqual([5_000, 0])
})

describe.runIf(hasSharedTools)('beside the independent reader', () => {
  test('generated logs are sound, and the naive fold agrees with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hindsight-logs-'))
    try {
      const text = livelyLog(7, 800).file()
      const path = join(folder, 'log.json')
      writeFileSync(path, text)
      const log = readLogFile(text)
      const now = await checkLog(path)
      expect(now.rootHash).toBe(log.rootHash)
      const then = await checkLog(path, ['--position', '500', '--effective', '2024-01-20'])
      expect(new Map(then.accounts.map(({ id, balance }) => [id, balance]))).toEqual(
        naiveBalances(log, { position: 500, effectiveOn: '2024-01-20' }),
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
