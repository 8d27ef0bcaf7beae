import { expect, test } from 'vitest'
import { openLedger } from '../testing/memory-ledger'
import { explainNumber } from './explain-number'

async function ledgerWithEntries() {
  const ledger = await openLedger()
  const { events } = await ledger.dispatch({ type: 'OpenAccount', name: 'Everyday', currency: 'EUR' })
  const accountId = events[0]?.streamId.replace('account-', '') as string
  await ledger.dispatch({ type: 'Deposit', accountId, amount: 900, effectiveOn: '2026-03-02', category: 'Salary' })
  await ledger.dispatch({ type: 'Withdraw', accountId, amount: 200, effectiveOn: '2026-02-01', category: 'Food' })
  const wrong = await ledger.dispatch({ type: 'Withdraw', accountId, amount: 50, effectiveOn: '2026-03-03' })
  const entryId = wrong.events[0]?.eventId as string
  await ledger.dispatch({ type: 'AnnotateEntry', accountId, entryId, category: 'Food' })
  await ledger.dispatch({ type: 'ReverseEntry', accountId, entryId, effectiveOn: '2026-03-03' })
  return { ledger, accountId }
}

test('a script is told groups and entries that come to the balance', async () => {
  const { ledger, accountId } = await ledgerWithEntries()
  const explained = await explainNumber(ledger, accountId)
  expect(explained).toMatchObject({ accountId, currency: 'EUR', exponent: 2, minor: 700, sum: 700, count: 4 })
  expect(explained.groups).toEqual([
    { group: 'Deposited', count: 1, sum: 900 },
    { group: 'Withdrawn', count: 2, sum: -250 },
    { group: 'EntryReversed', count: 1, sum: 50 },
  ])
  expect(explained.entries.map(({ amount, running }) => [amount, running])).toEqual([
    [50, 700],
    [-50, 650],
    [-200, 700],
    [900, 900],
  ])
  const before = explained.entries[1]?.position as number
  const rest = await explainNumber(ledger, accountId, 'now', { before, limit: 1 })
  expect(rest.entries).toEqual([explained.entries[2]])
})

test('totals, months and categories; by value date where the moment names one', async () => {
  const { ledger, accountId } = await ledgerWithEntries()
  const byMonth = await explainNumber(ledger, { currency: 'EUR' }, { effectiveOn: '2026-03-31' }, { groupBy: 'month' })
  expect(byMonth.groups).toEqual([
    { group: '2026-02', count: 1, sum: -200 },
    { group: '2026-03', count: 3, sum: 900 },
  ])
  expect(byMonth.entries.map(({ effectiveOn }) => effectiveOn)).toEqual([
    '2026-03-03',
    '2026-03-03',
    '2026-03-02',
    '2026-02-01',
  ])
  const done: number[] = []
  const onProgress = (progress: { done: number }) => done.push(progress.done)
  const byCategory = await explainNumber(ledger, accountId, 'now', { groupBy: 'category', onProgress })
  expect(new Map(byCategory.groups.map(({ group, count, sum }) => [group, [count, sum]]))).toEqual(
    new Map([
      ['Salary', [1, 900]],
      ['Food', [3, -200]],
    ]),
  )
  expect(done.at(-1)).toBe(ledger.timeline.size)
  // Before its correction the entry was of no category.
  const earlier = await explainNumber(ledger, accountId, { position: 4 }, { groupBy: 'category' })
  expect(earlier.groups.find(({ group }) => group === '')).toEqual({ group: '', count: 1, sum: -50 })
})

test('what cannot be asked is refused, and work can be given up', async () => {
  const { ledger, accountId } = await ledgerWithEntries()
  await expect(explainNumber(ledger, 'nobody')).rejects.toMatchObject({ code: 'account-not-found' })
  await expect(explainNumber(ledger, { currency: 'XXX' })).rejects.toMatchObject({ code: 'invalid-command' })
  await expect(explainNumber(ledger, accountId, 'now', { before: 1 })).rejects.toMatchObject({
    code: 'invalid-command',
  })
  const misspelt = { groupby: 'month' } as object
  await expect(explainNumber(ledger, accountId, 'now', misspelt)).rejects.toMatchObject({ code: 'invalid-command' })
  const given = { groupBy: 'category', signal: AbortSignal.abort() } as const
  await expect(explainNumber(ledger, accountId, 'now', given)).rejects.toMatchObject({ name: 'AbortError' })
})
