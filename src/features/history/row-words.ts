/**
 * The words of a history row, from the events that say them: an entry's own words with the corrections known at the
 * moment laid over them; for a reversal the payee and category of what it undoes, with its own reason.
 */
import type { LedgerEvent } from '../../domain/events'

export interface RowWords {
  readonly payee: string
  readonly memo: string
  readonly category: string
  /** The other account of a transfer. */
  readonly counterpartId?: string
}

type AnnotationEvent = Extract<LedgerEvent, { type: 'EntryAnnotated' }>

interface RowEvents {
  readonly entry: LedgerEvent
  /** Corrections of the entry within the moment, oldest first. */
  readonly annotations: readonly LedgerEvent[]
  /** For a reversal: the row words of what it undoes. */
  readonly reversed?: RowWords
  /** For a returned transfer: where the money was meant to go. */
  readonly returnedFrom?: string
}

const NO_WORDS: RowWords = { payee: '', memo: '', category: '' }

export function rowWords({ entry, annotations, reversed, returnedFrom }: RowEvents): RowWords {
  switch (entry.type) {
    case 'Deposited':
    case 'Withdrawn': {
      const own = { payee: entry.data.payee ?? '', memo: entry.data.memo ?? '', category: entry.data.category ?? '' }
      return annotations.filter(isAnnotation).reduce(annotated, own)
    }
    case 'TransferSent':
      return transferWords(entry.data, entry.data.toAccountId)
    case 'TransferReceived':
      return transferWords(entry.data, entry.data.fromAccountId)
    case 'TransferReturned':
      return {
        ...NO_WORDS,
        memo: entry.data.reason,
        ...(returnedFrom === undefined ? {} : { counterpartId: returnedFrom }),
      }
    case 'EntryReversed':
      return { ...(reversed ?? NO_WORDS), memo: entry.data.reason ?? '' }
    default:
      return NO_WORDS
  }
}

function isAnnotation(event: LedgerEvent): event is AnnotationEvent {
  return event.type === 'EntryAnnotated'
}

/** A correction replaces the words it names and leaves the others. */
function annotated(words: RowWords, { data }: AnnotationEvent): RowWords {
  return {
    payee: data.payee ?? words.payee,
    memo: data.memo ?? words.memo,
    category: data.category ?? words.category,
  }
}

function transferWords(data: { readonly memo?: string; readonly category?: string }, counterpartId: string): RowWords {
  return { payee: '', memo: data.memo ?? '', category: data.category ?? '', counterpartId }
}
