/** Die Seite „Abweichung finden“. */
import type { reconcileMessages } from '../en/reconcile'
import { formatCount } from '../format-count'

export const reconcile: typeof reconcileMessages = {
  title: 'Abweichung finden',
  back: (account) => `Zurück zu ${account}`,

  ask: 'Was die Bank sagt',
  balance: 'Kontostand',
  date: 'Datum',
  dateHint: 'Am Ende jenes Tages',
  several: 'Mehrere Kontostände',
  severalHint: 'Je Zeile einer: das Datum, dann der Kontostand. Sie grenzen ein, wo es begann.',
  find: 'Finden',
  balanceNeeded: 'Bitte den Kontostand eingeben, den die Bank nennt.',
  dateNeeded: 'Bitte ein Datum eingeben.',
  unread: (line, more) =>
    more === 0
      ? `Diese Zeile ist kein Datum mit Kontostand: „${line}“.`
      : `Diese Zeile und ${more} weitere sind kein Datum mit Kontostand: „${line}“.`,

  emptyTitle: 'Kontobuch und Bank sind sich nicht einig?',
  empty:
    'Bitte eingeben, was die Bank sagt und für welchen Tag. Hindsight findet den letzten Zeitpunkt, an dem das Kontobuch übereinstimmte, und die Buchungen seither, an denen es liegen könnte.',

  bankSays: (date) => `Die Bank am ${date}`,
  why: (figure) => `Warum ${figure}?`,
  ledgerSays: 'Das Kontobuch',
  difference: 'Abweichung',
  agreesTitle: 'Sie stimmen überein',
  agrees: (date) => `Bis ${date} steht im Kontobuch, was die Bank sagt.`,
  agreesPast: 'So, wie das Kontobuch zu diesem Zeitpunkt bekannt war.',
  record: 'Kontostand laut Bank erfassen',
  recordHint:
    'Ist er erfasst, gelten die Buchungen bis zu jenem Tag als abgeglichen. Was sie später ändert, wird gekennzeichnet.',
  pastReadOnly: 'Die Vergangenheit ist schreibgeschützt. Erfassen lässt sich nur in der Gegenwart.',

  lastAgreement: 'Zuletzt einig',
  agreedOn: (date, balance) => `Am ${date} stimmte das Kontobuch mit der Bank überein, bei ${balance}.`,
  changedSince: (date, count) =>
    `Der Kontostand vom ${date} war mit der Bank abgeglichen. ${
      count === 1 ? 'Eine danach erfasste Buchung hat' : `${formatCount(count)} danach erfasste Buchungen haben`
    } ihn geändert.`,
  differedOn: (date, difference) => `Am ${date} lagen sie schon ${difference} auseinander.`,
  sameOn: (date, balance) =>
    `Ein früherer Kontostand der Bank ist nicht bekannt. Am Ende des ${date} stand das Kontobuch auf genau ${balance}: Am ehesten liegt es an dem, was danach kam.`,
  fromBeginning:
    'Ein früherer Kontostand der Bank ist nicht bekannt, deshalb kommt jede Buchung bis zu jenem Tag in Betracht.',

  stretch: (difference, start, end) => `${difference} zwischen ${start} und ${end}`,
  stretchFromBeginning: (difference, end) => `${difference} bis ${end}`,
  narrower: 'Eingegrenzt durch die Kontostände dazwischen',
  suspects: 'Mögliche Ursachen',
  noSuspects: 'Keine einzelne Buchung und kein Paar erklärt die Abweichung. Vielleicht stimmt mehr als eines nicht.',
  more: (count) => `${count} weitere sind nicht aufgeführt.`,
  pairsBounded: (count) => `Paare wurden nur unter den neuesten ${count} Buchungen gesucht.`,
  pairsSearched: 'Gesucht wurden Summen von zwei Buchungen, nicht von dreien oder mehr.',

  missing: (amount) => `Vielleicht fehlt eine Buchung über ${amount}`,
  missingWhy: 'Die Bank hat sie, das Kontobuch nicht.',
  alike: (dates) => `Derselbe Betrag steht am ${dates}.`,
  recordIt: 'Erfassen',

  extra: (until) =>
    `Sie ist genau die Abweichung. Die Bank hat sie bis ${until} nicht: aus Versehen erfasst, noch nicht gebucht oder von einem späteren Tag.`,
  double: (date) => `Sie ist genau die Abweichung, und derselbe Betrag steht am ${date}: vielleicht zweimal erfasst.`,
  doubleSame: (date) =>
    `Sie ist genau die Abweichung, und am ${date} stehen derselbe Zahlungspartner und Betrag: wahrscheinlich zweimal erfasst.`,
  reversedLater: (reversed, until) =>
    `Sie ist storniert, aber erst am ${reversed}: Am ${until} zählt sie noch und ist genau die Abweichung.`,
  sign: (truth) =>
    `Das Doppelte dieses Betrags ist die Abweichung. Mit ${truth} würde es stimmen: Eingang und Ausgang verwechselt.`,
  digits: (truth) => `Zwei Ziffern vertauscht. Mit ${truth} würde es stimmen.`,
  slip: (truth) => `Das Komma steht an anderer Stelle. Mit ${truth} würde es stimmen.`,
  half: (truth) => `Die Hälfte davon ist die Abweichung. Mit ${truth} würde es stimmen.`,
  once: 'Sie ist genau das, was dem Kontobuch fehlt: Vielleicht hat die Bank sie zweimal.',
  dateLater: (until) =>
    `Sie ist genau das, was dem Kontobuch fehlt, aber später datiert. Vielleicht hat die Bank sie schon bis ${until}.`,
  dateEarlier: (start) =>
    `Sie ist genau das, was dem Kontobuch fehlt, aber vor dem ${start} datiert. Vielleicht hat die Bank sie erst danach.`,
  late: (recorded, until) => `Erfasst am ${recorded}, nachdem der Kontostand vom ${until} abgeglichen war.`,
  pair: 'Zusammen sind diese beiden die Abweichung.',
  repeat: (date) => `Derselbe Betrag steht am ${date}. Allein erklärt das die Abweichung nicht.`,
  repeatSame: (date) =>
    `Am ${date} stehen derselbe Zahlungspartner und Betrag: vielleicht zweimal erfasst. Allein erklärt das die Abweichung nicht.`,

  deposit: 'Einzahlung',
  withdrawal: 'Auszahlung',
  reversal: 'Storno',
  transferTo: (account) => `Umbuchung an ${account}`,
  transferFrom: (account) => `Umbuchung von ${account}`,
  showEvent: 'Ereignis zeigen',
  reverse: 'Stornieren',
  recordAs: (truth) => `Als ${truth} erfassen`,
  recordOn: (date) => `Am ${date} erfassen`,
  correctHint: 'Zum Berichtigen zuerst stornieren, dann noch einmal erfassen.',
  notReversible:
    'Nur Ein- und Auszahlungen lassen sich stornieren; eine Umbuchung geht durch eine zweite wieder zurück.',

  entriesSince: (count) => `Buchungen seither (${count})`,
  entriesUpTo: (count) => `Buchungen bis dahin (${count})`,
  showMore: (count) => `${count} weitere zeigen`,
  reading: 'Wird gelesen …',

  known: 'Was die Bank sagte',
  noneKnown: 'Noch ist kein Kontostand erfasst.',
  recorded: 'erfasst',
  given: 'hier eingegeben',
  agreed: 'stimmt überein',
  lookAt: (date) => `${date} ansehen`,
}
