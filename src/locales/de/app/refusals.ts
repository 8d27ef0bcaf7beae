/** Warum ein Befehl jetzt nicht gegeben werden kann. */
import type { refusalMessages } from '../../en/app/refusals'

export const refusals: typeof refusalMessages = {
  pastReadOnly: 'Die Vergangenheit ist schreibgeschützt. Erfassen lässt sich nur in der Gegenwart.',
  noAccount: 'Zuerst ein Konto eröffnen',
  nothingToReverse: 'Hier gibt es keine Buchung, die sich stornieren ließe',
}
