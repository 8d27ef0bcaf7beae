/** A ledger over plain memory, with a clock and ids that tests can foresee, and a log that can crash. */
import { makeDecisionState, type StreamState } from '../../domain/stream-state'
import { UPCASTERS } from '../../domain/upcasters'
import type { EventLog } from '../../event-log/event-log'
import { MemoryEventLog } from '../../event-log/memory-event-log'
import { makeUuidV7 } from '../../event-log/uuid'
import type { LedgerEntry, Snapshots } from '../backend/backend'
import type { Environment } from '../environment'
import { OpenLedger } from '../open-ledger'
import { WordIndex, type WordKeeper } from '../search/word-index'
import { searchInPlace, type WordSearch } from '../search/word-search'
import { refreshSnapshot, type StoredSnapshot } from '../snapshots/timeline-snapshot-store'

export const LEDGER_ID = '0190a000-0000-7000-8000-000000000001'

const ENTRY: LedgerEntry = { localId: 'local', name: 'Test', databaseName: 'test', ledgerId: LEDGER_ID }

let millis = Date.UTC(2026, 10, 23, 8)
let seed = 1

/** Ids differ from one ledger to the next, as those of two tabs do, and none depends on chance. */
export const testEnvironment: Environment = {
  now: () => millis,
  today: () => '2026-11-23',
  newId: makeUuidV7(
    () => ++millis,
    (bytes) => {
      for (let index = 0; index < bytes.length; index++) {
        seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
        bytes[index] = seed >>> 16
      }
      return bytes
    },
  ),
}

export function memoryLog(): MemoryEventLog<StreamState> {
  const decision = makeDecisionState()
  return new MemoryEventLog({
    ledgerId: LEDGER_ID,
    name: 'Test',
    decision,
    clock: () => ++millis,
    upcasters: UPCASTERS,
  })
}

/** Snapshots of a log, taken in place. */
export function memorySnapshots(
  log: EventLog<StreamState>,
): Snapshots & { stored: StoredSnapshot | undefined; taken: number } {
  const snapshots = {
    stored: undefined as StoredSnapshot | undefined,
    taken: 0,
    read: async () => snapshots.stored && structuredClone(snapshots.stored),
    write: async (snapshot: StoredSnapshot) => {
      snapshots.stored = structuredClone(snapshot)
      snapshots.taken++
    },
    discard: async () => {
      snapshots.stored = undefined
    },
    refresh: () => refreshSnapshot(log, snapshots),
    close() {},
  }
  return snapshots
}

/** A search that keeps nothing. */
export function memoryWords(log: EventLog): WordSearch {
  const keeper: WordKeeper = {
    read: async () => undefined,
    readPage: () => Promise.reject(new Error('Nothing is kept')),
    writePage: () => Promise.reject(new Error('Nothing is kept')),
    write: async () => undefined,
  }
  return searchInPlace(() => WordIndex.open(log, keeper))
}

export function openLedger(
  log: EventLog<StreamState> = memoryLog(),
  snapshots: Snapshots = memorySnapshots(log),
): Promise<OpenLedger> {
  return OpenLedger.open(ENTRY, log, snapshots, memoryWords(log), testEnvironment)
}

/** The same log, but the process dies before its `crashAt`-th transaction (from 1): nothing later reaches the log. */
export function crashingLog(log: EventLog<StreamState>, crashAt: number): EventLog<StreamState> {
  let transactions = 0
  return new Proxy(log, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      if (key === 'close') return () => undefined
      if (key !== 'transact') return value.bind(target)
      return (...args: unknown[]) => {
        if (++transactions >= crashAt) return Promise.reject(new Error('the process died here'))
        return Reflect.apply(value, target, args)
      }
    },
  })
}
