/**
 * The snapshots, page by page, against the timeline that the events give on the way. They are expendable: what differs is
 * made anew, and until then not believed.
 */
import { rootOf } from '../../event-log/merkle-tree'
import type { Checked } from '../../exchange/log-checker'
import { checksum } from '../../projections/snapshot/checksum'
import { extentOf, pagesOf } from '../../projections/snapshot/timeline-pages'
import { PROJECTION_VERSION } from '../../projections/snapshot/timeline-snapshot'
import { Timeline } from '../../projections/timeline'
import type { StoredTables } from '../../storage/integrity/stored-tables'
import { pageKey } from '../../storage/snapshot-rows'
import { manifestSeal } from '../backend/manifest-seal'
import { manifestSum, TIMELINE } from '../backend/stored-parts'
import { WORDS, WORDS_VERSION } from '../search/word-keeper'
import type { ByteWalk } from './byte-walk'
import type { TableFault } from './damage'

interface Manifest {
  readonly version: number
  readonly position: number
  readonly ledgerId: string
  readonly rootHash: string
  readonly value: unknown
}

export class SnapshotCheck {
  private timeline: Timeline | undefined
  private expected: { readonly pages: readonly string[]; readonly extent: string; readonly sum: string } | undefined
  private readonly roots = new Map<number, string>()

  private constructor(
    private readonly tables: StoredTables,
    private readonly snapshot: Manifest | undefined,
    private readonly words: Manifest | undefined,
  ) {
    if (snapshot) this.timeline = new Timeline()
  }

  static async of(tables: StoredTables): Promise<SnapshotCheck> {
    return new SnapshotCheck(
      tables,
      manifestOf(await tables.snapshotRow?.(TIMELINE), PROJECTION_VERSION),
      manifestOf(await tables.snapshotRow?.(WORDS), WORDS_VERSION),
    )
  }

  /** Sees every event, in order. */
  take({ plain, event }: Checked, walk: ByteWalk): void {
    const { size } = walk.checker
    const next = plain ?? event
    if (this.timeline && next) this.timeline.appendInBulk(next)
    if (size === this.words?.position || size === this.snapshot?.position)
      this.roots.set(size, rootOf(walk.checker.frontier))
    if (size !== this.snapshot?.position || !this.timeline) return
    const value = this.timeline.toSnapshot()
    const pages = [...pagesOf(value)].map(({ name, bytes }) => `${name}/${checksum(bytes)}`)
    const extent = extentOf(value)
    this.expected = { pages, extent: JSON.stringify(extent), sum: manifestSum(extent, pages) }
    this.timeline = undefined
  }

  /** What differs; nothing of what was replaced by a later one meanwhile. */
  async faults(ledgerId: string | undefined): Promise<TableFault[]> {
    const faults: TableFault[] = []
    const say = (reason: string) => faults.push({ table: 'snapshots', reason })
    await this.checkTimeline(ledgerId, say)
    await this.checkWords(ledgerId, say)
    return faults
  }

  private async checkTimeline(ledgerId: string | undefined, say: (reason: string) => void): Promise<void> {
    if (!this.snapshot || !(await this.stands(TIMELINE, this.snapshot))) return
    const { pages, extent, checksum: sum, seal } = this.snapshot.value as Record<string, unknown>
    const isOfLog = this.isOf(this.snapshot, ledgerId)
    const isSealed = seal === manifestSeal(this.snapshot, String(sum))
    // An import that was never committed leaves it behind. Nobody believes it, so it is no damage.
    if (!isOfLog && isSealed) return
    const isRight =
      this.expected &&
      sum === this.expected.sum &&
      JSON.stringify(extent) === this.expected.extent &&
      sameTexts(pages, this.expected.pages)
    // Older ones have no seal.
    if (!isOfLog || !isRight || !(isSealed || seal === undefined))
      say('The stored snapshot is not what its events give.')
    else await this.checkPages(TIMELINE, this.snapshot, this.expected?.pages ?? [], say)
  }

  private async checkWords(ledgerId: string | undefined, say: (reason: string) => void): Promise<void> {
    if (!this.words || !(await this.stands(WORDS, this.words))) return
    const { value } = this.words
    const pages = Array.isArray(value) ? value.filter((page) => page !== null) : undefined
    const areInPlace =
      Array.isArray(value) &&
      value.every((page, chunk) => page === null || String(page).startsWith(`${String(chunk).padStart(6, '0')}/`))
    if (!pages || !areInPlace || !this.isOf(this.words, ledgerId))
      say('The words stored for searching are not of this log.')
    else await this.checkPages(WORDS, this.words, pages as string[], say)
  }

  private async stands(key: string, manifest: Manifest): Promise<boolean> {
    const now = await this.tables.snapshotRow?.(key)
    return JSON.stringify(now) === JSON.stringify(manifest)
  }

  private isOf({ position, rootHash, ledgerId }: Manifest, of: string | undefined): boolean {
    const root = position === 0 ? rootOf([]) : this.roots.get(position)
    return rootHash === root && (of === undefined || ledgerId === of)
  }

  private async checkPages(
    projection: string,
    manifest: Manifest,
    pages: readonly string[],
    say: (reason: string) => void,
  ): Promise<void> {
    for (const page of pages) {
      const row = (await this.tables.snapshotRow?.(pageKey(projection, page))) as { value?: unknown } | undefined
      if (row?.value instanceof Uint8Array && page.endsWith(`/${checksum(row.value)}`)) continue
      // A later snapshot takes the pages of this one away.
      if (!(await this.stands(projection, manifest))) return
      say(`The page ${page} of the stored ${projection} is missing or not as it was written.`)
    }
  }
}

function manifestOf(row: unknown, version: number): Manifest | undefined {
  if (typeof row !== 'object' || row === null || (row as Manifest).version !== version) return undefined
  const { position, value } = row as Manifest
  return Number.isSafeInteger(position) && typeof value === 'object' && value !== null ? (row as Manifest) : undefined
}

function sameTexts(given: unknown, wanted: readonly string[]): boolean {
  return Array.isArray(given) && given.length === wanted.length && given.every((text, at) => text === wanted[at])
}
