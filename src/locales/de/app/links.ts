/** Was zu einem Link gesagt wird, der zu etwas führt, das hier nicht ist, und zu einem Konto, das zu wählen ist. */
import type { linkMessages } from '../../en/app/links'

export const links: typeof linkMessages = {
  elsewhere:
    'Dieser Link gehört zu einem Kontobuch, das nicht in diesem Browser liegt. Zu sehen ist ein anderes, wie es jetzt ist.',
  unknown:
    'Dieser Link gehört zu einem Konto, das es in diesem Kontobuch nicht gibt. Zu sehen ist, was es jetzt enthält.',
  moment: (part) =>
    `„${part}“ in diesem Link ist kein Zeitpunkt. Zu sehen ist jetzt. Richtig: at=1204 (Ereignis), at=2024-03-12T14:03:00.000Z oder on=2024-03-12 (Wertstellung).`,
  date: (part) => `„${part}“ in diesem Link ist kein Datum und blieb unbeachtet. Ein Datum schreibt man 2024-03-12.`,

  whichAccount: 'Welches Konto?',
  chooseOne: 'Auf dieser Seite geht es immer um ein einzelnes Konto.',
  notHere: 'Dieses Konto gibt es im offenen Kontobuch nicht',
  notHereHint:
    'Vielleicht steht es in einem anderen Kontobuch, oder der Link gehört zu einer älteren Kopie. Konten dieses Kontobuchs:',
  find: 'Konto suchen',
  noneFound: 'Kein Konto heißt so.',
  more: 'Beim Tippen werden weitere gefunden.',
}
