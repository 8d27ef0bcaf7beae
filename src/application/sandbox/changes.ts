/** What a person changes in a replay: entries that are left out, and others that are moved. */
import type { JsonObject } from '../../event-log/recorded-event'

export interface EntryMove {
  /** `YYYY-MM-DD` */
  readonly effectiveOn?: string
  /** Minor units, above 0. Of a transfer what is sent; within one currency as much arrives. */
  readonly amount?: number
}

/** Both by `subjectOf` the chosen events. */
export interface Changes {
  readonly without: ReadonlySet<string>
  readonly moved: ReadonlyMap<string, EntryMove>
}

/** The data of a moved entry; of a transfer's beginning both amounts, where they were one. */
export function movedData(data: JsonObject, { effectiveOn, amount }: EntryMove): JsonObject {
  const both = amount !== undefined && data.toAmount !== undefined && data.toAmount === data.amount
  return {
    ...data,
    ...(effectiveOn !== undefined && { effectiveOn }),
    ...(amount !== undefined && { amount }),
    ...(both && { toAmount: amount }),
  }
}
