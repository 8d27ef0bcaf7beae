/**
 * The timeline's snapshots in the ledger's database: a manifest, which says of which log and how much it is, and pages
 * named by their checksums, so that a later snapshot writes only the pages that changed and a damaged one is not believed.
 */
import { checksum } from '../../projections/snapshot/checksum'
import { TimelineAssembly } from '../../projections/snapshot/timeline-assembly'
import { extentOf, type Page, pagesOf, type TimelineExtent } from '../../projections/snapshot/timeline-pages'
import { PROJECTION_VERSION } from '../../projections/snapshot/timeline-snapshot'
import { SnapshotStore } from '../../storage/snapshot-store'
import type { SnapshotKeeper, StoredSnapshot } from '../timeline-snapshot-store'
import type { LedgerEntry } from './backend'

const TIMELINE = 'timeline'

interface Manifest {
  readonly extent: TimelineExtent
  /** The pages as they are stored: the name of each and its checksum. */
  readonly pages: readonly string[]
  /** Of the fields above, as JSON. */
  readonly checksum: string
}

/** The stored snapshots of a ledger, over a connection of their own. */
export function openSnapshotKeeper(entry: LedgerEntry): SnapshotKeeper & { close(): void } {
  const store = new SnapshotStore(entry.databaseName)
  return {
    read: async () => {
      const snapshot = await store.get<Manifest>(TIMELINE, PROJECTION_VERSION)
      if (!snapshot) return undefined
      const { extent, pages, checksum: stored } = snapshot.value
      if (manifestSum(extent, pages) !== stored) throw new Error('The manifest of the snapshot is damaged.')
      const assembly = new TimelineAssembly(extent)
      await store.readPages(TIMELINE, pages, (page, bytes) => takePage(assembly, page, bytes))
      return { ...snapshot, value: assembly.finish() }
    },
    write: ({ value, ...of }: StoredSnapshot) => {
      const pages: string[] = []
      const named = function* () {
        for (const page of pagesOf(value)) {
          const name = storedName(page)
          pages.push(name)
          yield { name, bytes: page.bytes }
        }
      }
      const manifest = () => {
        const extent = extentOf(value)
        return { extent, pages, checksum: manifestSum(extent, pages) }
      }
      return store.put(TIMELINE, () => ({ version: PROJECTION_VERSION, ...of, value: manifest() }), named())
    },
    discard: () => store.delete(TIMELINE),
    close: () => store.close(),
  }
}

function storedName({ name, bytes }: Page): string {
  return `${name}/${checksum(bytes)}`
}

function takePage(assembly: TimelineAssembly, stored: string, bytes: Uint8Array): void {
  const end = stored.lastIndexOf('/')
  const name = stored.slice(0, end)
  if (checksum(bytes) !== stored.slice(end + 1)) throw new Error(`The page ${name} of the snapshot is damaged.`)
  assembly.take(name, bytes)
}

function manifestSum(extent: TimelineExtent, pages: readonly string[]): string {
  const { slots, accounts, transfers, ordered } = extent
  return checksum(new TextEncoder().encode(JSON.stringify([slots, accounts, transfers, ordered, pages])))
}
