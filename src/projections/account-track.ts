/** What the timeline knows of an account beside its entries: few facts, so plain objects. */
import type { LedgerEvent } from '../domain/events'

/** A change of what an account is called, allows, or whether it is open, by the event at `position`. */
export interface AccountChange {
  readonly position: number
  readonly name?: string
  readonly status?: 'open' | 'closed'
  /** Minor units; null: unlimited. */
  readonly overdraftLimit?: number | null
}

export interface AccountTrack {
  readonly id: string
  /** Its place in the order of opening, from 0. */
  readonly number: number
  readonly openedPosition: number
  readonly currency: string
  readonly exponent: number
  readonly openedOn: string
  /** Name and limit at the opening. */
  readonly name: string
  readonly overdraftLimit: number | null
  /** Later changes, oldest first. */
  readonly changes: readonly AccountChange[]
  /** Events of its stream. */
  readonly revision: number
  readonly entryCount: number
}

/** The timeline's own, growing form of a track. */
export type GrowingTrack = { -readonly [Key in keyof AccountTrack]: AccountTrack[Key] }

const NO_CHANGES: readonly AccountChange[] = []

export function openedTrack(event: LedgerEvent & { type: 'AccountOpened' }, id: string, number: number): GrowingTrack {
  const { name, currency, exponent, overdraftLimit, openedOn } = event.data
  const openedPosition = event.globalPosition
  const changes = NO_CHANGES
  return {
    id,
    number,
    openedPosition,
    currency,
    exponent,
    openedOn,
    name,
    overdraftLimit,
    changes,
    revision: 0,
    entryCount: 0,
  }
}

/** The change that an event makes to its account; undefined for most. */
export function changeBy(event: LedgerEvent): AccountChange | undefined {
  const position = event.globalPosition
  switch (event.type) {
    case 'AccountRenamed':
      return { position, name: event.data.name }
    case 'OverdraftLimitChanged':
      return { position, overdraftLimit: event.data.overdraftLimit }
    case 'AccountClosed':
      return { position, status: 'closed' }
    case 'AccountReopened':
      return { position, status: 'open' }
    default:
      return undefined
  }
}
