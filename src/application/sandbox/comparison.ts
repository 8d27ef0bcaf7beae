/** Balances of a branch beside those of its original. */
import type { AccountBalance } from './account-balances'
import type { ComparedAccount, Comparison } from './sandbox-api'

/** @param original undefined where that ledger is gone. */
export function compared(
  branch: readonly AccountBalance[],
  original: readonly AccountBalance[] | undefined,
  orderOf: (accountId: string) => number,
): Comparison {
  const others = new Map(original?.map((account) => [account.id, account]))
  const both = [...branch].map((account): ComparedAccount => {
    const { id, name, currency, exponent, balance } = account
    const other = others.get(id)
    others.delete(id)
    return { id, name, currency, exponent, original: other?.balance ?? null, branch: balance }
  })
  // Looked up once each: a bank's ledger has thousands.
  const order = new Map(both.map(({ id }) => [id, orderOf(id)]))
  both.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  const only = [...others.values()].map(
    ({ id, name, currency, exponent, balance }): ComparedAccount => ({
      id,
      name,
      currency,
      exponent,
      original: balance,
      branch: null,
    }),
  )
  const accounts = [...both, ...only]
  return { hasOriginal: original !== undefined, accounts, totals: totalsOf(accounts, original !== undefined) }
}

function totalsOf(accounts: readonly ComparedAccount[], hasOriginal: boolean): Comparison['totals'] {
  const totals = new Map<string, { currency: string; exponent: number; original: number; branch: number }>()
  for (const { currency, exponent, original, branch } of accounts) {
    const unit = `${currency}/${exponent}`
    const total = totals.get(unit) ?? { currency, exponent, original: 0, branch: 0 }
    total.original += original ?? 0
    total.branch += branch ?? 0
    totals.set(unit, total)
  }
  return [...totals.values()].map((total) => (hasOriginal ? total : { ...total, original: null }))
}
