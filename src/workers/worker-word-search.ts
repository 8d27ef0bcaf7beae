/** Word search off the main thread. The worker is made at the first search and rests a while after the last. */
import type { LedgerEntry } from '../application/backend/backend'
import type { WordSearch } from '../application/search/word-search'
import { CHUNK_EVENTS } from '../projections/words/word-chunk'
import { revivedError } from './carried-error'
import type { SearchReply, SearchRequest } from './search-protocol'

/** Milliseconds. One types, reads, and types again; then its memory is given back. */
const RESTS_FOR = 60_000

interface Pending {
  readonly onAnswers: Parameters<WordSearch['search']>[2]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export function workerWordSearch(entry: LedgerEntry): WordSearch {
  const pending = new Map<number, Pending>()
  let worker: Worker | undefined
  let end: ReturnType<typeof setTimeout> | undefined
  let searches = 0

  const stop = (error?: unknown) => {
    clearTimeout(end)
    worker?.terminate()
    worker = undefined
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
  }
  const onReply = ({ data }: MessageEvent<SearchReply>) => {
    const search = pending.get(data.search)
    if (!search) return
    if ('answers' in data) {
      search.onAnswers(data.answers)
      return
    }
    pending.delete(data.search)
    if ('failure' in data) search.reject(revivedError(data.failure))
    else search.resolve()
  }
  const awake = (): Worker => {
    clearTimeout(end)
    end = setTimeout(() => pending.size === 0 && stop(), RESTS_FOR)
    if (worker) return worker
    const made = new Worker(new URL('./search.worker.ts', import.meta.url), {
      type: 'module',
      name: 'hindsight search',
    })
    made.addEventListener('message', onReply)
    made.addEventListener('error', (event) =>
      stop(new Error(event.message || 'The search could not be started. Reload the page.')),
    )
    worker = made
    send({ open: entry })
    return made
  }
  const send = (request: SearchRequest) => awake().postMessage(request)

  return {
    chunkEvents: CHUNK_EVENTS,
    search: (words, chunks, onAnswers, signal) => {
      if (signal?.aborted) return Promise.reject(signal.reason)
      const search = ++searches
      const heard = new AbortController()
      return new Promise<void>((resolve, reject) => {
        pending.set(search, { onAnswers, resolve, reject })
        signal?.addEventListener(
          'abort',
          () => {
            // What it still answers is of no interest to anybody.
            pending.delete(search)
            send({ cancel: search })
            reject(signal.reason)
          },
          { signal: heard.signal },
        )
        send({ search, words, chunks })
      }).finally(() => heard.abort())
    },
    prepare: () => void awake(),
    close: () => stop(new DOMException('The ledger was closed.', 'AbortError')),
  }
}
