/** The backend over IndexedDB. Also used by the workers, which open the same databases from their side. */

import type { StreamState } from '../../domain/stream-state'
import { UPCASTERS } from '../../domain/upcasters'
import { DexieEventLog } from '../../storage/dexie-event-log'
import { LedgerRegistry } from '../../storage/ledger-registry'
import type { StoredBookmark } from '../../storage/registry-database'
import type { OpenBatchWriter } from '../../storage/staging/batch-writer'
import type { StorageError } from '../../storage/storage-error'
import { parseMoment } from '../../time-travel/resolve-moment'
import type { WorkOptions } from '../ledger-api'
import type { Backend, Bookmark, Bookmarks, HeavyWork, LedgerDirectory, LedgerEntry } from './backend'
import { rememberingDecision } from './remembering-decision'
import { storedPositions } from './stored-positions'

/**
 * @param firstLedger what a ledger is called that nobody made
 * @param shown see `Backend`
 */
export function dexieBackend(
  heavyWork: HeavyWork,
  openWords: Backend['openWords'],
  firstLedger: string,
  shown: NonNullable<Backend['shown']> = () => Promise.resolve(),
): Backend {
  const lost = new Set<(error: Error) => void>()
  const tellLost = (reason: Error) => {
    for (const listener of lost) listener(reason)
  }
  const registry = keptRegistry(tellLost)
  return {
    directory: directory(registry, firstLedger),
    bookmarks: bookmarks(registry),
    openLog: (entry) => openDexieLog(entry, tellLost),
    // Few ledgers are ever damaged.
    damaged: () => import('./damaged-ledgers'),
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
    storedPositions,
    heavyWork,
    shown,
    tidyUp: async (entry, log) => {
      await shown()
      if (!(log instanceof DexieEventLog)) return
      await log.sweepOrphans()
      if (await log.isWorthPacking()) await heavyWork.pack(entry)
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
  openWriter?: OpenBatchWriter,
): Promise<DexieEventLog<StreamState>> {
  const { databaseName, ledgerId, name } = entry
  return DexieEventLog.open({
    databaseName,
    ledgerId,
    name,
    decision: rememberingDecision(),
    upcasters: UPCASTERS,
    openWriter,
    ...(onClosed ? { onClosed } : {}),
  })
}

/** The registry is opened at its first use; one that failed to open is tried again. To a newer page it gives way for good. */
function keptRegistry(onOutdated: (reason: Error) => void): () => Promise<LedgerRegistry> {
  let opened: Promise<LedgerRegistry> | undefined
  let outdated: Error | undefined
  const onClosed = (reason: StorageError) => {
    if (reason.code !== 'blocked') return
    outdated = reason
    onOutdated(reason)
  }
  return () => {
    if (outdated) return Promise.reject(outdated)
    opened ??= LedgerRegistry.open(undefined, onClosed).catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
}

function directory(registry: () => Promise<LedgerRegistry>, firstLedger: string): LedgerDirectory {
  return {
    list: async () => (await registry()).list(),
    create: async (name) => (await registry()).create(name),
    createBy: async (name, fill, originOf) => (await registry()).createBy(name, fill, originOf),
    rename: async (localId, name) => (await registry()).rename(localId, name),
    remove: async (localId) => (await registry()).remove(localId),
    current: async () => (await registry()).current(firstLedger),
    setCurrent: async (localId) => (await registry()).setCurrent(localId),
  }
}

function bookmarks(registry: () => Promise<LedgerRegistry>): Bookmarks {
  return {
    list: async (localId) => (await (await registry()).bookmarks.list(localId)).flatMap(bookmarkOf),
    put: async (localId, { moment, ...bookmark }) =>
      (await registry()).bookmarks.put(localId, { ...bookmark, moment: JSON.stringify(moment) }),
    remove: async (localId, id) => (await registry()).bookmarks.remove(localId, id),
    onChange: (listener) => {
      // Without a registry nothing changes; whoever asks it for something hears why.
      void registry().then(
        (opened) => opened.bookmarks.onChange(listener),
        () => undefined,
      )
    },
  }
}

/** Nothing for what a later version may have written and this one cannot read. */
function bookmarkOf({ moment, ...bookmark }: StoredBookmark): Bookmark[] {
  try {
    const parsed = parseMoment(JSON.parse(moment))
    return parsed === 'now' ? [] : [{ ...bookmark, moment: parsed }]
  } catch {
    return []
  }
}

function workOptions(onProgress: ((done: number, total: number) => void) | undefined): WorkOptions {
  if (!onProgress) return {}
  return { onProgress: ({ done, total }) => onProgress(done, total ?? done) }
}
