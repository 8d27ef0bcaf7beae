import { expect, test } from 'vitest'
import { uuidOf } from '../testing/arbitrary-log'
import { packAccounts, unpackAccounts } from './account-page'

const track = (number: number) => ({
  id: uuidOf(1, number),
  number,
  openedPosition: number + 1,
  currency: 'EUR',
  exponent: 2,
  openedOn: '2026-01-01',
  name: `Account ${number}`,
  overdraftLimit: null,
  changes: [],
  revision: 0,
  entryCount: 0,
})

test('[PJ11] a page of accounts that says more, or less, of one than of another is refused', () => {
  const page = packAccounts([track(0), track(1)])
  const textAt = new TextDecoder('latin1').decode(page).indexOf('[["')
  const texts = JSON.parse(new TextDecoder().decode(page.subarray(textAt))) as unknown[][]
  const read = (change: (texts: unknown[][]) => void) => () => {
    const changed = structuredClone(texts)
    change(changed)
    unpackAccounts(Buffer.concat([page.subarray(0, textAt), Buffer.from(JSON.stringify(changed))]).subarray(), [], [])
  }
  const refused = (change: (texts: unknown[][]) => void, message: string) =>
    expect(read(change)).toThrow(new RangeError(message))
  expect(read(() => undefined)).not.toThrow()
  refused(([ids]) => ids?.pop(), 'A page has 1 ids and 2 names where there must be 2')
  refused(([, names]) => names?.pop(), 'A page has 2 ids and 1 names where there must be 2')
  refused((all) => all[3]?.push([2, []]), 'There is no account 2')
  refused((all) => all[4]?.push(7), 'There is no account 7')
})
