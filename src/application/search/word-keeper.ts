/** The words of a ledger in its database: a manifest, and pages named by their checksums, as snapshots are stored. */
import { checksum } from '../../projections/snapshot/checksum'
import { SnapshotStore } from '../../storage/snapshot-store'
import type { LedgerEntry } from '../backend/backend'
import type { WordKeeper } from './word-index'

export const WORDS = 'words'
/** Another form of chunks, or of the words in them, is another version. */
export const WORDS_VERSION = 2

export function openWordKeeper(entry: LedgerEntry): WordKeeper & { close(): void } {
  const store = new SnapshotStore(entry.databaseName)
  return {
    read: async () => {
      const snapshot = await store.get<(string | null)[]>(WORDS, WORDS_VERSION)
      return snapshot && { ...snapshot, pages: snapshot.value }
    },
    readPage: async (page) => {
      let found: Uint8Array | undefined
      await store.readPages(WORDS, [page], (_, bytes) => {
        found = bytes
      })
      if (!found || !page.endsWith(`/${checksum(found)}`)) throw new Error(`The page ${page} of the words is damaged.`)
      return found
    },
    writePage: async (chunk, bytes) => {
      const name = `${String(chunk).padStart(6, '0')}/${checksum(bytes)}`
      await store.putPage(WORDS, { name, bytes })
      return name
    },
    write: ({ pages, ...of }) => {
      // What another tab's words took with them is made again when somebody needs it.
      const value = (isStored: (page: string) => boolean) =>
        pages.map((page) => (page !== null && isStored(page) ? page : null))
      const keep = pages.filter((page) => page !== null)
      return store.put(
        WORDS,
        (isStored) => ({ version: WORDS_VERSION, ...of, value: value(isStored) }),
        undefined,
        keep,
      )
    },
    close: () => store.close(),
  }
}
