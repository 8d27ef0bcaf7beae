/** Texts about the app as an installed program. */
import { spoken } from '../../spoken'

export const offlineMessages = spoken('app/offline', {
  newVersion: 'A new version of Hindsight is ready.',
  reload: 'Reload',
  notNow: {
    work: 'Not now: work on this ledger is under way. Reload when it is done.',
    typing: 'Not now: what you are typing would be lost. Finish it, then reload.',
  },
  oneFile: (name: string, others: number) =>
    `${name} is opened first. Open the other ${others === 1 ? 'file' : `${others} files`} when you are done with it.`,
  unreadable: 'The file could not be read. It may have been moved; open it with Import log.',
})
