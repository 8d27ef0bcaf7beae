/** Every word of bookmarks and of the moments one came from. */
import { formatCount } from '../../format-count'
import { spoken } from '../../spoken'

export const bookmarkMessages = spoken('moments/bookmarks', {
  add: 'Bookmark this moment',
  edit: 'Edit bookmark',
  name: 'Name',
  note: 'Note',
  save: 'Save',
  keep: 'Bookmark',
  cancel: 'Cancel',
  keptHere: 'Kept in this browser, with the ledger. The log knows nothing of it.',
  nameNeeded: 'Give the moment a name',
  kept: (name: string) => `“${name}” is bookmarked`,
  changed: (name: string) => `“${name}” is changed`,
  removed: (name: string) => `“${name}” is removed`,
  undo: 'Undo',
  title: 'Bookmarks and recent moments',
  bookmarks: 'Bookmarks',
  none: 'No bookmarks yet',
  noneHint: 'Give a name to a moment you will want to come back to: a tax return, a move, the end of a year.',
  recent: 'Where you came from',
  find: 'Find a bookmark',
  noneFound: 'No bookmark has these words',
  event: (position: number, size: number) => `event ${formatCount(position)} of ${formatCount(size)}`,
  editOf: (name: string) => `Edit ${name}`,
  removeOf: (name: string) => `Remove ${name}`,
  compareWith: (name: string) => `Compare with ${name}`,
})
