/** Every word about damage, repair and proof. */
import { spoken } from '../spoken'

export const integrityMessages = spoken('integrity', {
  noticeTitle: 'This ledger is damaged',
  noticeFrom: (position: string) =>
    `From event ${position} on, nothing is vouched for. Nothing can be recorded until it is repaired.`,
  noticeTables:
    'Its events are sound, but what is kept beside them is not. Nothing can be recorded until it is made anew.',
  look: 'What is damaged',

  damagedTitle: 'Something is not as it was recorded',
  unreadable: (position: string) => `Event ${position} cannot be read.`,
  missing: (position: string) => `Event ${position} is missing.`,
  uncounted: (position: string) => `Event ${position} is stored, but the ledger does not count it.`,
  rule: (position: string) => `Event ${position} breaks a rule that it kept when it was recorded.`,
  changed: (position: string) => `Event ${position} was changed: its seal does not fit.`,
  changedAmong: (first: string, last: string) =>
    `One of the events ${first} to ${last} was changed: their seal does not fit.`,
  recordedAt: (instant: string) => `It was recorded on ${instant}.`,
  tablesOnly: 'All events are sound. What is kept beside them differs from what they give:',
  tables: {
    head: 'where the log ends, and what it is called',
    index: 'where its events stand',
    streams: 'balances and revisions for deciding',
    commands: 'which commands were given',
    snapshots: 'snapshots for opening and searching quickly',
  },
  detail: 'Technical finding',
  stands: 'What still stands',
  sound: (count: number, text: string) =>
    count === 1 ? '1 event before it is sound.' : `${text} events before it are sound.`,
  readable: (count: number, text: string) =>
    count === 1 ? '1 event in all can be read.' : `${text} events in all can be read.`,
  fitting: (count: number, text: string) =>
    count === 1 ? '1 event behind it still fits its seal.' : `${text} events behind it still fit their seals.`,
  advice:
    'Nothing was overwritten. Repair it from a file that you exported: what is sound is kept, the rest comes from there.',
  adviceTables: 'No file is needed: all of it follows from the events.',
  repairFrom: 'Repair from a backup …',
  rebuild: 'Make it anew',
  exportSound: 'Export what is sound',
  onlySound: (text: string) => `This ledger is damaged: the file will hold the ${text} events that are sound.`,

  repairTitle: 'Repair from a backup',
  repairText: 'Choose a log file of this ledger. It is checked first; nothing is written before you agree.',
  logFile: 'Log file',
  secondFile: 'Second log file',
  choose: 'Choose file',
  change: 'Change file',
  checking: 'Checking file and ledger',
  repairing: 'Repairing',
  wouldTitle: 'What a repair would do',
  doneTitle: 'The ledger is repaired',
  doneBroken: 'The repair was made, but something is still not sound',
  kept: (count: number, text: string) =>
    count === 1 ? '1 event is kept as it is' : `${text} events are kept as they are`,
  restored: (count: number, text: string) =>
    count === 1 ? '1 event comes from the file' : `${text} events come from the file`,
  lost: (count: number, text: string) =>
    count === 1
      ? '1 event cannot be restored: it is not in the file'
      : `${text} events cannot be restored: they are not in the file`,
  nothingLost: 'Nothing is lost',
  proved: 'The ledger’s own seal confirms every one of them.',
  notProved: 'No seal of the ledger confirms the last of them: compare with what you know.',
  verified: (text: string) => `Verified afterwards: intact, ${text} events.`,
  keepDoubtful: (count: number, text: string) =>
    count === 1
      ? 'Keep 1 event that can be read, though no seal confirms it'
      : `Keep ${text} events that can be read, though no seal confirms them`,
  asideText: 'What was taken out is set aside on this device.',
  asideExport: 'Save it as a file',
  asideDiscard: 'Discard it',
  asideGone: 'Discarded.',
  repair: 'Repair',
  cancel: 'Cancel',
  done: 'Done',

  proveTitle: 'Prove an export',
  proveText: 'Shows what a log file is to this ledger, or two files to each other, so that nobody has to be believed.',
  against: 'Compare with',
  thisLedger: (name: string) => `This ledger: ${name}`,
  otherFile: 'Another file',
  prove: 'Prove',
  proving: 'Reading every event',
  theFile: (name: string) => `“${name}”`,
  same: (a: string, b: string) => `${a} and ${b} are the same`,
  earlier: (a: string, b: string) => `${a} is an earlier state of ${b}`,
  differs: (position: string) => `They differ from event ${position} on`,
  foreign: 'They have nothing to do with each other',
  sameText: (count: number, text: string) =>
    count === 1 ? 'The 1 event is the same.' : `All ${text} events are the same, one by one.`,
  earlierText: (common: string, more: string) =>
    `All of its ${common} events are there, unaltered and in their places; ${more} were recorded after them.`,
  differsText: (common: string) =>
    `The first ${common} events are the same. What follows was recorded differently, or altered.`,
  foreignText: 'Not one event is the same, and they are different ledgers.',
  signatures: {
    none: 'not signed',
    'this-browser': 'signed by this browser',
    'another-key': 'signed by another key',
    'does-not-fit': 'the signature does not fit: somebody changed file or signature',
    unchecked: 'signed, but this browser cannot check it',
  },
  key: (fingerprint: string) => `key ${fingerprint}`,
  technical: 'The proof',
  checked: 'This proof was checked here and holds.',
  notChecked: 'This proof does not hold.',
  saveProof: 'Save the proof',
  events: (count: number, text: string) => (count === 1 ? '1 event' : `${text} events`),
})
