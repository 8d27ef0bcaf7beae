/** A connection of one tab to a database, and the queue of transactions that all connections of it share. */
import type { Agent, Scheduler } from '../scheduler'
import { type Disk, Rows, type StoredDatabase } from './disk'
import { DatabaseEvent, Emitter } from './events'
import type { ObjectStore } from './object-store'
import { type Faults, type Ground, type Mode, Transaction } from './transaction'

/** Transactions of one database, in the order they were made. */
export class Queue implements Ground {
  #waiting: Transaction[] = []
  readonly onEnded: (() => void)[] = []

  constructor(
    readonly disk: Disk,
    readonly scheduler: Scheduler,
    readonly faults: Faults,
  ) {}

  get transactions(): readonly Transaction[] {
    return this.#waiting
  }

  add(transaction: Transaction): void {
    this.#waiting.push(transaction)
  }

  mayStart(transaction: Transaction): boolean {
    for (const before of this.#waiting) {
      if (before === transaction) return true
      const bothRead = before.mode === 'readonly' && transaction.mode === 'readonly'
      if (!bothRead && [...before.scope.keys()].some((name) => transaction.scope.has(name))) return false
    }
    return true
  }

  ended(transaction: Transaction): void {
    this.#waiting = this.#waiting.filter((other) => other !== transaction)
    for (const other of [...this.#waiting]) other.proceed()
    for (const listener of this.onEnded) listener()
  }
}

export class Connection extends Emitter {
  isClosing = false
  /** The tab has it. Before, it cannot be taken away: that would be an opening that fails. */
  isGiven = false

  constructor(
    readonly name: string,
    readonly owner: Agent,
    readonly stored: StoredDatabase,
    readonly queue: Queue,
  ) {
    super()
  }

  get version(): number {
    return this.stored.version
  }

  get objectStoreNames(): string[] & { contains(name: string): boolean } {
    const names = [...this.stored.stores.keys()].sort()
    return Object.assign(names, { contains: (name: string) => names.includes(name) })
  }

  get isClosed(): boolean {
    return this.isClosing && this.queue.transactions.every(({ db }) => db !== this)
  }

  transaction(
    names: string | readonly string[],
    mode: Mode = 'readonly',
    options: { readonly durability?: string } = {},
  ): Transaction {
    if (this.isClosing) throw new DOMException('The connection is closed.', 'InvalidStateError')
    return this.begin(typeof names === 'string' ? [names] : names, mode, options.durability ?? 'relaxed')
  }

  begin(names: readonly string[], mode: Mode, durability: string): Transaction {
    const scope = new Map(
      names.map((name) => {
        const store = this.stored.stores.get(name)
        if (!store) throw new DOMException(`There is no store ${name}.`, 'NotFoundError')
        return [name, store] as const
      }),
    )
    const transaction = new Transaction(this, this.owner, mode, durability, scope, this.queue)
    this.queue.add(transaction)
    return transaction
  }

  close(): void {
    this.isClosing = true
    for (const listener of this.queue.onEnded) listener()
  }

  /** The browser takes it away, as when storage fails or a phone has slept. */
  lose(): void {
    if (this.isClosing || !this.isGiven) return
    this.isClosing = true
    const error = new DOMException('The connection was lost.', 'UnknownError')
    for (const transaction of this.#own()) if (!transaction.isCommitting) transaction.giveUp(error)
    this.queue.scheduler.post(this.owner, () => this.emit(new DatabaseEvent('close', this)))
  }

  /**
   * The tab dies with everything in it.
   * @param isCommitted whether a commit under way is still made
   */
  die(isCommitted: () => boolean): void {
    this.isClosing = true
    for (const transaction of this.#own()) {
      if (transaction.isCommitting && isCommitted()) {
        if (transaction.hasWritten) this.queue.scheduler.saw('SF2')
        transaction.apply()
      } else transaction.vanish()
    }
  }

  #own(): Transaction[] {
    return this.queue.transactions.filter(({ db }) => db === this)
  }

  /** In an upgrade only. */
  createObjectStore(name: string, { keyPath }: { readonly keyPath: string }): ObjectStore {
    const upgrade = this.#own().find(({ mode }) => mode === 'versionchange')
    if (!upgrade) throw new DOMException('Stores are made in an upgrade.', 'InvalidStateError')
    const store = { keyPath, indexes: new Map(), rows: Rows.NONE }
    this.stored.stores.set(name, store)
    upgrade.scope.set(name, store)
    return upgrade.objectStore(name)
  }
}
