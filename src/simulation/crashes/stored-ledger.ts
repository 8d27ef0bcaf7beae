/** What a real browser has on disk of a ledger, read by a page that knows nothing of the program, and sent as JSON. */
import type { LedgerRow } from '../../storage/registry-database'
import type { CommittedRows } from '../judge/committed-rows'

export interface StoredRow {
  readonly key: string | number
  /** Bytes as `{ $bytes: base64 }`. */
  readonly value: unknown
}

export interface StoredLedger {
  /** Of the registry; none where there is no registry yet. */
  readonly ledgers: readonly LedgerRow[]
  /** All that the browser has. */
  readonly databases: readonly string[]
  /** Of the ledger's database, by name; undefined where it was never made. Snapshots come as their names only. */
  readonly tables: Readonly<Record<string, readonly StoredRow[]>> | undefined
}

/** As the judges want it. */
export class RowsOfBrowser implements CommittedRows {
  generation = 0
  #tables = new Map<string, ReadonlyMap<string | number, unknown>>()

  take({ tables = {} }: StoredLedger): void {
    this.generation++
    this.#tables = new Map(
      Object.entries(tables).map(([name, rows]) => [
        name,
        new Map(rows.map(({ key, value }) => [key, withBytes(value)])),
      ]),
    )
  }

  all(table: string): readonly unknown[] {
    return [...(this.#tables.get(table)?.values() ?? [])]
  }

  get(table: string, key: string | number): unknown {
    return this.#tables.get(table)?.get(key)
  }
}

function withBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBytes)
  if (value === null || typeof value !== 'object') return value
  if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withBytes(item)]))
}
