/** A file's bytes through the splitter: elements of its long list, chunk by chunk. */
import { LogFormatError } from '../log-format-error'
import type { JsonSplitter, Piece } from './json-splitter'
import { LOG_FORMAT_NAME } from './log-header'
import { type LogSource, readBytes } from './log-source'

/** Feeds the splitter; yields the elements of each chunk, at the end those that were still open. */
export async function* splitSource(
  source: LogSource,
  splitter: JsonSplitter,
  keys: ReadonlyMap<string, unknown>,
  signal: AbortSignal | undefined,
  onBytes?: (bytes: Uint8Array) => void,
): AsyncGenerator<readonly Piece[], void, undefined> {
  try {
    for await (const bytes of readBytes(source, signal)) {
      onBytes?.(bytes)
      yield splitter.push(bytes)
    }
    yield splitter.finish()
  } catch (error) {
    // A long value in some other program's JSON says nothing about the size of our events.
    const isForeign = !splitter.hasList && keys.get('format') !== LOG_FORMAT_NAME
    if (isForeign && error instanceof LogFormatError && error.code === 'too-large') throw noEvents(keys)
    throw error
  }
}

/** The error for JSON that is no log. */
export function noEvents(keys: ReadonlyMap<string, unknown>): LogFormatError {
  if (keys.has('format') && keys.get('format') === LOG_FORMAT_NAME) {
    return new LogFormatError('not-this-format', 'The file has no list of events.', { path: 'events' })
  }
  return new LogFormatError('not-this-format', 'The file is JSON but no Hindsight log.')
}
