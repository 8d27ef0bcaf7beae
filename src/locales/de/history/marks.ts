/** Kontostände der Bank zwischen den Buchungen. */
import type { markMessages } from '../../en/history/marks'
import { formatCount } from '../../format-count'

export const marks: typeof markMessages = {
  agrees: (date, balance) => `Bis ${date} mit der Bank abgeglichen: ${balance}`,
  changed: (date, change) => `Nach dem Abgleich vom ${date} geändert: ${change}`,
  differs: (date, balance, difference) =>
    `Die Bank nannte am ${date} ${balance}: ${difference} gegenüber dem Kontobuch`,
  cancelOut: (count, sum) =>
    count === 1
      ? `· seither 1 Buchung darunter, ${sum}`
      : `· seither ${formatCount(count)} Buchungen darunter, zusammen ${sum}`,
  showEvent: 'Ereignis zeigen',
  find: 'Abweichung finden',
  findShort: 'Finden',
  rowChanged: (date) => `Nach Abgleich vom ${date}`,
  rowChangedHint: (date) => `Erfasst, nachdem der Kontostand vom ${date} abgeglichen war, und hat ihn geändert`,
}
