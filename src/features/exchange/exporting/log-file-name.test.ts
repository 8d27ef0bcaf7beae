import { expect, test } from 'vitest'
import { logFileName } from './log-file-name'

const file = { ledgerName: 'Household', day: '2026-11-23', gzip: true }

test('ledger, day and form make the name', () => {
  expect(logFileName(file)).toBe('household-2026-11-23.json.gz')
  expect(logFileName({ ...file, gzip: false })).toBe('household-2026-11-23.json')
})

test('a cut log says where it ends', () => {
  expect(logFileName({ ...file, upTo: 1204 })).toBe('household-2026-11-23-to-1204.json.gz')
})

test('what a file system may refuse is left out, letters of every script stay', () => {
  expect(logFileName({ ...file, ledgerName: 'a/b\\c: "Familie Öğretmen"?', gzip: false })).toBe(
    'a-b-c-familie-öğretmen-2026-11-23.json',
  )
  expect(logFileName({ ...file, ledgerName: '会計', gzip: false })).toBe('会計-2026-11-23.json')
  expect(logFileName({ ...file, ledgerName: '///', gzip: false })).toBe('ledger-2026-11-23.json')
})
