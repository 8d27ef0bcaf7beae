/**
 * The timeline's snapshots in the ledger's database: a manifest, which says of which log and how much it is, and pages
 * named by their checksums, so that a later snapshot writes only the pages that changed and a damaged one is not believed.
 */
import { checksum } from '../../projections/snapshot/checksum'
import { type AccountPages, readAccounts } from '../../projections/snapshot/timeline-assembly'
import { extentOf, type Page, pagesOf } from '../../projections/snapshot/timeline-pages'
import { PROJECTION_VERSION } from '../../projections/snapshot/timeline-snapshot'
import { SnapshotStore } from '../../storage/snapshot-store'
import type { SnapshotKeeper, StoredSnapshot } from '../snapshots/timeline-snapshot-store'
import type { LedgerEntry } from './backend'
import { manifestSeal } from './manifest-seal'
import { manifestSum, readStages, type StoredParts, TIMELINE, wholeSnapshot } from './stored-parts'

/** The stored snapshots of a ledger, over a connection of their own. */
export function openSnapshotKeeper(entry: LedgerEntry): SnapshotKeeper & { close(): void } {
  const store = new SnapshotStore(entry.databaseName)
  return {
    read: async () => {
      let accounts: AccountPages | undefined
      let stored: StoredParts | undefined
      let ids: Uint32Array | undefined
      for await (const stage of readStages(store)) {
        if ('accounts' in stage) accounts = stage.accounts
        else if ('stored' in stage) stored = stage.stored
        else ids = stage.ids
      }
      return accounts && stored && wholeSnapshot(stored, await readAccounts(accounts), ids)
    },
    write: ({ value, ...of }: StoredSnapshot) => {
      let pages: string[] = []
      const named = function* () {
        pages = []
        for (const page of pagesOf(value)) {
          const name = storedName(page)
          pages.push(name)
          yield { name, bytes: page.bytes }
        }
      }
      const manifest = () => {
        const extent = extentOf(value)
        const sum = manifestSum(extent, pages)
        const what = { version: PROJECTION_VERSION, ...of }
        return { ...what, value: { extent, pages, checksum: sum, seal: manifestSeal(what, sum) } }
      }
      return store.put(TIMELINE, manifest, named)
    },
    discard: () => store.delete(TIMELINE),
    close: () => store.close(),
  }
}

function storedName({ name, bytes }: Page): string {
  return `${name}/${checksum(bytes)}`
}
