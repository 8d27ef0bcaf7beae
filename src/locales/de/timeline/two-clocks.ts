/** Der zweite Griff der Zeitleiste. */
import type { twoClocksMessages } from '../../en/timeline/two-clocks'
import { formatCount } from '../../format-count'

function cameLater(count: number, when: string): string {
  if (count === 0) return `nichts aus jener Zeit kam ${when}`
  return count === 1 ? `1 Buchung jener Zeit kam ${when}` : `${formatCount(count)} Buchungen jener Zeit kamen ${when}`
}

export const twoClocks: typeof twoClocksMessages = {
  slider: 'Wertstellung',
  every: 'Jede Wertstellung',
  everyShort: 'Alle',
  nothing: 'Noch keine Buchung',
  place: (day, step, days) => `${day}, Tag ${formatCount(step)} von ${formatCount(days)} mit Buchungen`,
  late: 'Zwei Tage oder mehr nach der Wertstellung erfasst',
  lateLegend: 'Spät erfasst',
  teach: 'Alles jetzt Bekannte. „Zeit“ führt zum damals Bekannten, „Wertstellung“ zu dem Tag, um den es geht.',
  everyDay: (known) => `Was ${known} bekannt war, über jede Wertstellung. „Wertstellung“ fragt nach einem Tag.`,
  knownThen: (known, day, later) => `Was ${known} über den ${day} bekannt war; ${cameLater(later, 'später')}.`,
  knownNow: (day, later) => `Was jetzt über den ${day} bekannt ist; ${cameLater(later, 'nach jenem Tag')}.`,
  on: (moment) => `am ${moment}`,
  beforeFirst: 'vor dem ersten Ereignis',
}
