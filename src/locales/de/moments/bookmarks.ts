/** Lesezeichen und die Zeitpunkte, von denen man kam. */
import type { bookmarkMessages } from '../../en/moments/bookmarks'
import { formatCount } from '../../format-count'

export const bookmarks: typeof bookmarkMessages = {
  add: 'Lesezeichen setzen',
  edit: 'Lesezeichen ändern',
  name: 'Name',
  note: 'Notiz',
  save: 'Speichern',
  keep: 'Setzen',
  cancel: 'Abbrechen',
  keptHere: 'Bleibt in diesem Browser, beim Kontobuch. Das Protokoll weiß nichts davon.',
  nameNeeded: 'Bitte dem Zeitpunkt einen Namen geben',
  kept: (name) => `Lesezeichen „${name}“ gesetzt`,
  changed: (name) => `Lesezeichen „${name}“ geändert`,
  removed: (name) => `Lesezeichen „${name}“ entfernt`,
  undo: 'Rückgängig',
  title: 'Lesezeichen und letzte Zeitpunkte',
  bookmarks: 'Lesezeichen',
  none: 'Noch keine Lesezeichen',
  noneHint:
    'Ein Name für einen Zeitpunkt, zu dem man zurückkommen will: eine Steuererklärung, ein Umzug, das Ende eines Jahres.',
  recent: 'Zuletzt angesehen',
  find: 'Lesezeichen finden',
  noneFound: 'Kein Lesezeichen enthält diese Wörter',
  event: (position, size) => `Ereignis ${formatCount(position)} von ${formatCount(size)}`,
  editOf: (name) => `${name} ändern`,
  removeOf: (name) => `${name} entfernen`,
  compareWith: (name) => `Mit ${name} vergleichen`,
}
