/**
 * A stored snapshot that is not put together yet: a worker reads it, the page makes it whole. Small, since the page's first
 * lines need it.
 */
import { checksum } from '../../projections/snapshot/checksum'
import { snapshotFrom, TimelineAssembly, type TimelineParts } from '../../projections/snapshot/timeline-assembly'
import type { TimelineExtent } from '../../projections/snapshot/timeline-pages'
import { PROJECTION_VERSION } from '../../projections/snapshot/timeline-snapshot'
import type { SnapshotRows } from '../../storage/snapshot-rows'
import type { StoredSnapshot } from '../timeline-snapshot-store'

export const TIMELINE = 'timeline'

interface Manifest {
  readonly extent: TimelineExtent
  /** The pages as they are stored: the name of each and its checksum. */
  readonly pages: readonly string[]
  /** Of the fields above, as JSON. */
  readonly checksum: string
}

export interface StoredParts extends Omit<StoredSnapshot, 'value'> {
  readonly parts: TimelineParts
}

/** undefined where there is none of this version. @throws Error where it is damaged. */
export async function readParts(rows: Pick<SnapshotRows, 'get' | 'readPages'>): Promise<StoredParts | undefined> {
  const snapshot = await rows.get<Manifest>(TIMELINE, PROJECTION_VERSION)
  if (!snapshot) return undefined
  const { extent, pages, checksum: stored } = snapshot.value
  if (manifestSum(extent, pages) !== stored) throw new Error('The manifest of the snapshot is damaged.')
  const assembly = new TimelineAssembly(extent)
  await rows.readPages(TIMELINE, pages, (page, bytes) => takePage(assembly, page, bytes))
  const { position, ledgerId, rootHash } = snapshot
  return { position, ledgerId, rootHash, parts: assembly.finish() }
}

/** Takes over the parts. @throws Error where they do not fit each other. */
export function wholeSnapshot({ parts, ...of }: StoredParts): StoredSnapshot {
  return { ...of, value: snapshotFrom(parts) }
}

export function manifestSum(extent: TimelineExtent, pages: readonly string[]): string {
  const { slots, accounts, transfers, ordered } = extent
  return checksum(new TextEncoder().encode(JSON.stringify([slots, accounts, transfers, ordered, pages])))
}

function takePage(assembly: TimelineAssembly, stored: string, bytes: Uint8Array): void {
  const end = stored.lastIndexOf('/')
  const name = stored.slice(0, end)
  if (checksum(bytes) !== stored.slice(end + 1)) throw new Error(`The page ${name} of the snapshot is damaged.`)
  assembly.take(name, bytes)
}
