/** The bookmarks of the open ledger, with the bounds they have in it. Kept in this browser; every tab shows the same. */
import { useMemo } from 'react'
import { create } from 'zustand'
import type { Bookmark } from '../../application/backend/backend'
import type { Moment } from '../../time-travel/moment'
import { type Bound, resolveMoment } from '../../time-travel/resolve-moment'
import { ledgerApplication, useLedger } from '../ledger-store'

export type { Bookmark }

/** A bookmark and where it lies in the open timeline. */
export interface BookmarkAt extends Bookmark {
  readonly bound: Bound
}

interface BookmarksState {
  readonly localId: string
  /** In the order they were made. */
  readonly bookmarks: readonly Bookmark[]
}

const useKept = create<BookmarksState>(() => ({ localId: '', bookmarks: [] }))

/** In the order they were made. Begins to follow them with its first use. */
export function useBookmarks(): readonly BookmarkAt[] {
  follow()
  const bookmarks = useKept((state) => state.bookmarks)
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => bookmarks.map(boundedIn(timeline)), [bookmarks, timeline, version])
}

/** The same, read at once: for the palette, whose items are made with each letter. */
export function currentBookmarks(): readonly BookmarkAt[] {
  follow()
  return useKept.getState().bookmarks.map(boundedIn(useLedger.getState().timeline))
}

/** For a moment that has no name yet. Now is the position it stands at: a bookmark does not move on. */
export function newBookmark(moment: Moment): Bookmark {
  const fixed = moment === 'now' ? { position: useLedger.getState().size } : moment
  return { id: ledgerApplication().desk.newId(), name: '', note: '', moment: fixed }
}

/** Adds it, or takes the place of that of the same id. @throws StorageError */
export async function keepBookmark(bookmark: Bookmark): Promise<void> {
  const { desk } = ledgerApplication()
  await desk.bookmarks.put(desk.localId, bookmark)
  await read()
}

/** @throws StorageError */
export async function removeBookmark(id: string): Promise<void> {
  const { desk } = ledgerApplication()
  await desk.bookmarks.remove(desk.localId, id)
  await read()
}

function boundedIn(timeline: Parameters<typeof resolveMoment>[0]) {
  return (bookmark: Bookmark): BookmarkAt => ({ ...bookmark, bound: resolveMoment(timeline, bookmark.moment) })
}

let following: object | undefined

/** Of an application once, however often it is asked. */
function follow(): void {
  const application = ledgerApplication()
  if (following === application) return
  following = application
  application.desk.bookmarks.onChange((localId) => {
    if (localId === useKept.getState().localId) void read()
  })
  useLedger.subscribe(({ localId }) => {
    if (localId !== useKept.getState().localId) void read()
  })
  void read()
}

async function read(): Promise<void> {
  const { desk } = ledgerApplication()
  const { localId } = desk
  if (localId !== useKept.getState().localId) useKept.setState({ localId, bookmarks: [] })
  // What cannot be read is no bookmark; whoever keeps one hears what is wrong.
  const bookmarks = await desk.bookmarks.list(localId).catch(() => [])
  if (useKept.getState().localId === localId) useKept.setState({ bookmarks })
}
