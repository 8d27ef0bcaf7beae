/** Every word about where ledgers are kept, and how safe they are there. */
import { spoken } from '../spoken'

export const storageMessages = spoken('storage', {
  title: 'Storage and backup',
  used: (used: string, free: string) => `${used} used on this device, ${free} free`,
  unknown: 'This browser does not say how much room it gives',
  short: 'Room is running out. Free some disk space, or export and remove a ledger you no longer need.',
  promised: 'The browser keeps your ledgers until you remove them.',
  notPromised: 'The browser may clear your ledgers when the device runs out of space.',
  ask: 'Ask it to keep them',
  refused: 'The browser does not promise it now. Keep an export; installing Hindsight often changes its mind.',
  allBackedUp: 'Every event of this ledger stands in a file.',
  notBackedUp: (count: number, text: string) =>
    count === 1 ? '1 event since the last backup' : `${text} events since the last backup`,
  never: (count: number, text: string) => (count === 1 ? '1 event, no backup yet' : `${text} events, no backup yet`),
  backUp: 'Export log',
})
