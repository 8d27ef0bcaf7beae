/** The number that is asked about, and what it is made of, in words. */
import { whyMessages as messages } from '../../locales/en/why'
import { accountNameAt } from '../../stores/account-reading'
import { useCursor } from '../../stores/cursor-store'
import { hasOwnMoment } from '../../stores/explain/asked-number'
import type { Explained } from '../../stores/explain/use-explained'
import { CHANGE_DAYS } from '../../stores/explain/why-store'
import { useLedger } from '../../stores/ledger-store'
import type { Bound } from '../../time-travel/resolve-moment'
import { formatDate, isoOfDay } from '../../ui/format/format-date'
import { formatCount, formatMoney } from '../../ui/format/format-money'

/** As it stands where it was asked about. */
export function figureWords({ asked, minor = 0 }: Explained, isNow: boolean): string {
  const { currency, exponent } = asked
  if (asked.kind !== 'change') {
    return formatMoney(minor, { currency, exponent, sign: isDifference(asked) ? 'always' : 'auto' })
  }
  if (isNow) {
    return messages.lately(formatMoney(minor, { currency, exponent, sign: 'always' }), formatCount(CHANGE_DAYS))
  }
  const size = formatMoney(Math.abs(minor), { currency, exponent })
  // The entries lead from here to now: what they add is missing here.
  return minor > 0 ? messages.lessThanNow(size) : messages.moreThanNow(size)
}

/** Its figure has a sign, whichever it is. */
export function isDifference({ kind }: Explained['asked']): boolean {
  return kind === 'change' || kind === 'between' || kind === 'in' || kind === 'out'
}

/** Which entries these are. */
export function useCaption({ asked, explanation, question }: Explained): string {
  const timeline = useLedger((ledger) => ledger.timeline)
  const size = useLedger((ledger) => ledger.size)
  const bound = useCursor((cursor) => cursor.bound)
  const isNow = useCursor((cursor) => cursor.isNow)
  const { count } = explanation
  const entries = messages.entries(count, formatCount(count))
  const isOwn = hasOwnMoment(asked)
  const shown = (isOwn && question?.bound) || bound
  const until = (isOwn ? isWhole(shown, size) : isNow) ? messages.untilNow : untilWords(shown, size)
  if (asked.kind === 'transit') return messages.ofTransit(count, formatCount(count), until)
  if (asked.kind === 'total') return messages.ofTotal(entries, asked.currency, until)
  const id = timeline.accounts[asked.account ?? -1]?.id ?? ''
  const name = accountNameAt(timeline, id, shown.position) ?? ''
  if (asked.kind === 'between') return messages.ofBetween(entries, name || asked.currency)
  if (asked.kind === 'row') return messages.ofRow(entries, name)
  if (asked.kind === 'in' || asked.kind === 'out') return messages.ofPeriod[asked.kind](entries, name)
  if (asked.kind !== 'change') return messages.ofBalance(entries, name, until)
  return isNow ? messages.ofChange(entries, name, formatCount(CHANGE_DAYS)) : messages.ofChangeToNow(entries, name)
}

function isWhole({ position, day }: Bound, size: number): boolean {
  return position >= size && day === Number.POSITIVE_INFINITY
}

function untilWords({ position, day }: Bound, size: number): string {
  if (day === Number.POSITIVE_INFINITY) return messages.untilEvent(formatCount(position))
  const date = formatDate(isoOfDay(day))
  return position >= size ? messages.untilDay(date) : messages.untilBoth(date, formatCount(position))
}
