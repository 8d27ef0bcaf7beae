/** Every word of backups that write themselves, and of restoring from one. */
import { spoken } from '../spoken'

const plural = (count: number, text: string) => (count === 1 ? '1 event' : `${text} events`)

export const backupMessages = spoken('backup', {
  title: 'Automatic backup',
  text: 'Hindsight writes the whole log, compressed, to a place of your choice on this device, and reads every file back. A folder that is copied elsewhere, such as one of a cloud drive, is safest.',
  unsupported:
    'This browser lets no page write to a folder by itself. You are reminded instead, and “Export log” saves a file.',
  sandbox: 'A sandbox is not backed up. Open the ledger it was branched from.',
  chooseFolder: 'Choose a folder',
  chooseFile: 'Choose a single file',
  otherFolder: 'Choose another folder',
  otherFile: 'Choose another file',
  folder: (name: string) => `Folder “${name}”`,
  file: (name: string) => `File “${name}”`,
  setUp: 'Set up automatic backup',
  settings: 'Automatic backup',
  off: 'Automatic backup is off.',
  /** `when` stands in the midst of the sentence: “today, 14:03”. */
  last: (count: number, events: string, when: string, where: string) =>
    `Last backup: ${plural(count, events)}, ${when}, to ${where}`,
  noneYet: (where: string) => `No backup in ${where} yet.`,
  today: (time: string) => `today ${time}`,
  upToDate: 'Everything is backed up.',
  behind: (count: number, events: string) => `${plural(count, events)} since then.`,
  how: 'How often',
  everyDay: 'Each day',
  every: (events: string) => `After every ${events} events`,
  keep: 'Files to keep',
  keepLast: (count: string) => `The last ${count}`,
  now: 'Back up now',
  end: 'Turn off',
  endNote: 'The files that were written stay where they are.',
  done: 'Done',
  writing: 'Writing the backup, and reading it back',
  written: (count: number, events: string, where: string) => `${plural(count, events)} backed up to ${where}`,
  alreadyThere: 'Everything is in the last backup already.',
  busy: 'Another tab is writing the backup.',
  failed: 'The backup failed',
  allow: 'Allow again',
  openSettings: 'Open settings',
  ended: 'Automatic backup is off. The files stay.',
  /** Why the last backup failed, and what to do. */
  faults: {
    permission: 'The browser asks again before Hindsight may write the backups.',
    gone: 'The place of the backups is gone. Put it back, or choose another one.',
    'disk-full': 'There is no room left where the backups are written. The last good one is unchanged.',
    'in-use': 'Another program holds the backup file. It is tried again later.',
    'not-contained':
      'The file holds events that this ledger does not have, so it was not replaced. Choose another place.',
    damaged: 'A part of this ledger is damaged, so the last good backup was left as it is. Verify the ledger.',
    'not-verified': 'The file could not be read back as it was written. Choose another place.',
    failed: 'The backup could not be written. The last good one is unchanged; it is tried again later.',
  },

  restore: 'Restore from a backup',
  restoreText:
    'Choose a file that Hindsight exported or backed up. It is checked from the first event to its seal, becomes a ledger, and is read again afterwards.',
  restoreFile: 'Choose a file',
  restoreFolder: 'Newest in a folder',
  restoreFrom: (folder: string) => `Newest in “${folder}”`,
  backupFile: 'Backup file',
  cancel: 'Cancel',
  searching: 'Looking for backups',
  noneInFolder: 'There is no log file in this folder.',
  which: 'This folder holds backups of several ledgers. Which one?',
  fileFacts: (count: number, events: string, moment: string) => `${plural(count, events)}, written ${moment}`,
  checking: 'Checking every event of the file',
  restoring: 'Restoring, and reading everything again',
  sameHasAll: 'This ledger is here already',
  sameHasAllText: (name: string, file: string) =>
    `“${name}” has every event of ${file}, and nothing is to be restored.`,
  sameHasMore: (name: string, file: string, count: number, more: string) =>
    `“${name}” has every event of ${file}, and ${plural(count, more)} that came later. Nothing is to be restored.`,
  openIt: 'Open it',
  behindTitle: 'This ledger is here, and is behind the file',
  behindText: (name: string, count: number, events: string) =>
    `“${name}” is as the file has it, without its last ${plural(count, events)}.`,
  catchUp: (count: number, events: string) => `Add ${plural(count, events)}`,
  partedTitle: 'This ledger is here, and differs from the file',
  partedText: (name: string, common: string, here: string, file: string) =>
    `“${name}” and the file are the same up to event ${common}. Then ${here} events follow here, and ${file} others in the file.`,
  asNew: 'Restore beside it',
  restored: (count: number, events: string) => `${plural(count, events)} restored`,
  restoredText: (name: string) =>
    `“${name}” was read again from its first stored byte on. Count, seal, revisions and balances are those of the file.`,
  notVerified: 'Restored, but something is not as in the file',
  notVerifiedText: 'Open “Verify” to see where, and restore another file.',
  seal: 'Seal',
  refused: 'This file cannot be restored',
  unchanged: 'Nothing was changed.',
  olderOne: 'Try the one before it',
  importInstead: 'Import it instead',
  accountNeeded: 'This is a plain list of events, which names no ledger. The import asks which account it is.',
})
