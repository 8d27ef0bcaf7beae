/** The backend over IndexedDB. Also used by the workers, which open the same databases from their side. */
import type { StreamState } from '../../domain/stream-state'
import type { EventLog } from '../../event-log/event-log'
import { DexieEventLog } from '../../storage/dexie-event-log'
import { LedgerRegistry } from '../../storage/ledger-registry'
import type { WorkOptions } from '../hindsight'
import type { Backend, HeavyWork, LedgerDirectory, LedgerEntry } from './backend'
import { rememberingDecision } from './remembering-decision'

/** Stored batches at which joining small ones is worth looking for. */
const PACK_ABOVE = 256

export function dexieBackend(heavyWork: HeavyWork, openWords: Backend['openWords']): Backend {
  const lost = new Set<(error: Error) => void>()
  return {
    directory: directory(),
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
    tidyUp,
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

/** Tidies up behind commands: joins small batches and sweeps what a crashed import left. Never on a command's path. */
async function tidyUp(log: EventLog<StreamState>): Promise<void> {
  if (!(log instanceof DexieEventLog)) return
  await log.sweepOrphans()
  if ((await log.measure()).batches > PACK_ABOVE) await log.pack()
}

/** The registry is opened at its first use; one that failed to open is tried again. */
function directory(): LedgerDirectory {
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
    current: async () => (await registry()).current(),
    setCurrent: async (localId) => (await registry()).setCurrent(localId),
  }
}

function workOptions(onProgress: ((done: number, total: number) => void) | undefined): WorkOptions {
  if (!onProgress) return {}
  return { onProgress: ({ done, total }) => onProgress(done, total ?? done) }
}
