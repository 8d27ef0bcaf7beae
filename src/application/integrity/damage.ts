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

/** What of an event differs. Those of the event's data have the names they have there. */
export type DifferenceField =
  | 'type'
  | 'eventId'
  | 'streamId'
  | 'recordedAt'
  | 'commandId'
  | 'correlationId'
  | 'amount'
  | 'effectiveOn'
  | 'transferId'
  | 'entryId'
  | 'name'
  | 'currency'
  | 'exponent'
  | 'overdraftLimit'
  | 'openedOn'
  | 'balance'
  /** Payee, memo, category and reason together, as they are searched: without case and accents. */
  | 'words'
  /** Not which, but what follows from it for its account or transfer. */
  | 'state'

export interface Difference {
  readonly field: DifferenceField
  /** What was shown or kept, and what the event says now; amounts in minor units. Not there where neither can be told. */
  readonly was?: string | number | null
  readonly is?: string | number | null
}

/** The one event, of those that may be the bad one, that says something else than what was made of it before. */
export interface NamedEvent {
  readonly position: number
  readonly differences: readonly Difference[]
  /** Of the account that its amounts are of. */
  readonly currency?: string
  readonly exponent?: number
}

/** The first event that is not as it was recorded. */
export interface EventFault {
  readonly code: EventFaultCode
  /** The first event that may be the bad one, and the last: the same where it is known which. */
  readonly first: number
  readonly last: number
  /** The event with which a rule is broken, where it may be an earlier one that was changed. */
  readonly breaks?: number
  /** Not there where nothing beside the events tells. `first` and `last` are certain, this is as good as the snapshots. */
  readonly named?: NamedEvent
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
