/** Faults of the store as a closed union, with words that say what to do; whatever else was thrown passes unchanged. */
import { DamagedBatchError } from '../event-log/batch-codec'

export type StorageErrorCode =
  /** The browser gives no more room. */
  | 'quota-exceeded'
  /** The browser has no database for us, closed it, or failed at it. */
  | 'unavailable'
  /** Another tab holds another version of the program. */
  | 'blocked'
  /** Stored bytes are missing or not what was written; `position` names the first event concerned, where it is known. */
  | 'corrupt'

/** This page is older than what has opened the ledger meanwhile, or than the database it finds. */
export type OutdatedBecause = 'newer-tab' | 'newer-database'

export class StorageError extends Error {
  override readonly name = 'StorageError'
  declare readonly position?: number
  /** Of `blocked`: which of the two is the older. Not there where another tab's is. */
  declare readonly because?: OutdatedBecause
  constructor(
    readonly code: StorageErrorCode,
    message: string,
    facts: { readonly position?: number; readonly because?: OutdatedBecause; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: facts.cause })
    if (facts.because !== undefined) this.because = facts.because
    if (facts.position !== undefined) this.position = facts.position
  }
}

/** Names of Dexie's and the browser's errors, and what they mean for people. */
const CODES: ReadonlyMap<string, StorageErrorCode> = new Map([
  ['QuotaExceededError', 'quota-exceeded'],
  ['QuotaExceeded', 'quota-exceeded'],
  ['VersionError', 'blocked'],
  // Chromium keeps long values in files of their own: one that is gone or unreadable shows as these.
  ['NotReadableError', 'corrupt'],
  ['NotFoundError', 'corrupt'],
  ['DataCloneError', 'corrupt'],
  ['UnknownError', 'unavailable'],
  ['InvalidStateError', 'unavailable'],
  ['SecurityError', 'unavailable'],
  ['TimeoutError', 'unavailable'],
  ['TransactionInactiveError', 'unavailable'],
  ['PrematureCommitError', 'unavailable'],
  ['MissingAPIError', 'unavailable'],
  ['OpenFailedError', 'unavailable'],
  ['DatabaseClosedError', 'unavailable'],
  ['NoSuchDatabaseError', 'unavailable'],
])

const MESSAGES: Readonly<Record<StorageErrorCode, string>> = {
  'quota-exceeded':
    'The browser has no room left for this site, so nothing was recorded. Free some disk space or remove a ledger you no longer need, then try again.',
  unavailable:
    'The browser does not let this page keep data at the moment. Reload the page; if it stays so, leave private browsing or allow this site to store data.',
  blocked:
    'Another tab holds this ledger open with another version of the program. Close or reload the other tabs, then reload this one.',
  corrupt:
    'A part of this ledger on disk is damaged. What is recorded before it can still be exported; restore the rest from your latest export.',
}

/** A StorageError with the usual words for its code. */
export function storageError(
  code: StorageErrorCode,
  facts: { readonly position?: number; readonly cause?: unknown } = {},
): StorageError {
  const where = facts.position === undefined ? '' : ` The damage begins at event ${facts.position}.`
  return new StorageError(code, MESSAGES[code] + where, facts)
}

/** The StorageError for a fault of Dexie, the browser or the stored bytes; any other value as it is. */
export function toStorageError(error: unknown): unknown {
  if (error instanceof StorageError) return error
  if (error instanceof DamagedBatchError) return storageError('corrupt', { position: error.position, cause: error })
  const code = codeOf(error)
  return code ? storageError(code, { cause: error }) : error
}

/** Runs `work` with its faults as StorageErrors. */
export async function withStorageErrors<Result>(work: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw toStorageError(error)
  }
}

/** An aborted transaction carries its reason inside (Dexie's `inner`), a write of many rows those of its rows (`failures`). */
function codeOf(error: unknown): StorageErrorCode | undefined {
  let found: StorageErrorCode | undefined
  let at: unknown = error
  let isDexie = false
  for (let depth = 0; depth < 8 && typeof at === 'object' && at !== null; depth++) {
    const { name, inner, cause, failures } = at as Record<'name' | 'inner' | 'cause' | 'failures', unknown>
    isDexie ||= 'inner' in at || Array.isArray(failures)
    const code = typeof name === 'string' ? CODES.get(name) : undefined
    if (code === 'quota-exceeded') return code
    found ??= code ?? (name === 'AbortError' && isDexie ? 'unavailable' : undefined)
    at = Array.isArray(failures) ? worstOf(failures) : (inner ?? cause)
  }
  return found
}

/** Where rows failed for several reasons, what people can do something about. */
function worstOf(failures: readonly unknown[]): unknown {
  return failures.find((failure) => codeOf(failure) === 'quota-exceeded') ?? failures[0]
}
