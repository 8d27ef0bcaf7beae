/**
 * What the page is about, as texts of the address: `account`, `date` (`YYYY-MM-DD`), `balance` (minor units), and
 * further ones as `also=2024-01-31:120000,2024-02-29:98000`.
 */
import type { DatedBalance } from '../../stores/reconcile/reconciliation'
import type { PageQuery } from '../../stores/view-store'
import { dateMillis } from '../../ui/format/format-date'

/** What the address says of balances; what it says wrongly is left out. The one asked about is the first. */
export function statementsOf({ date = '', balance = '', also = '' }: PageQuery): readonly DatedBalance[] {
  const asked = statementOf(date, balance)
  const others = also.split(',').flatMap((each) => {
    const [otherDate = '', otherBalance = ''] = each.split(':')
    return statementOf(otherDate, otherBalance) ?? []
  })
  return [...(asked ? [asked] : []), ...others]
}

export function queryOf(account: string, [asked, ...others]: readonly DatedBalance[]): PageQuery {
  const also = others.map(({ date, balance }) => `${date}:${balance}`).join(',')
  return {
    account,
    ...(asked ? { date: asked.date, balance: String(asked.balance) } : {}),
    ...(also === '' ? {} : { also }),
  }
}

function statementOf(date: string, balance: string): DatedBalance | undefined {
  const minor = /^-?\d+$/.test(balance) ? Number(balance) : Number.NaN
  const millis = dateMillis(date)
  // `2024-02-31` is read as a day of March by the calendar of the browser.
  const isDate = !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(date)
  return isDate && Number.isSafeInteger(minor) ? { date, balance: minor } : undefined
}
