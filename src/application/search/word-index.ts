/**
 * The words of a whole log, chunk by chunk: taken from what is stored where that is sound and of this log, made from the
 * events where it is not. Heavy for a long log: meant for a worker.
 *
 * [SE1] It answers as the events do, however much of it is stored, and while the log grows.
 * [SE2] What is stored is not read from the log again.
 * [SE3] What is missing, damaged, or of another log costs time, never an answer.
 * [SE4] A search can be given up between two chunks; searches at once do not disturb each other.
 * [SE9] Full chunks can be made ahead of any search, and what was made is stored as it goes on.
 */
import type { EventLog, Head } from '../../event-log/event-log'
import { rootAt } from '../../event-log/root-at'
import { CHUNK_EVENTS } from '../../projections/words/chunk-events'
import { type Answers, WordChunk, WordChunkBuilder } from '../../projections/words/word-chunk'
import { BatchesAhead } from './batches-ahead'
import { wordsOfBatch } from './event-words'

/** Characters of chunks kept at hand: those that were used last. */
const KEPT = 24_000_000

/** Chunks made ahead between two times that they are stored. */
const SAVE_EVERY = 16

/** No chunk. */
const NONE = -1

/** What is stored of which log. */
export interface StoredWords {
  /** Events in all the chunks together. */
  readonly position: number
  readonly ledgerId: string
  readonly rootHash: string
  /** By chunk: the name of its page; null where it was never made. */
  readonly pages: readonly (string | null)[]
}

export interface WordKeeper {
  /** undefined where there is none, or one of another version. */
  read(): Promise<StoredWords | undefined>
  /** @throws Error where the page is missing or damaged. */
  readPage(page: string): Promise<Uint8Array>
  /** Stores a page; gives its name. */
  writePage(chunk: number, bytes: Uint8Array): Promise<string>
  /** Takes the place of what was stored; pages that it does not name are removed. */
  write(stored: StoredWords): Promise<void>
}

/** Which events of a chunk answer to each word. */
export interface ChunkAnswers {
  readonly chunk: number
  /** By word. */
  readonly answers: readonly Answers[]
  /** Events of the chunk that were looked through. */
  readonly events: number
}

export class WordIndex {
  /** Full chunks, least recently used first. */
  readonly #chunks = new Map<number, WordChunk>()
  #kept = 0
  #pages: (string | null)[] = []
  #isDirty = false
  #storing: Promise<void> = Promise.resolve()
  #turn: Promise<unknown> = Promise.resolve()
  #tail: { readonly chunk: number; readonly builder: WordChunkBuilder; made: WordChunk } | undefined
  readonly #batches: BatchesAhead

  private constructor(
    private readonly log: EventLog,
    private readonly keeper: WordKeeper,
    private readonly chunkEvents: number,
  ) {
    this.#batches = new BatchesAhead(log)
  }

  /** @param chunkEvents for tests: what is stored with one is of no use with another */
  static async open(log: EventLog, keeper: WordKeeper, chunkEvents = CHUNK_EVENTS): Promise<WordIndex> {
    const index = new WordIndex(log, keeper, chunkEvents)
    const [stored, head] = await Promise.all([keeper.read().catch(() => undefined), log.head()])
    if (stored && (await isProved(log, head, stored))) index.#pages = [...stored.pages]
    return index
  }

  /**
   * Answers for these chunks, in this order, each as soon as it is known. Chunks beyond the log are left out.
   * @throws AbortError; StorageError where events cannot be read.
   */
  async *search(
    words: readonly string[],
    chunks: readonly number[],
    signal?: AbortSignal,
  ): AsyncGenerator<ChunkAnswers, void, undefined> {
    const { size } = await this.log.head()
    for (const [index, chunk] of chunks.entries()) {
      signal?.throwIfAborted()
      if (chunk * this.chunkEvents >= size) continue
      const made = await this.#inTurn(() => this.#chunk(chunk, size, chunks[index + 1]))
      yield { chunk, answers: words.map((word) => made.search(word)), events: made.length }
    }
  }

  /**
   * Makes and stores the full chunks that are missing, one after another; a search goes first, between two of them.
   * @throws AbortError; StorageError where events cannot be read.
   */
  async *complete(): AsyncGenerator<void, void, undefined> {
    const { size } = await this.log.head()
    for (let chunk = Math.floor(size / this.chunkEvents) - 1; chunk >= 0; chunk--) {
      if (this.#pages[chunk]) continue
      await this.#inTurn(() => this.#chunk(chunk, size, chunk - 1))
      if (chunk % SAVE_EVERY === 0) await this.save()
      yield
    }
    await this.save()
  }

  /**
   * Stores what was made since; to lose it costs time, never data. Pages are not written meanwhile: one that the list does
   * not name yet would be taken for an old one, and removed.
   */
  save(): Promise<void> {
    const saving = this.#storing.then(() => this.#save())
    this.#storing = saving.catch(() => undefined)
    return saving
  }

  async #save(): Promise<void> {
    if (!this.#isDirty) return
    const pages = [...this.#pages]
    const { ledgerId } = await this.log.head()
    const position = pages.length * this.chunkEvents
    const rootHash = await rootAt(this.log, position)
    await this.keeper.write({ position, ledgerId, rootHash, pages })
    this.#isDirty = false
  }

  /** One chunk at a time, whoever asks: the last one grows. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => undefined)
    return result
  }

  /** @param following the chunk that is wanted next: where it must be made too, its events are asked for already. */
  async #chunk(chunk: number, size: number, following = NONE): Promise<WordChunk> {
    if ((chunk + 1) * this.chunkEvents > size) return this.#tailChunk(chunk, size)
    const make = () => this.#makeChunk(chunk, this.#isToBeMade(following, size) ? following : NONE)
    const known = this.#chunks.get(chunk) ?? (await this.#storedChunk(chunk)) ?? (await make())
    this.#keep(chunk, known)
    return known
  }

  /** Whether it is a full chunk that is neither at hand nor stored. */
  #isToBeMade(chunk: number, size: number): boolean {
    return chunk >= 0 && (chunk + 1) * this.chunkEvents <= size && !this.#chunks.has(chunk) && !this.#pages[chunk]
  }

  async #storedChunk(chunk: number): Promise<WordChunk | undefined> {
    const page = this.#pages[chunk]
    if (!page) return undefined
    try {
      const stored = WordChunk.fromBytes(await this.keeper.readPage(page))
      return stored.length === this.chunkEvents ? stored : undefined
    } catch {
      // Whatever is wrong with it, the log has everything it held.
      return undefined
    }
  }

  async #makeChunk(chunk: number, following: number): Promise<WordChunk> {
    const builder = this.#tail?.chunk === chunk ? this.#tail.builder : new WordChunkBuilder(this.chunkEvents)
    await this.#fill(builder, chunk, (chunk + 1) * this.chunkEvents, following)
    if (this.#tail?.chunk === chunk) this.#tail = undefined
    const made = builder.chunk()
    // Stored while the next one is made; never more than one.
    await this.#storing
    this.#storing = this.#storing.then(() => this.#store(chunk, made))
    return made
  }

  async #store(chunk: number, made: WordChunk): Promise<void> {
    try {
      const page = await this.keeper.writePage(chunk, made.toBytes())
      while (this.#pages.length <= chunk) this.#pages.push(null)
      this.#pages[chunk] = page
      this.#isDirty = true
    } catch {
      // No room, or no storage: the search goes on without.
    }
  }

  /** The last chunk grows with the log, and is stored when it is full. */
  async #tailChunk(chunk: number, size: number): Promise<WordChunk> {
    if (this.#tail?.chunk !== chunk) {
      const builder = new WordChunkBuilder(this.chunkEvents)
      this.#tail = { chunk, builder, made: builder.chunk() }
    }
    const tail = this.#tail
    await this.#fill(tail.builder, chunk, size)
    if (tail.made.length < tail.builder.length) tail.made = tail.builder.chunk()
    return tail.made
  }

  async #fill(builder: WordChunkBuilder, chunk: number, to: number, following = NONE): Promise<void> {
    const from = chunk * this.chunkEvents + builder.length + 1
    if (from > to) return
    for await (const batch of this.#batches.read(from, to)) {
      if (following !== NONE) this.#batches.ask(following * this.chunkEvents + 1, (following + 1) * this.chunkEvents)
      // The first batch is whole, and may begin earlier.
      for (const { words, correlation } of wordsOfBatch(batch, Math.max(0, from - batch.first)))
        builder.add(words, correlation)
    }
  }

  #keep(chunk: number, made: WordChunk): void {
    if (!this.#chunks.delete(chunk)) this.#kept += made.size
    this.#chunks.set(chunk, made)
    for (const [oldest, { size }] of this.#chunks) {
      if (this.#kept <= KEPT || oldest === chunk) break
      this.#chunks.delete(oldest)
      this.#kept -= size
    }
  }
}

/** Whether the log still begins with the events whose words were stored. */
async function isProved(log: EventLog, head: Head, { position, ledgerId, rootHash }: StoredWords): Promise<boolean> {
  if (ledgerId !== head.ledgerId || position > head.size) return false
  return (await rootAt(log, position)) === rootHash
}
