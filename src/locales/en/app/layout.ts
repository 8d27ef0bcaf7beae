/** Every text of the frame, so that a locale catalogue can take its place. */
import { formatCount } from '../../format-count'
import { spoken } from '../../spoken'

export const layoutMessages = spoken('app/layout', {
  brand: 'Hindsight',
  firstLedger: 'My ledger',
  skip: 'Skip to the account',
  search: 'Search or command',
  searchShort: 'Search',
  menu: 'Menu',
  close: 'Close',
  moment: 'Moment shown',
  exportLog: 'Export log',
  importLog: 'Import log',
  appearance: 'Theme and language',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  /** Each by its own name, for those who cannot read the others. */
  languages: { en: 'English', de: 'Deutsch' },
  help: 'Help and shortcuts',
  now: 'Now',
  nowWords: 'everything recorded so far',
  notAvailable: 'Not available',
  savedHere: 'Saved on this device',
  keptHere: 'Kept on this device only',
  sealed: (root: string) => `log sealed ${root}`,
  lookingAt: 'You are looking at',
  setAside: (count: number) =>
    count === 1 ? '1 later event is set aside' : `${formatCount(count)} later events are set aside`,
  laterDates: 'later dates are set aside',
  returnToNow: 'Return to now',
  opening: 'Opening your ledger',
  notOpened: 'The ledger cannot be shown',
  broken: 'This part of the screen failed',
  brokenWords: 'Your log is untouched: what was recorded is saved before it is shown. Try again, or reload the page.',
  tryAgain: 'Try again',
  reload: 'Reload',
  details: 'What happened',
})
