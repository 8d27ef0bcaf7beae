/** What is committed of one ledger's database: on the simulated disk, or read from a real browser's. */
export interface CommittedRows {
  /** Another one each time that something was committed. */
  readonly generation: number
  /** In the order of their keys. */
  all(table: string): readonly unknown[]
  get(table: string, key: string | number): unknown
}
