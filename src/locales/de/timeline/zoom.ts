/** Was sich auf der Zeitleiste einstellen und vergrößern lässt. */
import type { zoomMessages } from '../../en/timeline/zoom'
import { formatCount } from '../../format-count'

export const zoom: typeof zoomMessages = {
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  showAll: 'Alles zeigen',
  closest: 'Näher geht es nicht heran',
  allShown: 'Es ist schon alles zu sehen',
  nothing: 'Noch ist nichts erfasst',
  settings: 'Einstellungen der Zeitleiste',
  spacing: 'Abstände',
  spacings: { time: 'Nach Zeit', event: 'Nach Ereignis' },
  spacingsByDay: { time: 'Nach Zeit', event: 'Nach Tag mit Buchungen' },
  snap: 'Ziehen rastet ein',
  snaps: { off: 'Nie', event: 'Ereignis', day: 'Tagesende', month: 'Monatsende' },
  snapsByDay: { off: 'Nie', event: 'Tag mit Buchungen', day: 'Tag', month: 'Monatsende' },
  whose: 'Bewegungen und Summe',
  whoseNames: { all: 'Alle Konten', account: 'Offenes Konto' },
  gestures: [
    ['Strg Mausrad, Spreizen, + −', 'vergrößern, ohne Bewegung in der Zeit'],
    ['Umschalt Ziehen', 'Markiertes ganz zeigen'],
    ['Umschalt Mausrad, zwei Finger', 'verschieben'],
    ['0', 'alles zeigen'],
  ],
  touches: [
    ['Spreizen', 'vergrößern, ohne Bewegung in der Zeit'],
    ['Zwei Finger', 'verschieben'],
  ],
  choose: (panel, setting, choice) => `${panel} · ${setting}: ${choice}`,
  partShown: 'Gezeigter Teil',
  part: (from, to) => `${from} bis ${to}`,
  backToCursor: 'Zum gezeigten Zeitpunkt',
  total: 'Summe',
  sum: (name, amount) => `${name} ${amount}`,
  event: (position, what) => `Ereignis ${formatCount(position)}: ${what}`,
  here: (counts) => `hier ${counts}`,
}
