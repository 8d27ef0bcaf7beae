/**
 * Judges the ledgers of a browser as they lie on disk: one that was made is there until somebody removes it, one that was
 * removed never comes back, and the tables are those of one release or the next, never something in between.
 */
import type { LedgerRow } from '../../storage/registry-database'
import type { Disk } from '../database/disk'
import { require } from './fault'

export const REGISTRY = 'registry'
/** Tables by the version that the browser counts. */
const TABLES: ReadonlyMap<number, string> = new Map([
  [10, 'ledgers'],
  [20, 'bookmarks,ledgers'],
  [30, 'backups,bookmarks,ledgers'],
  [40, 'backups,bookmarks,keys,ledgers'],
])

export class RegistryJudge {
  /** By localId; somebody was told that they are there, and nobody asked for their removal. */
  readonly #kept = new Map<string, LedgerRow>()
  readonly #asked = new Set<string>()
  readonly #removed = new Set<string>()
  #generation = -1
  #version = 0

  constructor(
    private readonly disk: Disk,
    /** Databases that are no ledger of the registry. */
    private readonly others: readonly string[],
    private readonly onMigrated: () => void,
  ) {}

  get rows(): readonly LedgerRow[] {
    const rows = this.disk.databases.get(REGISTRY)?.stores.get('ledgers')?.rows
    return rows ? rows.keys.map((key) => rows.get(key) as LedgerRow) : []
  }

  made(localId: string): void {
    // Somebody may have removed it before its maker heard that it was made.
    if (this.#asked.has(localId)) return
    const row = this.rows.find((each) => each.localId === localId)
    require(row !== undefined, () => `The ledger ${localId} was told to be made, and is not there.`)
    this.#kept.set(localId, row)
  }

  /** Somebody asks for it: from now on it may be gone. */
  remove(localId: string): void {
    this.#asked.add(localId)
    this.#kept.delete(localId)
  }

  removed({ localId, databaseName }: LedgerRow): void {
    this.#removed.add(localId)
    require(!this.disk.databases.has(databaseName), () => `The database of ${localId} outlived its removal.`)
  }

  /** @param isAtRest nobody upgrades anything just now */
  look(isAtRest: boolean): void {
    if (this.disk.generation === this.#generation) return
    this.#generation = this.disk.generation
    const { rows } = this
    for (const [localId, { databaseName }] of this.#kept) {
      const row = rows.find((each) => each.localId === localId)
      require(row?.databaseName === databaseName, () => `The ledger ${localId} is gone, and nobody removed it.`)
    }
    const back = rows.find(({ localId }) => this.#removed.has(localId))
    require(!back, () => `The ledger ${back?.localId} was removed, and is back.`)
    const registry = this.disk.databases.get(REGISTRY)
    if (!registry || !isAtRest) return
    const tables = [...registry.stores.keys()].sort().join()
    require(TABLES.get(registry.version) === tables, () => `Version ${registry.version} has the tables ${tables}.`)
    if (this.#version === 10 && registry.version > 10) this.onMigrated()
    this.#version = registry.version
  }

  /** After somebody opened the registry and all came to rest: nothing is half removed, and nothing is left of it. */
  judgeEnd(): void {
    const { rows } = this
    require(!rows.some(({ removing, filling }) => removing === 1 || filling === 1), () => 'A ledger is half removed.')
    const named = new Set([...rows.map(({ databaseName }) => databaseName), ...this.others, REGISTRY])
    const left = [...this.disk.databases.keys()].find((name) => !named.has(name))
    require(left === undefined, () => `The database ${left} belongs to no ledger.`)
  }
}
