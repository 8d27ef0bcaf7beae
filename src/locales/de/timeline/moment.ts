/** Einen Zeitpunkt eingeben. */
import type { momentMessages } from '../../en/timeline/moment'
import { formatCount } from '../../format-count'

export const moment: typeof momentMessages = {
  goTo: 'Zu einem Zeitpunkt gehen',
  pin: 'Mit einem Zeitpunkt vergleichen',
  pinVerb: 'Vergleichen',
  bookmark: 'Lesezeichen setzen',
  moment: 'Zeitpunkt',
  known: 'Erfassung',
  valueDate: 'Wertstellung',
  help: (date, event) =>
    `Ein Datum, auch mit Uhrzeit, ein Zeitraum oder ein Ereignis: ${date} 14:03, gestern, letzter Monat, 1. Quartal 2024, vor 3 Tagen, ${event}`,
  helpKnown: 'Was wann bekannt war. Leer bleibt es, wie es ist.',
  helpValueDate: 'Der Tag oder Zeitraum, nach dem gefragt wird, oder „jetzt“ für alle. Leer bleibt es, wie es ist.',
  go: 'Dorthin',
  cancel: 'Abbrechen',
  faults: {
    empty: 'Bitte ein Datum, einen Zeitraum oder die Nummer eines Ereignisses eingeben: gestern, 1. Quartal 2024, #12',
    unread: (date) =>
      `Das ist kein Zeitpunkt. Möglich ist zum Beispiel ${date}, ${date} 14:03, letzter Monat, 1. Quartal 2024 oder #12`,
    noDay: (date) => `Das ist kein Tag. Möglich ist zum Beispiel ${date}, letzter Monat oder 1. Quartal 2024`,
    noSuchEvent: (size) =>
      size === 0
        ? 'Noch gibt es kein Ereignis'
        : `Es gibt ${formatCount(size)} Ereignisse: Bitte #1 bis #${formatCount(size)} eingeben`,
    noSuchTime: 'Diese Uhrzeit gibt es nicht. Möglich ist 00:00 bis 23:59',
  },
  ends: {
    day: 'das Ende jenes Tages',
    week: 'das Ende jener Woche',
    month: 'das Ende jenes Monats',
    quarter: 'das Ende jenes Quartals',
    year: 'das Ende jenes Jahres',
  },
  reachesNow: (when) => `${when}: Das ist die Gegenwart, später wurde nichts erfasst`,
  now: 'Jetzt: alles bisher Erfasste',
  typed: {
    event: 'ereignis|ereignis nr.|nr.',
    asKnown: 'kenntnisstand|stand|bekannt',
    lead: 'am|zum|bis|um|ab|stand|kenntnisstand|ende|des|der|dem|den',
    last: 'letzten|letzter|vorigen|voriger|vergangenen|vergangener',
    week: 'woche|kalenderwoche|kw',
    thisPeriod: {
      week: 'laufende woche|laufenden woche|dieser woche|woche|wochenende',
      month: 'laufender monat|laufenden monats|dieses monats|monats|monatsende',
      quarter: 'laufendes quartal|laufenden quartals|dieses quartals|quartals|quartalsende',
      year: 'laufendes jahr|laufenden jahres|dieses jahres|jahres|jahresende|heuer',
    },
    lastPeriod: {
      week: 'vorwoche|vorige woche|vergangene woche|letzter woche',
      month:
        'vormonat|vormonats|voriger monat|vorigen monat|vergangener monat|vergangenen monat|letzten monats|vorigen monats',
      quarter: 'vorquartal|vorquartals|voriges quartal|vergangenes quartal|letzten quartals|vorigen quartals',
      year: 'vorjahr|vorjahres|voriges jahr|vergangenes jahr|letzten jahres|vorigen jahres',
    },
  },
}
