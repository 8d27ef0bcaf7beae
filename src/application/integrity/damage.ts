/** What is wrong with a stored ledger, as facts: the screens say it in words, scripts read `reason`. */

/** The tables of a ledger, and what of each is wrong. */
export type TableName = 'head' | 'index' | 'streams' | 'commands' | 'snapshots'

/** Something that follows from the events, and differs from what they give: it can be made anew. */
export interface TableFault {
  readonly table: TableName
  /** In English, for whoever mends it. */
  readonly reason: string
}

export type EventFaultCode =
  /** Its bytes are gone, or no text, or no JSON. */
  | 'unreadable'
  /** Not stored, though later ones are, or the head counts it. */
  | 'missing'
  /** Stored behind the last that the head counts. */
  | 'uncounted'
  /** It breaks a rule of the log, such as another position, or is not in its canonical form. */
  | 'rule'
  /** One of these was changed: they do not give the seal that was stored behind them. */
  | 'seal'

/** The first event that is not as it was recorded. */
export interface EventFault {
  readonly code: EventFaultCode
  /** The first event that may be the bad one, and the last: the same where it is known which. */
  readonly first: number
  readonly last: number
  /** When it was recorded, as far as it can still be read. */
  readonly recordedAt?: string
  readonly reason: string
}

export interface Damage {
  /** Not there where all events are sound. */
  readonly event?: EventFault
  /** Events before the first bad one: they are as they were recorded. */
  readonly sound: number
  /** Events that can be read one after another and keep the rules, sound ones included. */
  readonly readable: number
  /** Events behind the bad ones whose own seals still fit. */
  readonly fittingAfter: number
  /** What can be made anew from the events. Only what was looked at: not after a bad event. */
  readonly tables: readonly TableFault[]
}

/** Whether nothing may be recorded: all but the snapshots, which are not believed where they are damaged. */
export function isBarred({ event, tables }: Damage): boolean {
  return event !== undefined || tables.some(({ table }) => table !== 'snapshots')
}
