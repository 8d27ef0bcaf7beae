/** Every text of the second handle. */
import { formatCount } from '../../format-count'
import { spoken } from '../../spoken'

function laterThan(count: number, when: string): string {
  if (count === 0) return `nothing of that time was recorded ${when}`
  return count === 1
    ? `1 entry of that time was recorded ${when}`
    : `${formatCount(count)} entries of that time were recorded ${when}`
}

export const twoClocksMessages = spoken('timeline/two-clocks', {
  slider: 'Value date',
  every: 'Every value date',
  everyShort: 'All',
  nothing: 'No entry yet',
  place: (day: string, step: number, days: number) =>
    `${day}, day ${formatCount(step)} of ${formatCount(days)} with entries`,
  late: 'Recorded two days or more after its value date',
  lateLegend: 'Recorded late',
  teach:
    'Everything that is known now. “Time” goes back to what was known then, “Value date” to the day it is asked about.',
  everyDay: (known: string) => `What was known ${known}, of every value date. “Value date” asks about one day.`,
  knownThen: (known: string, day: string, later: number) =>
    `What was known ${known} about balances on ${day}: ${laterThan(later, 'later')}.`,
  knownNow: (day: string, later: number) =>
    `What is known now about balances on ${day}: ${laterThan(later, 'after that day')}.`,
  on: (moment: string) => `on ${moment}`,
  beforeFirst: 'before the first event',
})
