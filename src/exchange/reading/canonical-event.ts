/** The canonical form of an event, held to the limits of LOG-FORMAT. */
import {
  CanonicalJsonError,
  canonicalJson,
  isPlainlyCanonical,
  MAX_DEPTH,
  MAX_EVENT_BYTES,
} from '../../event-log/canonical-json'
import type { JsonObject } from '../../event-log/recorded-event'
import { type FilePlace, type LogFormatCode, LogFormatError } from '../log-format-error'

/**
 * The canonical form of an event, within the limits of LOG-FORMAT.
 * @param raw the text it was read from, which mostly is that form already.
 * @throws LogFormatError `too-large`, `bad-text`, or `not-json` for a number that no double holds.
 */
export function canonicalEvent(event: JsonObject, place: FilePlace, raw?: string): string {
  const text = raw !== undefined && isPlainlyCanonical(raw, event) ? raw : canonicalText(event, place)
  // A UTF-16 unit takes one to three bytes, so most events need no counting.
  if (text.length * 3 > MAX_EVENT_BYTES && new TextEncoder().encode(text).length > MAX_EVENT_BYTES) {
    throw new LogFormatError('too-large', `The event is longer than ${MAX_EVENT_BYTES / 1024} KiB.`, place)
  }
  return text
}

function canonicalText(event: JsonObject, place: FilePlace): string {
  try {
    return canonicalJson(event)
  } catch (error) {
    if (!(error instanceof CanonicalJsonError)) throw error
    const [code, problem] = CANONICAL_FAULTS[error.code]
    throw new LogFormatError(code, problem, place)
  }
}

const CANONICAL_FAULTS: Readonly<Record<CanonicalJsonError['code'], readonly [LogFormatCode, string]>> = {
  'too-deep': ['too-large', `The event is nested deeper than ${MAX_DEPTH} levels.`],
  'too-large': ['too-large', 'The event is too long.'],
  'lone-surrogate': ['bad-text', 'A text of the event holds half a character (a lone surrogate).'],
  'not-json': ['not-json', 'A number of the event is beyond what JSON numbers hold.'],
}
