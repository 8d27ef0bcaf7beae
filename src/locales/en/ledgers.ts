/** Every word about ledgers as wholes: which is open, what they are called, whether they are sound. */
import { spoken } from '../spoken'

export const ledgerMessages = spoken('ledgers', {
  menu: (name: string) => `Ledger: ${name}`,
  ledgers: 'Ledgers',
  opening: 'Opening …',
  notOpen: 'None open',
  events: (count: number, text: string) => (count === 1 ? '1 event' : `${text} events`),
  open: 'open',
  sandboxOf: (events: string) => `Sandbox · ${events}`,
  discard: 'Discard sandbox',
  newLedger: 'New ledger',
  rename: 'Rename ledger',
  remove: 'Remove ledger',
  removeOf: (name: string) => `Remove ${name}`,
  openOf: (name: string) => `Open ${name}`,
  manage: 'All ledgers',
  thisLedger: 'This ledger',
  section: 'Ledger',
  compare: 'Compare',
  verify: 'Verify',
  eventLog: 'Event log',

  cancel: 'Cancel',
  done: 'Done',
  name: 'Name',
  create: 'Create ledger',
  createText: 'A ledger of its own, kept on this device beside the others.',
  save: 'Save',
  nameNeeded: 'Give the ledger a name.',
  nothingChanged: 'Nothing has been changed yet.',
  renameText: 'The new name is an event too: in the past the ledger keeps its old one.',
  pastReadOnly: 'The past is read-only. Return to now to record.',
  renamed: (name: string) => `Renamed to ${name}`,
  opened: (name: string) => `${name} opened`,
  removed: (name: string) => `${name} removed from this device`,

  removeText: (name: string, events: string) =>
    `“${name}” and its ${events} are removed from this device. There is no way back but an exported file.`,
  removeEmptyText: (name: string) => `“${name}” is empty. Nothing is lost with it.`,
  exportFirst: 'Export log first',
  openToExport: 'Open it and export its log',
  confirmName: 'Type its name to remove it',
  nameDiffers: (name: string) => `This is not its name. Type “${name}” exactly.`,

  listText: 'Each is kept on this device in a database of its own.',
  importNew: 'Import a log',

  verifyText:
    'Re-reads every stored byte from the first event on, and compares seal, revisions and balances with what is shown.',
  verifying: 'Checking every event',
  again: 'Verify again',
  sound: 'Everything is as it was recorded',
  soundText: (events: string) =>
    `Intact: ${events} were read again. Their seal, revisions, balances and snapshots are those that are stored and shown.`,
  broken: 'Something is not as it was recorded',
  /** Before the finding, which is in English. */
  brokenBecause: '',
  brokenAt: (position: string) => `First at event ${position}.`,
  brokenAdvice: 'Export what can still be read, and compare it with an older copy of your log.',
  seal: 'Seal',
})
