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
    `Ein Datum, auch mit Uhrzeit, ein Zeitraum oder ein Ereignis: ${date} 14:03, gestern, letzter Monat, 1. Quartal 2024, vor zwei Wochen, ${event}`,
  helpKnown: 'Was wann bekannt war. Leer bleibt es, wie es ist.',
  helpValueDate: 'Der Tag oder Zeitraum, nach dem gefragt wird, oder „jetzt“ für alle. Leer bleibt es, wie es ist.',
  go: 'Dorthin',
  cancel: 'Abbrechen',
  faults: {
    empty: 'Bitte ein Datum, einen Zeitraum oder die Nummer eines Ereignisses eingeben: gestern, 1. Quartal 2024, #12',
    unread: (typed, date) =>
      `„${typed}“ ist kein Zeitpunkt. Möglich ist zum Beispiel ${date}, ${date} 14:03, letzter Monat, 1. Quartal 2024 oder #12`,
    noDay: (date) => `Das ist kein Tag. Möglich ist zum Beispiel ${date}, letzter Monat oder 1. Quartal 2024`,
    noSuchEvent: (event, size) =>
      size === 0 ? 'Noch gibt es kein Ereignis' : `Ereignis #${event} liegt hinter dem letzten, #${formatCount(size)}`,
    noSuchTime: (time) => `${time} gibt es nicht. Möglich ist 00:00 bis 23:59`,
    noSuchDay: (typed, instead) => `${typed} gibt es nicht. Möglich ist ${instead}`,
    noSuchMonth: (typed, month) => `${typed} hat keinen Monat ${month}. Monate gehen von 1 bis 12`,
    swapped: (typed, month, instead) => `${typed} hat keinen Monat ${month}. Wenn der Monat vorn steht: ${instead}`,
    noSuchQuarter: (quarter) => `Ein ${quarter}. Quartal gibt es nicht. Möglich ist 1 bis 4`,
    noSuchWeek: (week, year, last) =>
      week < 1 ? 'Wochen zählen ab 1' : `${year} hat keine Woche ${week}. Die letzte ist ${last}`,
    skipped: (date, time, next) =>
      `${time} gibt es am ${date} nicht, denn die Uhren wurden vorgestellt. Möglich ist ${next}`,
    needsDay: (day, time) => `Eine Uhrzeit gehört zu einem Tag. Möglich ist zum Beispiel ${day} ${time}`,
    ahead: 'Die Zukunft ist noch nicht erfasst. Möglich ist jetzt, heute oder etwas davor',
  },
  ends: {
    day: 'das Ende jenes Tages',
    week: 'das Ende jener Woche',
    month: 'das Ende jenes Monats',
    quarter: 'das Ende jenes Quartals',
    year: 'das Ende jenes Jahres',
  },
  twice: (first) => `das zweite Mal, dass die Uhren so standen; das erste ist ${first}`,
  reachesNow: (when) => `${when}: Das ist die Gegenwart, später wurde nichts erfasst`,
  now: 'Jetzt: alles bisher Erfasste',
  typed: {
    event: 'ereignis|ereignis nr.|nr.',
    asKnown: 'kenntnisstand|stand|bekannt',
    lead: 'am|zum|bis|um|ab|im|in|stand|kenntnisstand|ende|des|der|dem|den',
    last: 'letzten|letzter|vorigen|voriger|vergangenen|vergangener',
    week: 'woche|kalenderwoche|kw',
    numbers: 'eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf',
    one: 'ein|eine|einem|einen|einer',
    noon: 'mittag|mittags',
    midnight: 'mitternacht|mitternachts',
    oclock: 'uhr',
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
