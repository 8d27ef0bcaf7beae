/** The batches of a damaged ledger in the order of their events, with gaps where none is left. */
import type { StoredTables } from '../../../storage/integrity/stored-tables'
import { straysOf } from '../byte-walk'
import type { PlannedRow } from '../index-plan'

const LINE_FEED = 10

/** A stored batch, where its events belong. */
export interface StoredSource {
  readonly first: number
  /** Events that belong here, whatever its bytes hold. */
  readonly count: number
  readonly batchId: string
  readonly bytes: Uint8Array
  /** Lines without their ends. */
  readonly lines: readonly Uint8Array[]
  /** As the index has it; undefined where no row names the batch. */
  readonly frontier: Uint8Array | undefined
}

export class StoredSources {
  private readonly byFirst: ReadonlyMap<number, PlannedRow>
  private readonly firsts: readonly number[]
  private strays: ReadonlyMap<number, string> | undefined

  constructor(
    private readonly tables: StoredTables,
    private readonly rows: readonly PlannedRow[],
    private readonly size: number | undefined,
  ) {
    this.byFirst = new Map(rows.map((row) => [row.first, row]))
    this.firsts = rows.map(({ first }) => first)
  }

  /** The batch that begins with the event; undefined where there is none that can be read. */
  async at(position: number): Promise<StoredSource | undefined> {
    const row = this.byFirst.get(position)
    const [bytes] = row ? await this.tables.bytesOf([row.batchId]) : []
    if (row && bytes) {
      const lines = linesIn(bytes)
      const isCounted = this.byFirst.has(position + row.count) || position + row.count - 1 === this.size
      const count = isCounted && row.count > 0 ? row.count : lines.length
      return { first: position, count, batchId: row.batchId, bytes, lines, frontier: row.frontier }
    }
    this.strays ??= await straysOf(this.tables, this.rows)
    const batchId = this.strays.get(position)
    const [stray] = batchId ? await this.tables.bytesOf([batchId]) : []
    if (!batchId || !stray) return undefined
    const lines = linesIn(stray)
    return { first: position, count: lines.length, batchId, bytes: stray, lines, frontier: undefined }
  }

  /** Where the next batch behind a gap begins. */
  nextAfter(position: number): number | undefined {
    return this.firsts.find((first) => first > position)
  }

  /** The seal that is stored before an event. */
  sealBefore(position: number): Uint8Array | undefined {
    return this.byFirst.get(position)?.frontier
  }
}

/** Every line that has its end. */
function linesIn(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
    lines.push(bytes.subarray(start, Math.max(start, end - 1)))
    start = end + 1
  }
  return lines
}
