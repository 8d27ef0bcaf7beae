/** What page and search worker say to each other. A worker serves one ledger; searches are told apart by number. */
import type { LedgerEntry } from '../application/backend/backend'
import type { ChunkAnswers } from '../application/search/word-index'
import type { CarriedError } from './tasks/task-protocol'

/** Page to worker: the ledger first, then searches. */
export type SearchRequest =
  | { readonly open: LedgerEntry }
  | { readonly search: number; readonly words: readonly string[]; readonly chunks: readonly number[] }
  /** Get ready for searches: done without answers. */
  | { readonly prepare: number }
  | { readonly cancel: number }

/** Worker to page: any number of answers to a search, then one of the others. */
export type SearchReply =
  | { readonly search: number; readonly answers: ChunkAnswers }
  | { readonly search: number; readonly done: true }
  | { readonly search: number; readonly failure: CarriedError }
