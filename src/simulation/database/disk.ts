/**
 * What lies on the simulated disk. Rows of a store never change in place: a commit exchanges them, so that the state
 * before it can be had again, and whoever looks between two turns sees what is committed and nothing else.
 */
import type { CommittedRows } from '../judge/committed-rows'
import { compareKeys, type Key } from './keys'

/** Rows in the order of their keys. */
export class Rows {
  private constructor(
    readonly keys: readonly Key[],
    private readonly values: ReadonlyMap<Key, unknown>,
  ) {}

  static readonly NONE = new Rows([], new Map())

  get(key: Key): unknown {
    return this.values.get(key)
  }

  with(changes: ReadonlyMap<Key, unknown>): Rows {
    if (changes.size === 0) return this
    const values = new Map(this.values)
    for (const [key, value] of changes) {
      if (value === undefined) values.delete(key)
      else values.set(key, value)
    }
    return new Rows([...values.keys()].sort(compareKeys), values)
  }
}

export interface StoredIndex {
  readonly keyPath: string
  readonly unique: boolean
  readonly multiEntry: boolean
}

export interface StoredStore {
  readonly keyPath: string
  readonly indexes: Map<string, StoredIndex>
  rows: Rows
}

export interface StoredDatabase {
  version: number
  readonly stores: Map<string, StoredStore>
}

export class Disk {
  readonly databases = new Map<string, StoredDatabase>()
  /** Nothing more can be written. */
  isFull = false
  /** Counts the commits. */
  generation = 0
  /** How to undo what is committed and may be lost with the power, oldest first. */
  #loose: (() => void)[] = []

  commit(changes: ReadonlyMap<StoredStore, Rows>, durability: string): void {
    const before = [...changes.keys()].map((store) => [store, store.rows] as const)
    for (const [store, rows] of changes) store.rows = rows
    this.generation++
    // The journal is one: what is flushed takes along everything before it.
    if (durability === 'strict') this.flush()
    else
      this.#loose.push(() => {
        for (const [store, rows] of before) store.rows = rows
      })
  }

  flush(): void {
    this.#loose = []
  }

  /** @param kept of the commits that were not flushed, so many are on the disk all the same */
  losePower(kept: number): void {
    for (const undo of this.#loose.splice(kept).reverse()) undo()
    this.flush()
    this.generation++
  }

  get looseCommits(): number {
    return this.#loose.length
  }
}

/** Of one database, as it is now each time it is looked at. */
export function rowsOnDisk(disk: Disk, databaseName: string): CommittedRows {
  const rowsOf = (table: string) => disk.databases.get(databaseName)?.stores.get(table)?.rows ?? Rows.NONE
  return {
    get generation() {
      return disk.generation
    },
    all: (table) => {
      const rows = rowsOf(table)
      return rows.keys.map((key) => rows.get(key))
    },
    get: (table, key) => rowsOf(table).get(key),
  }
}
