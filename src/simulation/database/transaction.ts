/**
 * A transaction as IndexedDB has them: it waits for those before it whose scope overlaps, answers its requests in order,
 * takes new ones only while a callback of its own runs, and commits when none is left. Its writes are nobody's business
 * until then. Whatever can go wrong in a browser goes wrong here when the faults say so.
 */
import type { Agent, Scheduler } from '../scheduler'
import type { Disk, Rows, StoredStore } from './disk'
import { bubble, DatabaseEvent, Emitter } from './events'
import type { Key } from './keys'
import { ObjectStore } from './object-store'
import type { Request } from './request'

export type Mode = 'readonly' | 'readwrite' | 'versionchange'

/** What may befall a transaction, decided anew each time. */
export interface Faults {
  /** Instead of an answer. */
  ofRequest(transaction: Transaction): DOMException | undefined
  ofCommit(transaction: Transaction): DOMException | undefined
}

/** What a transaction needs of the connection it belongs to. */
export interface Ground {
  readonly disk: Disk
  readonly scheduler: Scheduler
  readonly faults: Faults
  /** Whether no transaction before this one is in its way. */
  mayStart(transaction: Transaction): boolean
  ended(transaction: Transaction): void
}

export class Transaction extends Emitter {
  error: DOMException | null = null
  #state: 'open' | 'committing' | 'ended' = 'open'
  /** A callback of its own runs, or the one that made it. */
  #active = true
  #explicit = false
  #scheduled = false
  #requests: Request[] = []
  readonly #changes = new Map<StoredStore, Map<Key, unknown>>()
  readonly #cache = new Map<StoredStore, Rows>()
  readonly #stores = new Map<string, ObjectStore>()

  constructor(
    readonly db: Emitter,
    readonly owner: Agent,
    readonly mode: Mode,
    readonly durability: string,
    readonly scope: Map<string, StoredStore>,
    private readonly ground: Ground,
  ) {
    super()
    ground.scheduler.atTurnEnd(() => this.rest())
  }

  get objectStoreNames(): string[] & { contains(name: string): boolean } {
    const names = [...this.scope.keys()].sort()
    return Object.assign(names, { contains: (name: string) => names.includes(name) })
  }

  get hasEnded(): boolean {
    return this.#state === 'ended'
  }

  get isCommitting(): boolean {
    return this.#state === 'committing'
  }

  get hasWritten(): boolean {
    return this.#changes.size > 0
  }

  objectStore(name: string): ObjectStore {
    const stored = this.scope.get(name)
    if (this.hasEnded) throw new DOMException('The transaction has ended.', 'InvalidStateError')
    if (!stored) throw new DOMException(`No store ${name} in this transaction.`, 'NotFoundError')
    const store = this.#stores.get(name) ?? new ObjectStore(name, stored, this)
    this.#stores.set(name, store)
    return store
  }

  /** Places a request; a cursor places its own again. */
  ask(request: Request): Request {
    if (this.#state !== 'open' || !this.#active || this.#explicit) {
      throw new DOMException('The transaction takes no requests now.', 'TransactionInactiveError')
    }
    request.transaction = this
    this.#requests.push(request)
    return request
  }

  /** Rows as this transaction sees them. */
  rows(store: StoredStore): Rows {
    const seen = this.#cache.get(store) ?? store.rows.with(this.#changes.get(store) ?? new Map())
    this.#cache.set(store, seen)
    return seen
  }

  /** undefined removes. */
  write(store: StoredStore, key: Key, value: unknown): void {
    if (this.mode === 'readonly') throw new DOMException('The transaction only reads.', 'ReadOnlyError')
    const changes = this.#changes.get(store) ?? new Map<Key, unknown>()
    this.#changes.set(store, changes.set(key, value))
    this.#cache.delete(store)
  }

  commit(): void {
    if (this.#state !== 'open' || !this.#active) {
      throw new DOMException('There is nothing to commit any more.', 'InvalidStateError')
    }
    this.#explicit = true
  }

  /** By the program, if no error is given. */
  abort(error: DOMException | null = null): void {
    if (this.hasEnded) throw new DOMException('The transaction has ended.', 'InvalidStateError')
    this.giveUp(error)
  }

  giveUp(error: DOMException | null): void {
    if (this.hasEnded) return
    this.error = error
    this.#end()
    const left = this.#requests.splice(0)
    this.ground.scheduler.post(this.owner, () => {
      for (const request of left) {
        request.fail(new DOMException('The transaction was given up.', 'AbortError'))
        bubble(new DatabaseEvent('error', request), [request, this, this.db])
      }
      bubble(new DatabaseEvent('abort', this), [this, this.db])
    })
  }

  /** Its tab is gone: nobody is told. */
  vanish(): void {
    this.#requests = []
    this.#end()
  }

  /** The turn is over: goes on with what was asked, or commits. */
  rest(): void {
    this.#active = false
    this.proceed()
  }

  proceed(): void {
    if (this.#state !== 'open' || this.#active || this.#scheduled || !this.ground.mayStart(this)) return
    if (this.#requests.length > 0) {
      this.#scheduled = true
      this.ground.scheduler.post(this.owner, () => this.#answerNext())
      return
    }
    this.#state = 'committing'
    this.ground.scheduler.post(undefined, () => this.#commitNow())
  }

  #answerNext(): void {
    this.#scheduled = false
    const request = this.#requests.shift()
    if (!request || this.hasEnded) return
    const error = this.ground.faults.ofRequest(this) ?? answered(request)
    if (error) request.fail(error)
    this.#active = true
    this.ground.scheduler.atTurnEnd(() => this.rest())
    const event = new DatabaseEvent(error ? 'error' : 'success', request)
    const failure = bubble(event, error ? [request, this, this.db] : [request])
    if (failure) this.giveUp(new DOMException('A callback failed.', 'AbortError'))
    else if (error && !event.defaultPrevented) this.giveUp(error)
  }

  #commitNow(): void {
    if (this.hasEnded) return
    const fault = this.ground.faults.ofCommit(this)
    if (fault) {
      this.giveUp(fault)
      return
    }
    this.apply()
    const wrote = [...this.scope].flatMap(([name, store]) => (this.#changes.has(store) ? [name] : []))
    this.ground.scheduler.committed = { owner: this.owner, wrote }
    this.ground.scheduler.post(this.owner, () => bubble(new DatabaseEvent('complete', this), [this]))
  }

  /** Takes effect, whether or not somebody is left to hear of it. */
  apply(): void {
    const changed = new Map([...this.#changes].map(([store, changes]) => [store, store.rows.with(changes)]))
    if (changed.size > 0) this.ground.disk.commit(changed, this.durability)
    this.#end()
  }

  #end(): void {
    this.#state = 'ended'
    this.ground.ended(this)
  }
}

/** Does what the request asks. @returns why that failed */
function answered(request: Request): DOMException | undefined {
  try {
    request.succeed(request.answer())
    return undefined
  } catch (error) {
    if (error instanceof DOMException) return error
    throw error
  }
}
