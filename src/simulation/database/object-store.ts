/** Object stores, their indexes and cursors, as far as the program and Dexie ask for them. */
import type { Rows, StoredIndex, StoredStore } from './disk'
import { compareKeys, type Key, type KeyRange, type Query, rangeOf } from './keys'
import { Request } from './request'

/** What of a transaction its stores need. */
interface Within {
  ask(request: Request): Request
  rows(store: StoredStore): Rows
  /** undefined removes. */
  write(store: StoredStore, key: Key, value: unknown): void
}

interface Row {
  readonly key: Key
  readonly primaryKey: Key
  readonly value: unknown
}

type Direction = 'next' | 'nextunique' | 'prev' | 'prevunique'

const WRITTEN = new DOMException('The key is there already.', 'ConstraintError')

/** What stores and indexes have in common: questions. */
abstract class Source {
  constructor(
    readonly name: string,
    protected readonly stored: StoredStore,
    readonly transaction: Within,
  ) {}

  /** In the order of their keys. */
  protected abstract found(range: KeyRange | undefined): Row[]

  protected ask(answer: () => unknown): Request {
    const request = new Request(answer)
    request.source = this
    return this.transaction.ask(request)
  }

  get(query: Query): Request {
    return this.ask(() => copied(this.found(rangeOf(query))[0]?.value))
  }

  getKey(query: Query): Request {
    return this.ask(() => this.found(rangeOf(query))[0]?.primaryKey)
  }

  getAll(query?: Query, count = Number.POSITIVE_INFINITY): Request {
    return this.ask(() =>
      this.found(rangeOf(query))
        .slice(0, count)
        .map(({ value }) => copied(value)),
    )
  }

  getAllKeys(query?: Query, count = Number.POSITIVE_INFINITY): Request {
    return this.ask(() =>
      this.found(rangeOf(query))
        .slice(0, count)
        .map(({ primaryKey }) => primaryKey),
    )
  }

  count(query?: Query): Request {
    return this.ask(() => this.found(rangeOf(query)).length)
  }

  openCursor(query?: Query, direction: Direction = 'next'): Request {
    return this.#cursor(query, direction, true)
  }

  openKeyCursor(query?: Query, direction: Direction = 'next'): Request {
    return this.#cursor(query, direction, false)
  }

  /** Walks what was found at the beginning: within its transaction only the program itself could change it. */
  #cursor(query: Query, direction: Direction, hasValues: boolean): Request {
    if (direction.endsWith('unique')) throw new DOMException('Not simulated.', 'NotSupportedError')
    let rows: Row[] | undefined
    let at = 0
    const request = this.ask(() => {
      rows ??= direction === 'prev' ? this.found(rangeOf(query)).reverse() : this.found(rangeOf(query))
      const row = rows[at]
      if (!row) return null
      const go = (by: number) => {
        at += by
        request.again()
        this.transaction.ask(request)
      }
      const seek = (key: Key) => {
        const sign = direction === 'prev' ? -1 : 1
        const next = rows?.findIndex((other, index) => index > at && sign * compareKeys(other.key, key) >= 0) ?? -1
        go((next < 0 ? (rows?.length ?? 0) : next) - at)
      }
      return {
        key: row.key,
        primaryKey: row.primaryKey,
        ...(hasValues && { value: copied(row.value) }),
        source: this,
        direction,
        continue: (key?: Key) => (key === undefined ? go(1) : seek(key)),
        advance: (count: number) => go(count),
      }
    })
    return request
  }
}

export class ObjectStore extends Source {
  readonly autoIncrement = false

  get keyPath(): string {
    return this.stored.keyPath
  }

  get indexNames(): string[] {
    return [...this.stored.indexes.keys()]
  }

  index(name: string): Index {
    const index = this.stored.indexes.get(name)
    if (!index) throw new DOMException(`No index ${name}.`, 'NotFoundError')
    return new Index(name, this.stored, this.transaction, index, this)
  }

  createIndex(name: string, keyPath: string, options: { unique?: boolean; multiEntry?: boolean } = {}): Index {
    const { unique = false, multiEntry = false } = options
    this.stored.indexes.set(name, { keyPath, unique, multiEntry })
    return this.index(name)
  }

  add(value: unknown): Request {
    return this.#write(value, (key) => {
      if (this.transaction.rows(this.stored).get(key) !== undefined) throw WRITTEN
    })
  }

  put(value: unknown): Request {
    return this.#write(value, () => undefined)
  }

  delete(query: Query): Request {
    return this.ask(() => {
      for (const { key } of this.found(rangeOf(query))) this.transaction.write(this.stored, key, undefined)
    })
  }

  clear(): Request {
    return this.ask(() => {
      for (const { key } of this.found(undefined)) this.transaction.write(this.stored, key, undefined)
    })
  }

  #write(value: unknown, check: (key: Key) => void): Request {
    // As it is now: the caller may change it before the request is answered.
    const stored = copied(value)
    const key = (stored as Record<string, Key>)[this.keyPath] as Key
    compareKeys(key, key)
    return this.ask(() => {
      check(key)
      this.transaction.write(this.stored, key, stored)
      return key
    })
  }

  protected found(range: KeyRange | undefined): Row[] {
    const rows = this.transaction.rows(this.stored)
    const row = (key: Key) => ({ key, primaryKey: key, value: rows.get(key) })
    if (range?.lower !== undefined && range.lower === range.upper) {
      return rows.get(range.lower) === undefined ? [] : [row(range.lower)]
    }
    return rows.keys.filter((key) => range?.includes(key) ?? true).map(row)
  }
}

class Index extends Source {
  constructor(
    name: string,
    stored: StoredStore,
    transaction: Within,
    private readonly index: StoredIndex,
    readonly objectStore: ObjectStore,
  ) {
    super(name, stored, transaction)
  }

  get keyPath(): string {
    return this.index.keyPath
  }

  get unique(): boolean {
    return this.index.unique
  }

  get multiEntry(): boolean {
    return this.index.multiEntry
  }

  protected found(range: KeyRange | undefined): Row[] {
    const rows = this.transaction.rows(this.stored)
    return rows.keys
      .map((primaryKey) => {
        const value = rows.get(primaryKey)
        return { key: (value as Record<string, Key>)[this.keyPath] as Key, primaryKey, value }
      })
      .filter(({ key }) => key !== undefined && (range?.includes(key) ?? true))
      .sort((a, b) => compareKeys(a.key, b.key))
  }
}

function copied<Value>(value: Value): Value {
  return value === undefined ? value : structuredClone(value)
}
