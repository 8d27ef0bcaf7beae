/**
 * The words of an entry as a history row shows them, from the events that say them: an entry's own words with the corrections known at the
 * moment laid over them; for a reversal the payee and category of what it undoes, with its own reason.
 */
import type { LedgerEvent } from '../domain/events'
import type { RecordedEvent } from '../event-log/recorded-event'
import type { Timeline } from '../projections/timeline'
import { cachedEvent, readEvents } from './ledger-store'

export interface EntryWords {
  readonly payee: string
  readonly memo: string
  readonly category: string
  /** The other account of a transfer. */
  readonly counterpartId?: string
}

type AnnotationEvent = Extract<LedgerEvent, { type: 'EntryAnnotated' }>

interface EntryEvents {
  readonly entry: LedgerEvent
  /** Corrections of the entry within the moment, oldest first. */
  readonly annotations: readonly LedgerEvent[]
  /** For a reversal: the words of what it undoes. */
  readonly reversed?: EntryWords
  /** For a returned transfer: where the money was meant to go. */
  readonly returnedFrom?: string
}

const NO_WORDS: EntryWords = { payee: '', memo: '', category: '' }

export function wordsOfEntry({ entry, annotations, reversed, returnedFrom }: EntryEvents): EntryWords {
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
function annotated(words: EntryWords, { data }: AnnotationEvent): EntryWords {
  return {
    payee: data.payee ?? words.payee,
    memo: data.memo ?? words.memo,
    category: data.category ?? words.category,
  }
}

function transferWords(
  data: { readonly memo?: string; readonly category?: string },
  counterpartId: string,
): EntryWords {
  return { payee: '', memo: data.memo ?? '', category: data.category ?? '', counterpartId }
}

/** The events that say the words of the entry at `position`, within the first `until` events. */
function positionsOf(timeline: Timeline, position: number, until: number): WordPositions {
  const slot = position - 1
  const annotations = timeline.annotationsOf(slot, until).map((annotation) => annotation + 1)
  const reversedSlot = timeline.reverses(slot)
  const reversed = reversedSlot === undefined ? undefined : positionsOf(timeline, reversedSlot + 1, until)
  const transfer = timeline.transferOf(slot)
  const initiated = transfer === undefined ? undefined : timeline.transfers.slot(transfer, 'initiated')
  return {
    entry: position,
    annotations,
    ...(reversed === undefined ? {} : { reversed }),
    ...(initiated === undefined ? {} : { initiated: initiated + 1 }),
  }
}

interface WordPositions {
  readonly entry: number
  readonly annotations: readonly number[]
  readonly reversed?: WordPositions
  readonly initiated?: number
}

function flat({ entry, annotations, reversed, initiated }: WordPositions): readonly number[] {
  return [
    entry,
    ...annotations,
    ...(reversed === undefined ? [] : flat(reversed)),
    ...(initiated === undefined ? [] : [initiated]),
  ]
}

/** Words that need no reading, because their events were looked at lately; undefined where some were not. */
export function cachedEntryWords(timeline: Timeline, position: number, until: number): EntryWords | undefined {
  return assemble(positionsOf(timeline, position, until), cachedEvent)
}

/** Reads what `cachedEntryWords` needs for these entries, in one go. */
export async function readEntryWords(timeline: Timeline, positions: readonly number[], until: number): Promise<void> {
  await readEvents(positions.flatMap((position) => flat(positionsOf(timeline, position, until))))
}

type EventAt = (position: number) => RecordedEvent | undefined

function assemble(positions: WordPositions, eventAt: EventAt): EntryWords | undefined {
  const entry = ledgerEvent(eventAt(positions.entry))
  if (entry === undefined) return undefined
  const annotations = positions.annotations.flatMap((position) => ledgerEvent(eventAt(position)) ?? [])
  if (annotations.length < positions.annotations.length) return undefined
  const reversed = positions.reversed === undefined ? undefined : assemble(positions.reversed, eventAt)
  if (positions.reversed !== undefined && reversed === undefined) return undefined
  const initiated =
    entry.type === 'TransferReturned' && positions.initiated !== undefined
      ? ledgerEvent(eventAt(positions.initiated))
      : undefined
  return wordsOfEntry({
    entry,
    annotations,
    ...(reversed === undefined ? {} : { reversed }),
    ...(initiated?.type === 'TransferInitiated' ? { returnedFrom: initiated.data.toAccountId } : {}),
  })
}

/** The log holds only events of this domain: `decide` made them, or an import checked them. */
function ledgerEvent(event: RecordedEvent | undefined): LedgerEvent | undefined {
  return event as unknown as LedgerEvent | undefined
}
