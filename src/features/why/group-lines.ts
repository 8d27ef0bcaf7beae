/** The groups of an explanation as lines: named, in the order in which they are told, the lesser ones folded into one. */
import { whyMessages as messages } from '../../locales/en/why'
import { type Explanation, KINDS_IN_ORDER, monthText, UNREAD } from '../../stores/explain/use-explained'
import type { Grouping } from '../../stores/explain/why-store'
import { formatDate } from '../../ui/format/format-date'
import { formatCount } from '../../ui/format/format-money'

export interface GroupLine {
  /** undefined for the line of those that are folded. */
  readonly key: number | undefined
  readonly label: string
  readonly count: number
  readonly sum: number
  /** Of months: the sum of this and all before it. */
  readonly running?: number
}

/** Lines shown before the rest is folded. */
export const FEW = 8

/** In the order of KINDS_IN_ORDER. */
const KIND_NAMES = [
  messages.kinds.Deposited,
  messages.kinds.TransferReceived,
  messages.kinds.TransferReturned,
  messages.kinds.EntryReversed,
  messages.kinds.Withdrawn,
  messages.kinds.TransferSent,
]

/** @param categories names by their number */
export function groupLines({ groups }: Explanation, by: Grouping, categories: readonly string[]): GroupLine[] {
  if (by === 'month') return monthLines(groups)
  if (by === 'kind') {
    return KINDS_IN_ORDER.flatMap((kind, index) => {
      const group = groups.find(({ key }) => key === kind)
      return group ? [{ ...group, label: KIND_NAMES[index] ?? '' }] : []
    })
  }
  const named = groups.map((group) => ({ ...group, label: categoryName(group.key, categories) }))
  // What was not read yet is no category, and stands first, where nobody takes the rest for all; then what is largest.
  return named.sort((a, b) => Number(b.key === UNREAD) - Number(a.key === UNREAD) || Math.abs(b.sum) - Math.abs(a.sum))
}

/** The first few, and one line for the others, so that what is seen still adds up. */
export function folded(lines: readonly GroupLine[], by: Grouping): readonly GroupLine[] {
  const isUnread = (line: GroupLine) => by === 'category' && line.key === UNREAD
  const named = lines.filter((line) => !isUnread(line))
  if (by === 'kind' || named.length <= FEW + 1) return lines
  const rest = named.slice(FEW)
  const count = rest.reduce((sum, line) => sum + line.count, 0)
  const sum = rest.reduce((total, line) => total + line.sum, 0)
  const label = (by === 'month' ? messages.earlierMonths : messages.otherCategories)(formatCount(rest.length))
  const running = rest[0]?.running
  const other: GroupLine = { key: undefined, label, count, sum, ...(running === undefined ? {} : { running }) }
  return [...lines.filter(isUnread), ...named.slice(0, FEW), other]
}

/** Newest first, each with the sum up to its end. */
function monthLines(groups: Explanation['groups']): GroupLine[] {
  let running = 0
  const lines = groups.map((group) => {
    running += group.sum
    return { ...group, running, label: monthName(group.key) }
  })
  return lines.reverse()
}

function monthName(month: number): string {
  const date = `${monthText(month)}-01`
  return `${formatDate(date, 'month')} ${formatDate(date, 'year')}`
}

function categoryName(key: number, categories: readonly string[]): string {
  if (key === UNREAD) return messages.unread
  return categories[key] || messages.noCategory
}
