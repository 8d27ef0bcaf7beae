/** Several balances as people paste them, one a line: a date and an amount, with a tab, semicolon or space between. */

import { userLocale } from '../../locales/user-locale'
import type { DatedBalance } from '../../stores/reconcile/reconciliation'
import { localDate } from '../../ui/format/format-date'
import { parseAmount } from '../../ui/parse/parse-amount'
import { parseDate } from '../../ui/parse/parse-date'

export interface ReadLines {
  /** By date. */
  readonly statements: readonly DatedBalance[]
  /** Lines that are neither empty nor read, as they are. */
  readonly unread: readonly string[]
}

export interface LineFormat {
  readonly exponent: number
  readonly currency: string
  readonly locale?: string
  /** `YYYY-MM-DD`. */
  readonly today?: string
}

export function readLines(text: string, format: LineFormat): ReadLines {
  const statements = new Map<string, DatedBalance>()
  const unread: string[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const statement = readLine(line, format)
    if (statement) statements.set(statement.date, statement)
    else unread.push(line)
  }
  return { statements: [...statements.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), unread }
}

/** Cut at the last gap at which both halves can be read: `12 Mar 2024 100` is no 12 Mar with 2,024,100. */
function readLine(line: string, format: LineFormat): DatedBalance | undefined {
  const { locale = userLocale(), today = localDate(), exponent, currency } = format
  let read: DatedBalance | undefined
  for (const { index, 0: gap } of line.matchAll(/\s*[;\t|]\s*|:?\s+/g)) {
    const date = parseDate(line.slice(0, index), { locale, today })
    const amount = parseAmount(line.slice(index + gap.length), { exponent, currency, locale })
    if (date !== undefined && amount.ok) read = { date, balance: amount.minor }
  }
  return read
}
