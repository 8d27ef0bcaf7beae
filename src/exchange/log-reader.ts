/**
 * Reads a log file as a stream: header, then events in canonical form, a chunk at a time, in bounded memory.
 * It takes every form that LOG-FORMAT allows (this program's own, re-saved JSON, version 0; plain or gzip) and judges
 * what can be seen of one event alone; what events must be to each other is LogChecker's.
 */
import type { JsonValue } from '../event-log/recorded-event'
import { LogFormatError } from './log-format-error'
import { canonicalEvent } from './reading/canonical-event'
import { isElement, JsonSplitter, type Piece, type RawElement } from './reading/json-splitter'
import { isHeaderComplete, type LogHeader, parseHeader, requireSize } from './reading/log-header'
import type { LogPart, ReadEvent, ReadOptions } from './reading/log-part'
import type { LogSource } from './reading/log-source'
import { noEvents, splitSource } from './reading/split-source'
import { readVersionZero } from './reading/version-zero'

type EventsPart = Extract<LogPart, { readonly kind: 'events' | 'lines' }>

/**
 * The parts of a file in order: one header, events, one end.
 * @throws LogFormatError; AbortError; whatever reading the source fails with.
 */
export async function* readLog(source: LogSource, options: ReadOptions = {}): AsyncGenerator<LogPart, void, undefined> {
  const { signal } = options
  const keys = new Map<string, unknown>()
  let form: 'object' | 'bare-list' | undefined
  const splitter = new JsonSplitter({
    onKey: (key, value) => keys.set(key, value),
    onList: (found) => {
      form = found
    },
    scanLines: options.scanLines === true,
  })
  let header: LogHeader | undefined
  let position = 0
  for await (const pieces of splitSource(source, splitter, keys, signal)) {
    if (form === 'bare-list') return yield* readVersionZero(source, options)
    if (form === undefined) continue
    if (!header) {
      // Keys that a sorting editor moved behind the events are fetched first: they say whether these are events at all.
      header = parseHeader(isHeaderComplete(keys) ? keys : await readKeys(source, signal))
      yield { kind: 'header', header }
    }
    for (const part of partsOf(pieces, position)) {
      position += part.kind === 'lines' ? part.lines.count : part.events.length
      yield part
    }
  }
  if (form === undefined) throw noEvents(keys)
  const complete = parseHeader(keys)
  requireSize(complete)
  yield { kind: 'end', header: complete }
}

/** Elements that follow each other come together. `position`: of the event before them. */
function* partsOf(pieces: readonly Piece[], position: number): Generator<EventsPart, void, undefined> {
  let events: ReadEvent[] = []
  let next = position
  for (const piece of pieces) {
    if (isElement(piece)) {
      events.push(readEvent(piece, ++next))
      continue
    }
    if (events.length > 0) yield { kind: 'events', events }
    events = []
    next += piece.count
    yield { kind: 'lines', lines: piece }
  }
  if (events.length > 0) yield { kind: 'events', events }
}

/** Every key of the file but `events`, whose elements are passed over. */
async function readKeys(source: LogSource, signal: AbortSignal | undefined): Promise<ReadonlyMap<string, unknown>> {
  const keys = new Map<string, unknown>()
  const splitter = new JsonSplitter({
    onKey: (key, value) => keys.set(key, value),
    onList: () => undefined,
    skipElements: true,
  })
  for await (const _ of splitSource(source, splitter, keys, signal)) {
    // the keys are collected on the way
  }
  return keys
}

function readEvent({ value, text, line }: RawElement, position: number): ReadEvent {
  const place = { line, position }
  if (!isObject(value)) throw new LogFormatError('bad-field', 'An event must be an object.', place)
  return { event: value, canonical: canonicalEvent(value, place, text), place }
}

function isObject(value: unknown): value is { readonly [key: string]: JsonValue } {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
