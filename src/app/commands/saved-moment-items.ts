/** Bookmarks and the moments one came from, as the palette's items. */
import { momentWords } from '../../features/moments/moment-words'
import { travel } from '../../stores/cursor-store'
import { currentBookmarks } from '../../stores/moments/bookmarks'
import { textOfMoment } from '../../stores/moments/moment-text'
import { useRecentMoments } from '../../stores/moments/recent-moments'

export interface SavedMomentItem {
  readonly id: string
  readonly group: 'bookmark' | 'recent'
  readonly label: string
  readonly detail?: string
  readonly run: () => void
}

/** Of each kind; the dialog lists them all. */
const MOST = 50

export function savedMomentItems(): readonly SavedMomentItem[] {
  const bookmarks = currentBookmarks().slice(-MOST).reverse()
  return [
    ...bookmarks.map(({ id, name, moment }) => ({
      id: `bookmark ${id}`,
      group: 'bookmark' as const,
      label: name,
      detail: momentWords(moment, 'date'),
      run: () => travel.to(moment),
    })),
    ...useRecentMoments.getState().moments.map((moment) => ({
      id: `recent ${textOfMoment(moment)}`,
      group: 'recent' as const,
      label: momentWords(moment, 'date-with-weekday'),
      run: () => travel.to(moment),
    })),
  ]
}
