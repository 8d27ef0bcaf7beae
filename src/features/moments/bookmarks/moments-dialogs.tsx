/** The dialogs of bookmarks; each shows itself when it is asked for. The moments one comes from are followed meanwhile. */
import { useEffect } from 'react'
import { useDialog } from '../../../stores/dialog-store'
import { followMoments } from '../../../stores/moments/recent-moments'
import { BookmarkDialog } from './bookmark-dialog'
import { BookmarksDialog } from './bookmarks-dialog'

export function MomentsDialogs() {
  const request = useDialog((dialog) => dialog.request)
  useEffect(() => followMoments(), [])
  if (request?.kind === 'bookmark') return <BookmarkDialog request={request} />
  return request?.kind === 'bookmarks' ? <BookmarksDialog /> : null
}
