import { expect, test } from 'vitest'
import type { ImportReport } from '../../../application/ledger-api'
import { verdictOf } from './import-verdict'

const effect = { accountId: 'a', name: 'A', currency: 'EUR', exponent: 2, newEntries: 15, change: 1, before: 0 }
const report: ImportReport = {
  result: 'fast-forwarded',
  added: 22,
  skipped: 0,
  size: 3433,
  rootHash: null,
  sealed: true,
  warnings: [],
  notices: [],
  file: { size: 3433, name: 'Household', exportedAt: null },
  effects: [effect],
}
const here = { into: 'current', merge: false } as const

test('a continuation says where it begins and what is new', () => {
  const { title, text } = verdictOf(report, here)
  expect(title).toBe('22 events would be added')
  expect(text).toContain('first 3,411 events are the same')
  expect(text).toContain('Entries among the new ones: 15. Other events: 7.')
  expect(text).toContain('Nothing has been written yet.')
})

test('one event is singular', () => {
  expect(verdictOf({ ...report, added: 1, effects: [] }, here).title).toBe('1 event would be added')
})

test('a restored ledger is named as the file names it', () => {
  expect(verdictOf({ ...report, result: 'restored' }, here).text).toContain('“Household”')
  expect(verdictOf({ ...report, result: 'restored' }, { ...here, into: 'new' }).text).toContain('ledger of its own')
})

test('a merge says what is here already', () => {
  expect(verdictOf({ ...report, result: 'merged', skipped: 12 }, { ...here, merge: true }).text).toContain(
    '12 are here already',
  )
})

test('a file that is known adds nothing, and promises nothing', () => {
  const { title, text } = verdictOf({ ...report, result: 'already-present', added: 0, effects: [] }, here)
  expect(title).toBe('Nothing to add')
  expect(text).not.toContain('written')
})
