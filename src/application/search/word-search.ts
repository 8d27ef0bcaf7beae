/** Searching the words of a ledger, beside the page: the port, and how it is done in place where there is no worker. */
import { CHUNK_EVENTS } from '../../projections/words/chunk-events'
import type { ChunkAnswers, WordIndex } from './word-index'

export interface WordSearch {
  /** Events of a chunk: chunk n begins behind n times as many. */
  readonly chunkEvents: number
  /**
   * Tells which events of these chunks answer to each word, chunk by chunk in this order.
   * @param words in the form that `searchText` gives
   * @throws AbortError; StorageError where events cannot be read.
   */
  search(
    words: readonly string[],
    chunks: readonly number[],
    onAnswers: (answers: ChunkAnswers) => void,
    signal?: AbortSignal,
  ): Promise<void>
  /** Gets ready, so that the first answers come at once. @throws StorageError where events cannot be read. */
  prepare(): Promise<void>
  close(): void
}

/**
 * For a memory log, and inside the worker.
 * @param pause between two chunks: where it lets messages in, a search that was given up ends there
 */
export function searchInPlace(
  open: () => Promise<WordIndex>,
  { chunkEvents = CHUNK_EVENTS, pause }: { chunkEvents?: number; pause?: () => Promise<void> } = {},
): WordSearch {
  let index: Promise<WordIndex> | undefined
  const opened = () => {
    index ??= open().catch((error: unknown) => {
      // The next search tries again.
      index = undefined
      throw error
    })
    return index
  }
  return {
    chunkEvents,
    search: async (words, chunks, onAnswers, signal) => {
      const known = await opened()
      for await (const answers of known.search(words, chunks, signal)) {
        onAnswers(answers)
        await pause?.()
      }
      await known.save().catch(() => undefined)
    },
    prepare: async () => {
      for await (const _ of (await opened()).complete()) await pause?.()
    },
    close: () => undefined,
  }
}
