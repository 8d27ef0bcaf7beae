/**
 * Bookmarks of moments, kept with the registry: they belong to this browser and not to the log, which holds facts only.
 * Other tabs hear of every change.
 *
 * [BM1] A bookmark is kept when its call has resolved, and listed in the order they were made.
 * [BM2] A ledger's removal takes its bookmarks along, and none can be kept for a ledger that is gone.
 * [BM3] Every tab, this one included, hears which ledger's bookmarks changed.
 */
import { ChangeChannel } from './changes/change-channel'
import { type BookmarkRow, isKept, type RegistryDatabase, type StoredBookmark } from './registry-database'
import { StorageError, withStorageErrors } from './storage-error'

export class BookmarkStore {
  readonly #changes: ChangeChannel

  constructor(private readonly db: RegistryDatabase) {
    this.#changes = new ChangeChannel(`hindsight:${db.name}:bookmarks`)
  }

  /** In the order they were made. */
  list(localId: string): Promise<readonly StoredBookmark[]> {
    return withStorageErrors(async () => {
      const rows = await this.db.bookmarks.where({ localId }).sortBy('id')
      return rows.map(({ localId: _, ...bookmark }) => bookmark)
    })
  }

  /** Adds it, or takes the place of that of the same id. @throws StorageError where the ledger is gone */
  async put(localId: string, bookmark: StoredBookmark): Promise<void> {
    await withStorageErrors(() =>
      this.db.transaction('rw', this.db.ledgers, this.db.bookmarks, async () => {
        const ledger = await this.db.ledgers.get(localId)
        if (!ledger || !isKept(ledger)) throw ledgerGone()
        await this.db.bookmarks.put({ ...bookmark, localId })
      }),
    )
    this.#changes.changed(localId)
  }

  async remove(localId: string, id: string): Promise<void> {
    const isTheirs = (row: BookmarkRow) => row.localId === localId
    await withStorageErrors(() => this.db.bookmarks.where({ id }).and(isTheirs).delete())
    this.#changes.changed(localId)
  }

  /** @returns ends it */
  onChange(listener: (localId: string) => void): () => void {
    return this.#changes.onChange(listener)
  }

  close(): void {
    this.#changes.close()
  }
}

function ledgerGone(): StorageError {
  return new StorageError('unavailable', 'This ledger was removed, so nothing more can be noted about it.')
}
