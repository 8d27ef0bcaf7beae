/** Der zweite Griff der Zeitleiste. */
import type { twoClocksMessages } from '../../en/timeline/two-clocks'
import { formatCount } from '../../format-count'

function laterThan(count: number, when: string): string {
  if (count === 0) return `${when} wurde nichts aus jener Zeit erfasst`
  return count === 1
    ? `${when} wurde 1 Buchung aus jener Zeit erfasst`
    : `${when} wurden ${formatCount(count)} Buchungen aus jener Zeit erfasst`
}

export const twoClocks: typeof twoClocksMessages = {
  slider: 'Wertstellung',
  every: 'Jede Wertstellung',
  everyShort: 'Alle',
  nothing: 'Noch keine Buchung',
  place: (day, step, days) => `${day}, Tag ${formatCount(step)} von ${formatCount(days)} mit Buchungen`,
  late: 'Zwei Tage oder mehr nach der Wertstellung erfasst',
  lateLegend: 'Spät erfasst',
  teach:
    'Alles, was jetzt bekannt ist. „Zeit“ führt zurück zu dem, was damals bekannt war, „Wertstellung“ zu dem Tag, nach dem gefragt wird.',
  everyDay: (known) => `Was ${known} bekannt war, über jede Wertstellung. „Wertstellung“ fragt nach einem Tag.`,
  knownThen: (known, day, later) => `Was ${known} über den ${day} bekannt war: ${laterThan(later, 'Später')}.`,
  knownNow: (day, later) => `Was jetzt über den ${day} bekannt ist: ${laterThan(later, 'Nach jenem Tag')}.`,
  on: (moment) => `am ${moment}`,
  beforeFirst: 'vor dem ersten Ereignis',
}
