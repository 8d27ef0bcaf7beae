/** Word search off the main thread. The worker is made at the first search and rests a while after the last. */
import type { LedgerEntry } from '../application/backend/backend'
import type { WordSearch } from '../application/search/word-search'
import { CHUNK_EVENTS } from '../projections/words/chunk-events'
import { revivedError } from './carried-error'
import searchWorker from './search.worker.ts?worker&url'
import type { SearchReply, SearchRequest } from './search-protocol'
import { startWorker } from './start-worker'

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
  let closed = false

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
  const rest = () => {
    clearTimeout(end)
    if (pending.size === 0) end = setTimeout(() => stop(), RESTS_FOR)
  }
  const awake = (): Worker => {
    if (worker) return worker
    const made = startWorker(searchWorker, 'hindsight search')
    made.addEventListener('message', onReply)
    made.addEventListener('error', (event) =>
      stop(new Error(event.message || 'The search could not be started. Reload the page.')),
    )
    worker = made
    made.postMessage({ open: entry } satisfies SearchRequest)
    return made
  }
  const send = (request: SearchRequest) => awake().postMessage(request)
  /** Resolves when the worker is done with the request of this number. */
  const ask = (number: number, request: SearchRequest, onAnswers: Pending['onAnswers'], signal?: AbortSignal) => {
    // A ledger that was removed must not be made again, empty.
    if (closed) return Promise.reject(new DOMException('The ledger was closed.', 'AbortError'))
    const heard = new AbortController()
    clearTimeout(end)
    return new Promise<void>((resolve, reject) => {
      pending.set(number, { onAnswers, resolve, reject })
      const giveUp = () => {
        // What it still answers is of no interest to anybody.
        pending.delete(number)
        send({ cancel: number })
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', giveUp, { signal: heard.signal })
      send(request)
    }).finally(() => {
      heard.abort()
      rest()
    })
  }

  return {
    chunkEvents: CHUNK_EVENTS,
    search: (words, chunks, onAnswers, signal) => {
      if (signal?.aborted) return Promise.reject(signal.reason)
      const search = ++searches
      return ask(search, { search, words, chunks }, onAnswers, signal)
    },
    prepare: () => {
      const prepare = ++searches
      return ask(prepare, { prepare }, () => undefined)
    },
    close: () => {
      closed = true
      stop(new DOMException('The ledger was closed.', 'AbortError'))
    },
  }
}
