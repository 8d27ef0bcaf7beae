/** The first line of a log file (LOG-FORMAT, "The file"). */
import { isInstant } from '../../domain/calendar'
import { isUuid } from '../../domain/stream-id'
import { LogFormatError } from '../log-format-error'

export const LOG_FORMAT_NAME = 'hindsight-log'
export const LOG_FORMAT_VERSION = 1

export interface LogHeader {
  /** 0: the bare list of version 0; its name is that of the account it was given. */
  readonly form: 0 | 1
  readonly ledgerId: string
  readonly name: string
  /** null in a version 0 file, which does not say it. */
  readonly exportedAt: string | null
  /** Number of events; null in a version 0 file. */
  readonly size: number | null
  /** null: the file is not sealed. */
  readonly rootHash: string | null
  /** Whatever stands under that key; not there in most files. */
  readonly checkpoint?: unknown
}

/** The keys that a reader needs before it can judge an event. */
const FIRST_KEYS = ['format', 'formatVersion', 'ledgerId', 'name', 'exportedAt']

export function isHeaderComplete(keys: ReadonlyMap<string, unknown>): boolean {
  return FIRST_KEYS.every((key) => keys.has(key))
}

/**
 * @param keys the file's keys but `events`.
 * @throws LogFormatError `not-this-format`, `newer-version` or `bad-field` {path}.
 */
export function parseHeader(keys: ReadonlyMap<string, unknown>): LogHeader {
  const format = keys.get('format')
  if (format !== LOG_FORMAT_NAME) {
    const says = format === undefined ? 'names no format' : `is of the format ${inWords(format)}`
    throw new LogFormatError('not-this-format', `The file is JSON but no Hindsight log: it ${says}.`, {
      path: 'format',
    })
  }
  const version = keys.get('formatVersion')
  if (version !== LOG_FORMAT_VERSION) {
    throw new LogFormatError(
      'newer-version',
      `The file has formatVersion ${inWords(version)}, and this program reads 1.`,
      { path: 'formatVersion' },
    )
  }
  const ledgerId = keys.get('ledgerId')
  if (typeof ledgerId !== 'string' || !isUuid(ledgerId)) throw badKey('ledgerId', ledgerId, 'a UUID in lower case')
  const name = keys.get('name')
  if (typeof name !== 'string') throw badKey('name', name, 'a text')
  if (!name.isWellFormed())
    throw new LogFormatError('bad-text', 'The ledger’s name holds half a character (a lone surrogate).', {
      path: 'name',
    })
  const exportedAt = keys.get('exportedAt')
  if (typeof exportedAt !== 'string' || !isInstant(exportedAt))
    throw badKey('exportedAt', exportedAt, 'an instant like 2026-11-23T06:15:00.123Z')
  return {
    form: 1,
    ledgerId,
    name,
    exportedAt,
    size: parseSize(keys.get('size')),
    rootHash: parseRoot(keys.get('rootHash')),
    ...(keys.has('checkpoint') && { checkpoint: keys.get('checkpoint') }),
  }
}

/** `size` and `rootHash` may stand after the events, so they are not asked for before the end. */
function parseSize(size: unknown): number | null {
  if (size === undefined) return null
  if (typeof size !== 'number') throw badKey('size', size, 'the number of events')
  return size
}

function parseRoot(rootHash: unknown): string | null {
  if (rootHash === undefined) return null
  if (typeof rootHash !== 'string') throw badKey('rootHash', rootHash, '64 hexadecimal digits in lower case')
  return rootHash
}

/** @throws LogFormatError where a sealed form must say its size and does not. */
export function requireSize(header: LogHeader): void {
  if (header.size === null) throw badKey('size', undefined, 'the number of events')
}

function badKey(path: string, found: unknown, wanted: string): LogFormatError {
  const what = `In the file’s header ${path} is ${found === undefined ? 'missing' : inWords(found)}`
  return new LogFormatError('bad-field', `${what}; it must be ${wanted}.`, { path })
}

/** A value as a message shows it: JSON, cut short where it is longer than a hash in its quotes. */
export function inWords(value: unknown): string {
  let text: string
  try {
    text = JSON.stringify(value) ?? 'missing'
  } catch {
    // Engines write by recursion, and what was read may be nested deeper than that reaches.
    text = 'something nested very deeply'
  }
  return text.length > 66 ? `${text.slice(0, 65)}…` : text
}
