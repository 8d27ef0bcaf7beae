/**
 * Who may rearrange what lies on disk. `maintenance` is held exclusively by an import, packing or sweeping: one of them
 * at a time in all tabs and workers. `import` tells an import, which others are refused beside, from the short work of
 * maintenance, for which one waits. `staging` is held shared by every import under way, so that a sweep also waits for
 * one that took no maintenance lock. Locks end with their tab.
 */
import { StorageError } from '../storage-error'

/**
 * Runs `work` while nobody else imports, packs or sweeps this database; 'busy', without running it, if somebody does.
 * Not reentrant: `work` must not call `pack` or `sweepOrphans` of the log.
 */
export function withMaintenanceLock<Result>(
  databaseName: string,
  work: () => Promise<Result>,
): Promise<Result | 'busy'> {
  return withLock(maintenanceLock(databaseName), work)
}

/** Runs an import while no other runs on this database; 'busy', without running it, if one does. Waits for maintenance. */
export function withImportLock<Result>(databaseName: string, work: () => Promise<Result>): Promise<Result | 'busy'> {
  return withLock(
    `hindsight:${databaseName}:import`,
    () =>
      // The cast: lib.dom knows that a request gives what its callback gives, but not through a promise.
      lockManager().request(maintenanceLock(databaseName), work) as Promise<Result>,
  )
}

/** Runs `work` while no import is under way; 'busy', without running it, if one is. */
export function whileNothingIsStaged<Result>(
  databaseName: string,
  work: () => Promise<Result>,
): Promise<Result | 'busy'> {
  return withLock(stagingLock(databaseName), work)
}

/** Takes the staging lock in shared mode; the function returned gives it back. */
export function holdStagingLock(databaseName: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    lockManager()
      .request(
        stagingLock(databaseName),
        { mode: 'shared' },
        () => new Promise<void>((release) => resolve(() => release())),
      )
      .catch(reject)
  })
}

async function withLock<Result>(name: string, work: () => Promise<Result>): Promise<Result | 'busy'> {
  return lockManager().request(
    name,
    { ifAvailable: true },
    async (lock): Promise<Result | 'busy'> => (lock ? work() : 'busy'),
  )
}

function maintenanceLock(databaseName: string): string {
  return `hindsight:${databaseName}:maintenance`
}

function stagingLock(databaseName: string): string {
  return `hindsight:${databaseName}:staging`
}

function lockManager(): LockManager {
  if (navigator.locks) return navigator.locks
  throw new StorageError(
    'unavailable',
    'This page was not loaded securely, so the browser keeps its locks from it. Open it over https or from localhost.',
  )
}
