/** Wer eine Datei signiert hat. */
import type { signatureMessages } from '../en/signatures'

export const signatures: typeof signatureMessages = {
  none: 'Nicht signiert: Die Datei belegt nicht, wer sie exportiert hat.',
  thisBrowser: (moment) => `Am ${moment} von diesem Browser signiert. Die Signatur passt.`,
  knownKey: (moment, since) =>
    `Am ${moment} mit einem Schlüssel signiert, von dem schon importiert wurde, zuerst am ${since}. Die Signatur passt.`,
  newKey: (moment) =>
    `Am ${moment} mit einem Schlüssel signiert, der hier neu ist. Die Signatur passt; bitte den Schlüssel mit dem vergleichen, von dem die Datei kommt.`,
  doesNotFit: 'Die Signatur passt nicht: Datei oder Signatur wurde nach dem Export verändert.',
  unchecked: 'Signiert, aber dieser Browser kann Signaturen nicht prüfen (ihm fehlt Ed25519).',
  key: 'Schlüssel',
  willSign: 'Dieser Browser signiert die Datei auch, damit er sie als seine wiedererkennt.',
  cannotSign:
    'Dieser Browser kann Dateien nicht signieren (ihm fehlt Ed25519): Die Datei ist versiegelt, aber nicht signiert.',
}
