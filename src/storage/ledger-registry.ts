/** Which ledgers this browser keeps: a small database of its own that names the database of each. */
import { uuidV7 } from '../event-log/uuid'
import { BookmarkStore } from './bookmark-store'
import type { BranchOrigin } from './branch-origin'
import { deleteDatabase } from './open-database'
import { isKept, type LedgerRow, type RegisteredLedger, RegistryDatabase } from './registry-database'
import { type StorageError, withStorageErrors } from './storage-error'

const REGISTRY = 'hindsight'

export class LedgerRegistry {
  readonly bookmarks: BookmarkStore

  private constructor(private readonly db: RegistryDatabase) {
    this.bookmarks = new BookmarkStore(db)
  }

  /** `onClosed`: see `openDatabase`. @throws StorageError */
  static async open(name: string = REGISTRY, onClosed?: (reason: StorageError) => void): Promise<LedgerRegistry> {
    const registry = new LedgerRegistry(await RegistryDatabase.opened(name, onClosed))
    await withStorageErrors(() => registry.#finishRemovals())
    return registry
  }

  /** In the order they were made. */
  list(): Promise<readonly RegisteredLedger[]> {
    return withStorageErrors(async () => (await this.db.ledgers.toArray()).filter(isKept).map(ledgerOf))
  }

  /** Its database is made when it is first opened. */
  create(name: string): Promise<RegisteredLedger> {
    return withStorageErrors(async () => {
      const row = newLedger(this.db.name, name, 0)
      await this.db.ledgers.add(row)
      return ledgerOf(row)
    })
  }

  /**
   * Makes a ledger that is there only if `fill` succeeds: what a failure or a crash leaves of it is removed.
   * @param originOf of a branch: what is remembered of it, known when it is filled.
   */
  createBy<Result>(
    name: string,
    fill: (ledger: RegisteredLedger) => Promise<Result>,
    originOf?: (result: Result) => BranchOrigin,
  ): Promise<{ readonly entry: RegisteredLedger; readonly result: Result }> {
    const row: LedgerRow = { ...newLedger(this.db.name, name, 0), filling: 1 }
    // The lock ends with its tab: who finds the row without it knows that nobody fills it any more.
    return navigator.locks.request(fillingLock(row), async () => {
      await withStorageErrors(() => this.db.ledgers.add(row))
      try {
        const result = await fill(ledgerOf(row))
        const origin = originOf && { origin: originOf(result) }
        await withStorageErrors(() => this.db.ledgers.update(row.localId, { filling: 0, ...origin }))
        return { entry: ledgerOf({ ...row, ...origin }), result }
      } catch (error) {
        await this.remove(row.localId).catch(() => undefined)
        throw error
      }
    })
  }

  /** The ledger opened last, made under the name given where there is none. Two tabs that ask at once get the same. */
  current(firstName: string): Promise<RegisteredLedger> {
    return withStorageErrors(async () => {
      // Nearly always there is one, and looking waits for no writer.
      const known = await this.#last()
      if (known) return ledgerOf(known)
      return this.db.transaction('rw', this.db.ledgers, async () => {
        const last = await this.#last()
        if (last) return ledgerOf(last)
        const first = newLedger(this.db.name, firstName, 1)
        await this.db.ledgers.add(first)
        return ledgerOf(first)
      })
    })
  }

  /** Remembers it as the one opened last. */
  setCurrent(localId: string): Promise<void> {
    return withStorageErrors(() =>
      this.db.transaction('rw', this.db.ledgers, async () => {
        const last = await this.db.ledgers.orderBy('opened').last()
        await this.db.ledgers.update(localId, { opened: (last?.opened ?? 0) + 1 })
      }),
    )
  }

  rename(localId: string, name: string): Promise<void> {
    return withStorageErrors(async () => {
      await this.db.ledgers.update(localId, { name })
    })
  }

  /** Deletes the ledger with all that it holds. Its connections give way, those of other tabs too. */
  remove(localId: string): Promise<void> {
    return withStorageErrors(async () => {
      const row = await this.db.ledgers.get(localId)
      if (!row) return
      await this.db.ledgers.update(localId, { removing: 1 })
      await this.#finishRemoval(row)
    })
  }

  close(): void {
    this.bookmarks.close()
    this.db.close()
  }

  #last(): PromiseLike<LedgerRow | undefined> {
    return this.db.ledgers.orderBy('opened').reverse().filter(isKept).first()
  }

  async #finishRemovals(): Promise<void> {
    const rows = await this.db.ledgers.toArray()
    await Promise.all(rows.filter((row) => row.removing === 1).map((row) => this.#finishRemoval(row)))
    for (const row of rows.filter((each) => each.filling === 1)) {
      await navigator.locks.request(fillingLock(row), { ifAvailable: true }, async (lock) => {
        if (lock) await this.#finishRemoval(row)
      })
    }
  }

  async #finishRemoval(row: LedgerRow): Promise<void> {
    await deleteDatabase(row.databaseName)
    const { localId } = row
    await this.db.transaction('rw', this.db.ledgers, this.db.bookmarks, this.db.backups, async () => {
      await this.db.bookmarks.where({ localId }).delete()
      await this.db.backups.delete(localId)
      await this.db.ledgers.delete(localId)
    })
  }
}

function fillingLock({ databaseName }: RegisteredLedger): string {
  return `hindsight:${databaseName}:filling`
}

function newLedger(registry: string, name: string, opened: number): LedgerRow {
  const localId = uuidV7()
  return { localId, name, databaseName: `${registry}-${localId}`, ledgerId: uuidV7(), opened, removing: 0 }
}

function ledgerOf({ localId, name, databaseName, ledgerId, origin }: LedgerRow): RegisteredLedger {
  return { localId, name, databaseName, ledgerId, ...(origin && { origin }) }
}
