import { expect, test } from 'vitest'
import type { ImportReport } from '../../../application/ledger-api'
import { type ImportAction, type ImportStep, nextImportStep } from './import-flow'

const file = new File(['{}'], 'log.json')
const report: ImportReport = {
  result: 'fast-forwarded',
  added: 2,
  skipped: 0,
  size: 5,
  rootHash: 'ab',
  sealed: true,
  warnings: [],
  notices: [],
  file: { size: 5, name: 'Household', exportedAt: null },
  effects: [],
}
const problem = (code: string, name = 'LogFormatError') => ({ name, code, message: code, facts: {} })
const walk = (...actions: ImportAction[]): ImportStep =>
  actions.reduce(nextImportStep, { kind: 'choose' } as ImportStep)

test('a file is checked, shown, and only then imported', () => {
  expect(walk({ kind: 'file', file })).toMatchObject({ kind: 'checking', choice: { into: 'current', merge: false } })
  expect(walk({ kind: 'file', file }, { kind: 'report', report })).toMatchObject({ kind: 'preview', report })
  expect(walk({ kind: 'file', file }, { kind: 'import' })).toMatchObject({ kind: 'checking' })
  const steps: ImportAction[] = [{ kind: 'file', file }, { kind: 'report', report }, { kind: 'import' }]
  expect(walk(...steps)).toMatchObject({ kind: 'importing' })
  expect(walk(...steps, { kind: 'report', report })).toMatchObject({ kind: 'done', report })
})

test('a diverged log is checked again with the choice made', () => {
  const diverged = walk({ kind: 'file', file }, { kind: 'problem', problem: problem('diverged', 'ImportRefusedError') })
  expect(diverged).toMatchObject({ kind: 'diverged' })
  const merging = nextImportStep(diverged, { kind: 'choice', choice: { merge: true } })
  expect(merging).toMatchObject({ kind: 'checking', choice: { into: 'current', merge: true } })
})

test('version 0 asks for the account, and the choice keeps it', () => {
  const asked = walk({ kind: 'file', file }, { kind: 'problem', problem: problem('account-needed') })
  expect(asked).toMatchObject({ kind: 'account-needed', problem: null })
  const account = { name: 'Everyday', currency: 'EUR' }
  const checking = nextImportStep(asked, { kind: 'choice', choice: { account } })
  const shown = nextImportStep(checking, { kind: 'report', report })
  expect(nextImportStep(shown, { kind: 'import' })).toMatchObject({ kind: 'importing', choice: { account } })
})

test('a cancelled check asks for a file again', () => {
  expect(walk({ kind: 'file', file }, { kind: 'cancel' })).toEqual({ kind: 'choose' })
  const aborted = problem('aborted', 'AbortError')
  expect(walk({ kind: 'file', file }, { kind: 'problem', problem: aborted })).toEqual({ kind: 'choose' })
})

test('a cancelled import shows its preview again, unless it was recorded first', () => {
  const cancelled: ImportAction[] = [
    { kind: 'file', file },
    { kind: 'report', report },
    { kind: 'import' },
    { kind: 'cancel' },
  ]
  const aborted = problem('aborted', 'AbortError')
  expect(walk(...cancelled, { kind: 'problem', problem: aborted })).toMatchObject({ kind: 'preview', report })
  expect(walk(...cancelled, { kind: 'report', report })).toMatchObject({ kind: 'done', report })
})

test('a refusal names what failed and whether it was while recording', () => {
  const refused = problem('root-mismatch')
  expect(walk({ kind: 'file', file }, { kind: 'problem', problem: refused })).toMatchObject({
    kind: 'refused',
    problem: refused,
    wasImporting: false,
  })
})

test('late news of work that was left is not heard', () => {
  expect(walk({ kind: 'file', file }, { kind: 'cancel' }, { kind: 'report', report })).toEqual({ kind: 'choose' })
  expect(walk({ kind: 'progress', progress: { phase: 'checking', done: 1, unit: 'events' } })).toEqual({
    kind: 'choose',
  })
})
