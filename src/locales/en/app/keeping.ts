/** What is said, without being asked, about whether ledgers are safe in this browser. */
import { spoken } from '../../spoken'

export const keepingMessages = spoken('app/keeping', {
  promised: 'This browser now keeps your ledgers until you remove them.',
  notPromised: 'This browser may clear your ledgers when the device runs out of space. Keep an export.',
  short: (free: string) =>
    `Only ${free} of room is left for this site. Free some disk space, or export and remove a ledger you no longer need.`,
  remind: (count: number, text: string) =>
    count === 1 ? '1 event since the last backup.' : `${text} events since the last backup.`,
  remindFirst: (count: number, text: string) =>
    count === 1 ? '1 event, and no backup yet.' : `${text} events, and no backup yet.`,
  backUp: 'Export log',
})
