/** The words that were gathered for searching, as evidence: each event's own text, in the form that searches compare. */
import { checksum } from '../../../projections/snapshot/checksum'
import { CATEGORY_MARK } from '../../../projections/words/exact-words'
import { searchText } from '../../../projections/words/search-text'
import { WordChunk } from '../../../projections/words/word-chunk'
import type { StoredTables } from '../../../storage/integrity/stored-tables'
import { pageKey } from '../../../storage/snapshot-rows'
import { wordsOfBatch } from '../../search/event-words'
import { WORDS, WORDS_VERSION } from '../../search/word-keeper'
import type { Difference } from '../damage'

const LINE_END = new TextEncoder().encode(',\n')

export class SearchedBefore {
  private readonly chunks = new Map<number, WordChunk | undefined>()

  private constructor(
    private readonly tables: StoredTables,
    private readonly pages: readonly unknown[],
    private readonly chunkEvents: number,
  ) {}

  /** undefined where no words were gathered. */
  static async of(tables: StoredTables): Promise<SearchedBefore | undefined> {
    const row = (await tables.snapshotRow?.(WORDS)) as
      | { version: unknown; position: number; value: unknown }
      | undefined
    if (row?.version !== WORDS_VERSION || !Array.isArray(row.value) || row.value.length === 0) return undefined
    const chunkEvents = row.position / row.value.length
    return Number.isSafeInteger(chunkEvents) && chunkEvents > 0
      ? new SearchedBefore(tables, row.value, chunkEvents)
      : undefined
  }

  /** Where the words of this line are others than those gathered of the event. */
  async differences(position: number, line: Uint8Array): Promise<Difference[]> {
    const slot = position - 1
    const chunk = await this.chunk(Math.floor(slot / this.chunkEvents))
    const gathered = chunk?.saidBy(slot % this.chunkEvents)
    if (!gathered) return []
    const [said] = wordsOfBatch({ bytes: joined(line) })
    if (!said) return []
    const is = searchText(said.words)
    const differences: Difference[] = []
    if (is !== gathered.text) differences.push({ field: 'words', was: legible(gathered.text), is: legible(is) })
    if (gathered.correlation.some((word, at) => word !== said.correlation[at]))
      differences.push({ field: 'correlationId' })
    return differences
  }

  private async chunk(number: number): Promise<WordChunk | undefined> {
    if (!this.chunks.has(number)) this.chunks.set(number, await this.readChunk(this.pages[number]))
    return this.chunks.get(number)
  }

  private async readChunk(page: unknown): Promise<WordChunk | undefined> {
    if (typeof page !== 'string') return undefined
    const row = (await this.tables.snapshotRow?.(pageKey(WORDS, page))) as { value?: unknown } | undefined
    if (!(row?.value instanceof Uint8Array) || !page.endsWith(`/${checksum(row.value)}`)) return undefined
    try {
      return WordChunk.fromBytes(row.value)
    } catch {
      return undefined
    }
  }
}

function joined(line: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(line.length + LINE_END.length)
  bytes.set(line)
  bytes.set(LINE_END, line.length)
  return bytes
}

function legible(text: string): string {
  return text.replaceAll(CATEGORY_MARK, ' ').trim()
}
