/** Ein Zeitpunkt in Worten, für Vergleich und Lesezeichen. */
import type { momentMessages } from '../../en/moments/moments'

export const moments: typeof momentMessages = {
  now: 'Jetzt',
  nowOn: (date) => `Jetzt, ${date}`,
  linkCopied: 'Der Link ist kopiert. Er öffnet sich in diesem Browser, zu diesem Zeitpunkt.',
  linkNotCopied: 'Der Browser hat das Kopieren nicht erlaubt. Der Link steht in der Adresszeile.',
}
