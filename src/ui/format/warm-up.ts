/** Makes the formatters that every screen needs, which takes longer than drawing it: for a moment that would be idle. */
import { formatDate, formatInstant, formatInstantDate, localDate } from './format-date'
import { formatCompact, formatCount, formatMoney } from './format-money'

export function warmUpFormats(): void {
  const today = localDate()
  for (const form of ['date', 'full'] as const) formatDate(today, form)
  for (const form of ['month', 'day-month'] as const) formatInstantDate(Date.now(), form)
  formatInstant(Date.now())
  formatMoney(0, { exponent: 2 })
  formatMoney(0, { exponent: 2, currency: 'EUR' })
  formatCount(0)
  formatCompact(0, 2)
}
