/**
 * A stored snapshot that is not put together yet: a worker reads it in stages, the page makes it whole. Small, since the
 * page's first lines need it.
 */
import { checksum } from '../../projections/snapshot/checksum'
import {
  type AccountPages,
  type AccountsRead,
  snapshotFrom,
  TimelineAssembly,
  type TimelineParts,
} from '../../projections/snapshot/timeline-assembly'
import type { TimelineExtent } from '../../projections/snapshot/timeline-pages'
import { PROJECTION_VERSION } from '../../projections/snapshot/timeline-snapshot'
import type { SnapshotRows } from '../../storage/snapshot-rows'
import type { StoredSnapshot } from '../snapshots/timeline-snapshot-store'

export const TIMELINE = 'timeline'

interface Manifest {
  readonly extent: TimelineExtent
  /** The pages as they are stored: the name of each and its checksum. */
  readonly pages: readonly string[]
  /** Of the fields above, as JSON. */
  readonly checksum: string
}

export interface StoredParts extends Omit<StoredSnapshot, 'value' | 'laterIds'> {
  readonly parts: TimelineParts
}

/** What is there first, then what balances need, then the rest. */
export type Stage =
  | { readonly accounts: AccountPages }
  | { readonly stored: StoredParts }
  | { readonly ids: Uint32Array }

/**
 * No stage where there is none of this version.
 * @param beforeIds the ids are read when it resolves: they are most of the bytes, and compete with whatever goes on
 * @throws Error where it is damaged.
 */
export async function* readStages(
  rows: Pick<SnapshotRows, 'get' | 'readPages'>,
  beforeIds?: () => Promise<void>,
): AsyncGenerator<Stage, void, undefined> {
  const snapshot = await rows.get<Manifest>(TIMELINE, PROJECTION_VERSION)
  if (!snapshot) return
  const { extent, pages, checksum: sum } = snapshot.value
  if (manifestSum(extent, pages) !== sum) throw new Error('The manifest of the snapshot is damaged.')
  const assembly = new TimelineAssembly(extent)
  const isOf = (page: string, ...kinds: readonly string[]) => kinds.includes(page.slice(0, page.indexOf('/')))
  const read = (wanted: (page: string) => boolean) =>
    rows.readPages(TIMELINE, pages.filter(wanted), (page, bytes) => takePage(assembly, page, bytes))
  // Asked for at once, and answered in this order.
  const accounts = read((page) => isOf(page, 'rest', 'accounts'))
  const columns = read((page) => !isOf(page, 'rest', 'accounts', 'ids'))
  // Whoever comes to their stage hears of a failure.
  columns.catch(() => undefined)
  await accounts
  yield { accounts: assembly.accounts() }
  await columns
  const { position, ledgerId, rootHash } = snapshot
  yield { stored: { position, ledgerId, rootHash, parts: assembly.parts() } }
  await beforeIds?.()
  await read((page) => isOf(page, 'ids'))
  yield { ids: assembly.ids() }
}

/** Takes over the parts. @throws Error where they do not fit each other. */
export function wholeSnapshot(
  { parts, ...of }: StoredParts,
  accounts: AccountsRead,
  ids?: Uint32Array,
): StoredSnapshot {
  return { ...of, value: snapshotFrom(parts, accounts, ids) }
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
