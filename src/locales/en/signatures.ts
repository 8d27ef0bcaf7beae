/** Every word about who signed a file. */
import { spoken } from '../spoken'

export const signatureMessages = spoken('signatures', {
  none: 'Not signed: the file does not prove who exported it.',
  thisBrowser: (moment: string) => `Signed by this browser on ${moment}. The signature fits.`,
  knownKey: (moment: string, since: string) =>
    `Signed on ${moment} by a key that you imported from before, first on ${since}. The signature fits.`,
  newKey: (moment: string) =>
    `Signed on ${moment} by a key that is new here. The signature fits; compare the key with whoever gave you the file.`,
  doesNotFit: 'The signature does not fit: somebody changed the file or the signature after it was exported.',
  unchecked: 'Signed, but this browser cannot check signatures (it has no Ed25519).',
  key: 'Key',
  willSign: 'This browser signs the file too, so that it is known again as its own.',
  cannotSign: 'This browser cannot sign files (it has no Ed25519): the file is sealed, but not signed.',
})
