/** The search worker's own file: the words of one ledger, and the searches through them. */
import type { LedgerEntry } from '../application/backend/backend'
import { openDexieLog } from '../application/backend/dexie-backend'
import { WordIndex } from '../application/search/word-index'
import { openWordKeeper } from '../application/search/word-keeper'
import { searchInPlace, type WordSearch } from '../application/search/word-search'
import { carryError } from './carried-error'
import { nextTask } from './next-task'
import type { SearchReply, SearchRequest } from './search-protocol'

const searches = new Map<number, AbortController>()
const reply = (message: SearchReply) => postMessage(message)
let words: WordSearch | undefined

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  if ('open' in data) {
    words = searchInPlace(() => openIndex(data.open), { pause: nextTask })
  } else if ('cancel' in data) searches.get(data.cancel)?.abort()
  else if ('prepare' in data) void answer(data.prepare, () => words?.prepare())
  else void run(data)
})

async function openIndex(entry: LedgerEntry): Promise<WordIndex> {
  return WordIndex.open(await openDexieLog(entry), openWordKeeper(entry))
}

async function run({
  search,
  words: wanted,
  chunks,
}: Extract<SearchRequest, { readonly search: number }>): Promise<void> {
  const cancel = new AbortController()
  searches.set(search, cancel)
  await answer(search, () => words?.search(wanted, chunks, (answers) => reply({ search, answers }), cancel.signal))
  searches.delete(search)
}

async function answer(search: number, work: () => Promise<void> | undefined): Promise<void> {
  try {
    await work()
    reply({ search, done: true })
  } catch (error) {
    reply({ search, failure: carryError(error) })
  }
}
