/**
 * Plans of automatic backups, kept with the registry over a connection of their own: nobody needs them to see a balance.
 *
 * [AB1] A plan is kept when its call has resolved; a ledger's removal takes it along, and leaves the files alone.
 * [AB2] Every tab, this one included, hears whose plan changed.
 */
import { ChangeChannel } from '../changes/change-channel'
import { isKept, RegistryDatabase } from '../registry-database'
import { StorageError, withStorageErrors } from '../storage-error'
import type { BackupPlan } from './backup-plan'

const REGISTRY = 'hindsight'

export class BackupPlanStore {
  readonly #changes: ChangeChannel

  private constructor(private readonly db: RegistryDatabase) {
    this.#changes = new ChangeChannel(`hindsight:${db.name}:backups`)
  }

  /** @throws StorageError */
  static async open(name: string = REGISTRY): Promise<BackupPlanStore> {
    return new BackupPlanStore(await RegistryDatabase.opened(name))
  }

  get(localId: string): Promise<BackupPlan | undefined> {
    return withStorageErrors(() => this.db.backups.get(localId))
  }

  /** Of every ledger, in no particular order. */
  list(): Promise<readonly BackupPlan[]> {
    return withStorageErrors(() => this.db.backups.toArray())
  }

  /** Makes it, or takes the place of the one there was. @throws StorageError where the ledger is gone. */
  async put(plan: BackupPlan): Promise<void> {
    await withStorageErrors(() =>
      this.db.transaction('rw', this.db.ledgers, this.db.backups, async () => {
        const ledger = await this.db.ledgers.get(plan.localId)
        if (!ledger || !isKept(ledger))
          throw new StorageError('unavailable', 'This ledger was removed, so it cannot be backed up any more.')
        await this.db.backups.put(plan)
      }),
    )
    this.#changes.changed(plan.localId)
  }

  /**
   * Changes the plan there is, whatever other tabs do meanwhile.
   * @returns the plan as it is now; undefined where there is none (any more).
   */
  async change(localId: string, change: (plan: BackupPlan) => BackupPlan): Promise<BackupPlan | undefined> {
    const changed = await withStorageErrors(() =>
      this.db.transaction('rw', this.db.backups, async () => {
        const plan = await this.db.backups.get(localId)
        if (!plan) return undefined
        const next = change(plan)
        await this.db.backups.put(next)
        return next
      }),
    )
    if (changed) this.#changes.changed(localId)
    return changed
  }

  async remove(localId: string): Promise<void> {
    await withStorageErrors(() => this.db.backups.delete(localId))
    this.#changes.changed(localId)
  }

  /** @returns ends it */
  onChange(listener: (localId: string) => void): () => void {
    return this.#changes.onChange(listener)
  }

  close(): void {
    this.#changes.close()
    this.db.close()
  }
}
