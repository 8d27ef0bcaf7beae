/** Ledgers over plain memory, and the heavy work done in place: the whole application without a browser. */

import type { Backend, Bookmark, Bookmarks, HeavyWork, LedgerEntry, Snapshots } from '../../application/backend/backend'
import { tablesOfLog } from '../../application/integrity/log-tables'
import { memoryWords } from '../../application/testing/memory-ledger'
import { makeDecisionState, type StreamState } from '../../domain/stream-state'
import { UPCASTERS } from '../../domain/upcasters'
import { MemoryEventLog } from '../../event-log/memory-event-log'
import { carryError, revivedError } from '../carried-error'
import { runTask } from '../tasks/run-task'
import type { Task, TaskResults } from '../tasks/task-protocol'

const NO_SNAPSHOTS: Snapshots = { read: async () => undefined, refresh: async () => undefined, close() {} }
const NO_KEEPER = {
  read: async () => undefined,
  write: async () => undefined,
  discard: async () => undefined,
  close() {},
}

export function memoryBackend(now: () => number = () => Date.UTC(2026, 10, 23, 8)): Backend {
  const entries: LedgerEntry[] = []
  const logs = new Map<string, MemoryEventLog<StreamState>>()
  const importing = new Set<string>()
  let currentId = ''

  const create = async (name: string) => {
    const number = entries.length + 1
    const uuid = `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`
    const entry = { localId: `local-${number}`, name, databaseName: `db-${number}`, ledgerId: uuid }
    entries.push(entry)
    return entry
  }
  const logOf = (entry: LedgerEntry) => {
    const known = logs.get(entry.localId)
    if (known) return known
    const { ledgerId, name } = entry
    const log = new MemoryEventLog({
      ledgerId,
      name,
      decision: makeDecisionState(),
      clock: now,
      upcasters: UPCASTERS,
    })
    logs.set(entry.localId, log)
    return log
  }
  const run = async <Kind extends Task['kind']>(task: Task & { readonly kind: Kind }, signal?: AbortSignal) => {
    const context = {
      // Several connections to one ledger: to close one is not to close the others.
      openLog: async (entry: LedgerEntry) => keptOpen(logOf(entry)),
      exclusively: async <Result>(entry: LedgerEntry, work: () => Promise<Result>) => {
        if (importing.has(entry.localId)) return 'busy' as const
        importing.add(entry.localId)
        return work().finally(() => importing.delete(entry.localId))
      },
      openSnapshots: () => NO_KEEPER,
      openTables: async (entry: LedgerEntry) => ({ ...tablesOfLog(logOf(entry)), close: () => undefined }),
      openStanding: async () => undefined,
      pack: async () => undefined,
      beforeCommit: async () => undefined,
      onProgress: () => undefined,
      signal: signal ?? new AbortController().signal,
      now,
    }
    try {
      return (await runTask(task, context)) as TaskResults[Kind]
    } catch (error) {
      throw revivedError(structuredClone(carryError(error)))
    }
  }
  const heavyWork: HeavyWork = {
    importLog: (entry, file, { signal, onProgress: _, ...options }) =>
      run({ kind: 'import', entry, file, options }, signal),
    exportLog: (entry, { signal, onProgress: _, ...options }) => run({ kind: 'export', entry, options }, signal),
    fileFacts: (files) => run({ kind: 'facts', entry: null, files }),
    backUp: (entry, target, { signal }) => run({ kind: 'backup', entry, target }, signal),
    verify: (entry, { signal }) => run({ kind: 'verify', entry }, signal),
    repair: (entry, file, { signal, onProgress: _, ...options }) =>
      run({ kind: 'repair', entry, file, options: { ...options, dryRun: true } }, signal),
    prove: (entry, files, { signal }) => run({ kind: 'prove', entry, files }, signal),
    standingSnapshot: (entry) => run({ kind: 'standing-snapshot', entry }),
    branch: (entry, original, request, { signal }) => run({ kind: 'branch', entry, original, request }, signal),
    verdicts: (entry, original) => run({ kind: 'verdicts', entry, original }),
    balances: (entry) => run({ kind: 'balances', entry }),
    readSnapshot: async () => undefined,
    project: (entry, { signal }) => run({ kind: 'project', entry }, signal),
    pack: (entry) => run({ kind: 'pack', entry }),
  }
  return {
    directory: {
      list: async () => entries.slice(),
      create,
      createBy: async (name, fill, originOf) => {
        const entry = await create(name)
        try {
          const result = await fill(entry)
          const filled = originOf ? { ...entry, origin: originOf(result) } : entry
          entries[entries.indexOf(entry)] = filled
          return { entry: filled, result }
        } catch (error) {
          entries.splice(entries.indexOf(entry), 1)
          throw error
        }
      },
      rename: async (localId, name) => {
        const index = entries.findIndex((each) => each.localId === localId)
        const entry = entries[index]
        if (entry) entries[index] = { ...entry, name }
      },
      remove: async (localId) => {
        const index = entries.findIndex((each) => each.localId === localId)
        if (index >= 0) entries.splice(index, 1)
        logs.delete(localId)
      },
      current: async () => entries.find((each) => each.localId === currentId) ?? entries[0] ?? create('My ledger'),
      setCurrent: async (localId) => {
        currentId = localId
      },
    },
    bookmarks: memoryBookmarks(),
    openLog: async (entry) => keptOpen(logOf(entry)),
    damaged: async () => ({
      openStanding: async () => undefined,
      damageOf: async () => undefined,
      setAside: async () => null,
      discardSetAside: async () => undefined,
    }),
    openSnapshots: () => NO_SNAPSHOTS,
    openWords: (entry) => memoryWords(logOf(entry)),
    storedPositions: async () => ({ snapshot: 0, words: 0 }),
    heavyWork,
    tidyUp: async () => undefined,
    onLost: () => undefined,
  }
}

function memoryBookmarks(): Bookmarks {
  const kept = new Map<string, Map<string, Bookmark>>()
  const listeners: ((localId: string) => void)[] = []
  const of = (localId: string) => kept.get(localId) ?? new Map<string, Bookmark>()
  const changed = (localId: string, bookmarks: Map<string, Bookmark>) => {
    kept.set(localId, bookmarks)
    for (const listener of listeners) listener(localId)
  }
  return {
    list: async (localId) => [...of(localId).values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    put: async (localId, bookmark) => changed(localId, of(localId).set(bookmark.id, bookmark)),
    remove: async (localId, id) => {
      const bookmarks = of(localId)
      bookmarks.delete(id)
      changed(localId, bookmarks)
    },
    onChange: (listener) => {
      listeners.push(listener)
    },
  }
}

function keptOpen(log: MemoryEventLog<StreamState>): MemoryEventLog<StreamState> {
  return new Proxy(log, {
    get(target, key) {
      if (key === 'close') return () => undefined
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
