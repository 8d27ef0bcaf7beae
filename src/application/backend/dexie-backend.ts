/** The backend over IndexedDB. Also used by the workers, which open the same databases from their side. */
import type { StreamState } from '../../domain/stream-state'
import { DexieEventLog } from '../../storage/dexie-event-log'
import { LedgerRegistry } from '../../storage/ledger-registry'
import type { WorkOptions } from '../hindsight'
import type { Backend, HeavyWork, LedgerDirectory, LedgerEntry } from './backend'
import { rememberingDecision } from './remembering-decision'

/** Stored batches, beyond those that packed ones would be, at which joining small ones is worth a worker. */
const PACK_ABOVE = 256
/** Half of a packed batch: an import's last ones are smaller. */
const BYTES_A_BATCH = 128 * 1024

/** `firstLedger`: what a ledger is called that nobody made. */
export function dexieBackend(heavyWork: HeavyWork, openWords: Backend['openWords'], firstLedger: string): Backend {
  const lost = new Set<(error: Error) => void>()
  return {
    directory: directory(firstLedger),
    openLog: (entry) =>
      openDexieLog(entry, (reason) => {
        for (const listener of lost) listener(reason)
      }),
    openSnapshots: (entry) => {
      let first: ReturnType<typeof heavyWork.readSnapshot> | undefined = heavyWork.readSnapshot(entry)
      // Whoever reads it hears of the failure.
      first.catch(() => undefined)
      return {
        read: () => {
          const snapshot = first ?? heavyWork.readSnapshot(entry)
          first = undefined
          return snapshot
        },
        refresh: (onProgress) => heavyWork.project(entry, workOptions(onProgress)),
        close: () => undefined,
      }
    },
    openWords,
    heavyWork,
    tidyUp: async (entry, log) => {
      if (!(log instanceof DexieEventLog)) return
      await log.sweepOrphans()
      const { batches, bytesOnDisk } = await log.measure()
      if (batches - bytesOnDisk / BYTES_A_BATCH > PACK_ABOVE) await heavyWork.pack(entry)
    },
    onLost: (listener) => {
      lost.add(listener)
    },
  }
}

/** @throws StorageError */
export function openDexieLog(
  entry: LedgerEntry,
  onClosed?: (reason: Error) => void,
): Promise<DexieEventLog<StreamState>> {
  const { databaseName, ledgerId, name } = entry
  return DexieEventLog.open({
    databaseName,
    ledgerId,
    name,
    decision: rememberingDecision(),
    ...(onClosed ? { onClosed } : {}),
  })
}

/** The registry is opened at its first use; one that failed to open is tried again. */
function directory(firstLedger: string): LedgerDirectory {
  let opened: Promise<LedgerRegistry> | undefined
  const registry = () => {
    opened ??= LedgerRegistry.open().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
  return {
    list: async () => (await registry()).list(),
    create: async (name) => (await registry()).create(name),
    createBy: async (name, fill) => (await registry()).createBy(name, fill),
    rename: async (localId, name) => (await registry()).rename(localId, name),
    remove: async (localId) => (await registry()).remove(localId),
    current: async () => (await registry()).current(firstLedger),
    setCurrent: async (localId) => (await registry()).setCurrent(localId),
  }
}

function workOptions(onProgress: ((done: number, total: number) => void) | undefined): WorkOptions {
  if (!onProgress) return {}
  return { onProgress: ({ done, total }) => onProgress(done, total ?? done) }
}
