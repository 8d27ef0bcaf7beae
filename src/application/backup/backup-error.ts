/** Why a backup was not written, as a closed union: faults of the file system, and of what would be written. */

export type BackupErrorCode =
  /** The browser asks again before it lets this site write there. */
  | 'permission'
  /** The file or folder is not there any more. */
  | 'gone'
  | 'disk-full'
  /** Another program, or tab, holds the file. */
  | 'in-use'
  /** What stands in the file is not in this ledger: it is not replaced. */
  | 'not-contained'
  /** The ledger's own bytes are not what was sealed: the last good file is left as it is. */
  | 'damaged'
  /** What was read back is not what was written. */
  | 'not-verified'
  | 'failed'

const MESSAGES: Readonly<Record<BackupErrorCode, string>> = {
  permission: 'The browser no longer lets this page write there. Allow it again, or choose another place.',
  gone: 'The file or folder of the backups is not there any more. Put it back, or choose another place.',
  'disk-full': 'There is no room left where the backups are written. The last good one is unchanged. Free some space.',
  'in-use': 'Another program holds the backup file. Close it there; it is tried again later.',
  'not-contained': 'The file holds events that this ledger does not. It was not replaced. Choose another place.',
  damaged: 'A part of this ledger is damaged, so no backup was written over a good one. Verify the ledger.',
  'not-verified': 'The file that was written could not be read back as written. Choose another place.',
  failed: 'The backup could not be written. The last good one is unchanged; it is tried again later.',
}

const CODES: ReadonlyMap<string, BackupErrorCode> = new Map([
  ['NotAllowedError', 'permission'],
  ['SecurityError', 'permission'],
  ['NotFoundError', 'gone'],
  ['NotReadableError', 'gone'],
  ['TypeMismatchError', 'gone'],
  ['QuotaExceededError', 'disk-full'],
  ['NoModificationAllowedError', 'in-use'],
  ['InvalidStateError', 'in-use'],
])

export class BackupError extends Error {
  override readonly name = 'BackupError'
  constructor(
    readonly code: BackupErrorCode,
    cause?: unknown,
  ) {
    super(MESSAGES[code], { cause })
  }
}

/** Runs what touches files, its faults as BackupErrors; those of the ledger's own storage have other names. */
export async function onFiles<Result>(work: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BackupError) throw error
    const name = error instanceof Error ? error.name : ''
    throw new BackupError(CODES.get(name) ?? 'failed', error)
  }
}
