/** Ein Zeitpunkt in Worten, für Vergleich und Lesezeichen. */
import type { momentMessages } from '../../en/moments/moments'

const BEFORE_FIRST = 'Vor dem ersten Ereignis'
const WITHIN_SENTENCE = 'vor dem ersten Ereignis'

export const moments: typeof momentMessages = {
  now: 'Jetzt',
  nowOn: (date) => `Jetzt, ${date}`,
  beforeFirst: BEFORE_FIRST,
  asKnown: (day, moment) => `${day}, Kenntnisstand ${moment === BEFORE_FIRST ? WITHIN_SENTENCE : moment}`,
  linkCopied: 'Der Link ist kopiert. Er öffnet sich in diesem Browser, zu diesem Zeitpunkt.',
  linkNotCopied: 'Der Browser hat das Kopieren nicht erlaubt. Der Link steht in der Adresszeile.',
}
