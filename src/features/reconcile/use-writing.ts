/** How figures and days of one account are written on the page. */
import { useMemo } from 'react'
import { useLedger } from '../../stores/ledger-store'
import { dateOfDay } from '../../stores/reconcile/day-of-date'
import type { Stretch } from '../../stores/reconcile/reconciliation'
import { formatDate, formatInstantDate } from '../../ui/format/format-date'
import { formatMoney } from '../../ui/format/format-money'
import type { Writing } from './suspect-words'

export interface AccountUnit {
  readonly id: string
  readonly currency: string
  readonly exponent: number
}

export function useWriting({ currency, exponent }: AccountUnit, { until, afterDay }: Stretch): Writing {
  const timeline = useLedger((ledger) => ledger.timeline)
  return useMemo(
    () => ({
      signed: (minor) => formatMoney(minor, { currency, exponent, sign: 'always' }),
      dayOf: (slot) => writeDay(timeline.columns.day[slot] ?? 0),
      recordedOn: (slot) => formatInstantDate(timeline.columns.recordedAt[slot] ?? 0),
      until: writeDay(until.day),
      start: Number.isFinite(afterDay) ? writeDay(afterDay) : '',
    }),
    [timeline, currency, exponent, until, afterDay],
  )
}

export function writeDay(day: number): string {
  return formatDate(dateOfDay(day))
}
