/** Every word of export and import. */
import { spoken } from '../spoken'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const exchangeMessages = spoken('exchange', {
  cancel: 'Cancel',
  exportLog: 'Export log',
  importLog: 'Import log',

  exportWhat: 'What to export',
  exportAll: 'The whole log',
  exportAllHint: (events: string) => `All ${events} events, whatever moment you are looking at`,
  exportPart: 'Up to this moment',
  exportPartHint: (events: string, moment: string) => `The first ${events} events, as the ledger was on ${moment}`,
  gzip: 'Compress (gzip)',
  gzipHint: 'About a tenth of the size. Hindsight reads both.',
  fileName: 'File name',
  exportSeal: 'Seal',
  exportSealText: 'Keep it beside the file: it proves that nothing in the log was changed since.',
  exporting: 'Writing the file',
  exported: (file: string, size: string) => `${file} saved, ${size}`,
  exportEmpty: 'There is nothing to export yet. The file would hold no event.',

  logFile: 'Log file',
  chooseFile: 'Choose a file',
  dropHere: 'or drop it here',
  dropHint: 'A log exported by Hindsight (.json or .json.gz), or a plain JSON array of events.',
  changeFile: 'Change',
  nothingWritten: 'Nothing is written while it is checked. You decide when you have seen what it would change.',
  stepOpened: 'File opened',
  stepChecking: 'Checking the seal and every event',
  stepComparing: 'Comparing with your ledger',
  stepWriting: 'Recording',
  writingText: 'All or nothing: until it is complete nothing of it shows in your ledger.',
  starting: 'Starting …',
  pastReadOnly: 'The past is read-only. Return to now to record.',
  moreWarnings: (count: string) => `Show ${count} more`,
  progressEvents: (done: string, total: string | undefined) =>
    total === undefined ? `${done} events` : `${done} of ${total} events`,
  progressBytes: (done: string, total: string | undefined) => (total === undefined ? done : `${done} of ${total}`),
  secondsLeft: (seconds: number) =>
    seconds < 1
      ? 'almost done'
      : seconds < 60
        ? `about ${seconds} s left`
        : `about ${Math.ceil(seconds / 60)} min left`,
  checked: (events: string) => `Checked ${events} of ${events} events`,
  fileFacts: (events: string) => `${events} events`,
  exportedOn: (moment: string) => `exported ${moment}`,
  sealIntact: 'seal intact',
  unsealed: 'no seal',

  restored: (count: number, events: string) => `${events} ${plural(count, 'event', 'events')} would be restored`,
  restoredText: (name: string) =>
    `Your ledger is empty: it becomes “${name}” as the file has it, event for event and with the same seal.`,
  restoredUnsealedText: (name: string) =>
    `Your ledger is empty: it becomes “${name}” as the file has it, event for event.`,
  newLedgerText: (name: string) => `“${name}” opens as a ledger of its own. The one you have open stays as it is.`,
  added: (count: number, events: string) => `${events} ${plural(count, 'event', 'events')} would be added`,
  forwardText: (events: string) => `This file continues your ledger: its first ${events} events are the same.`,
  mergedText: 'They are recorded at the end, in the file’s order, each with where it came from.',
  mergedSkipped: (skipped: string) => `${skipped} are here already and stay as they are.`,
  present: 'Nothing to add',
  presentText: 'Every event of this file is in your ledger already, with the same content.',
  notWrittenYet: 'Nothing has been written yet.',
  entriesText: (entries: string, others: string) => `Entries among the new ones: ${entries}. Other events: ${others}.`,
  entriesOnlyText: 'All of the new ones are entries.',

  account: 'Account',
  newEntries: 'New entries',
  now: 'Now',
  change: 'Change',
  afterImport: 'After import',
  before: 'Before',
  after: 'After',
  effects: 'Effect on each account',
  total: (symbol: string) => `Total ${symbol}`,
  moreAccounts: (count: string) => `and ${count} more accounts`,
  warnings: 'Before you import',
  notices: {
    noSeal: 'The file carries no seal (rootHash), so nothing shows whether it is complete and unchanged.',
    aheadOfClock: (count: number, events: string, latest: string) =>
      `${events} ${plural(count, 'event is', 'events are')} recorded more than a day ahead of this device’s clock, the latest at ${latest}.`,
    belowLimit: (account: string, balance: string, limit: string) =>
      `${account} goes below its limit (${balance}, limit ${limit}).`,
    whileClosed: (account: string, count: number, entries: string) =>
      `${account} is closed, but ${count === 1 ? 'an entry was' : `${entries} entries were`} recorded in it.`,
  },
  importEvents: (count: number, events: string) => `Import ${events} ${plural(count, 'event', 'events')}`,

  target: 'Import into',
  targetCurrent: (name: string) => `${name}, the open ledger`,
  targetNew: 'A new ledger',

  divergedTitle: 'Two histories that part',
  divergedText: (common: string, beyond: string, file: string) =>
    `Your ledger and this file are the same up to event ${common}. Beyond it your ledger has ${beyond} events of its own, and the file has ${file}.`,
  divergedFromStart: (beyond: string, file: string) =>
    `Your ledger and this file differ from the first event on: yours has ${beyond} events, the file has ${file}.`,
  divergedAsk: 'Neither is wrong. You may keep them apart, or record the file’s events at the end of your ledger.',
  merge: 'Merge',
  mergeHint: 'What is unknown here is added at the end, as learned today. Nothing of yours is changed.',
  asNew: 'Import as a new ledger',
  asNewHint: 'Both stay whole, each under its own name.',
  inCommon: 'in common',
  onlyHere: 'only here',
  onlyFile: 'only in the file',

  accountTitle: 'Which account is this?',
  accountText: 'This file is a plain list of events. It names neither the account nor its currency.',
  name: 'Name',
  currency: 'Currency',
  nameNeeded: 'Give the account a name.',
  currencyNeeded: 'Choose the currency of the amounts.',
  continueCheck: 'Check the file',

  refusedUnchanged: 'Your ledger is unchanged.',
  tryAgain: 'Try again',
  refusedPlace: 'Where',
  conflicts: (count: string) => `${count} events are in conflict`,

  doneTitle: {
    restored: (count: number, events: string) => `${events} ${plural(count, 'event', 'events')} restored`,
    'fast-forwarded': (count: number, events: string) => `${events} ${plural(count, 'event', 'events')} added`,
    merged: (count: number, events: string) => `${events} ${plural(count, 'event', 'events')} merged`,
    'already-present': (_count: number, _events: string) => 'Nothing to add',
  },
  doneText: (size: string) => `The ledger has ${size} events now.`,
  root: 'Seal',
  done: 'Done',

  notAFile: 'That was not a file. Drop one file, or choose it.',
  severalFiles: 'One log at a time, please.',

  refusalFallback: 'The file was not imported',
  /** What a refusal means, in a headline; the error's words say where and what exactly. */
  refusals: {
    'not-json': 'This file is not JSON',
    'not-utf8': 'This file is not readable text',
    'bad-gzip': 'The compressed file is damaged',
    'not-this-format': 'This is not a Hindsight log',
    'newer-version': 'Made by a newer version of Hindsight',
    'too-large': 'An event is too large',
    'position-gap': 'Events are missing',
    'revision-gap': 'Events of a stream are missing',
    'repeated-event-id': 'An event stands in the file twice',
    'time-falls': 'The recorded time runs backwards',
    'bad-field': 'An event has a wrong or missing field',
    'bad-amount': 'An amount cannot be read',
    'bad-date': 'A date does not exist',
    'bad-text': 'A text is damaged',
    'account-not-opened': 'Entries of an account that was never opened',
    invariant: 'The events contradict each other',
    'size-mismatch': 'The file is not as long as it says',
    'root-mismatch': 'The seal is broken',
    'account-needed': 'The account is not named',
    diverged: 'Two histories that part',
    'conflicting-event': 'The two logs contradict each other',
    busy: 'Another import is running',
    'quota-exceeded': 'This device has no room left',
    unavailable: 'The browser does not let Hindsight store anything',
    blocked: 'Another tab holds an older version open',
    corrupt: 'Stored bytes are damaged',
  },
})
