/** What stands at a place of the track, read for the pointer without moving the cursor. */

import { totalsWithin } from '../../time-travel/activity/totals-within'
import { balanceAt } from '../../time-travel/balances-at'
import type { Moment } from '../../time-travel/moment'
import { type Bound, resolveMoment } from '../../time-travel/resolve-moment'
import { unitsOf } from '../../time-travel/units'
import { momentAtX } from '../../time-travel/x-axis'
import { labelAt } from '../account-reading'
import { useCursor } from '../cursor-store'
import { useLedger } from '../ledger-store'
import type { TimeTrack } from '../time-track'
import { openAccountId } from './track-view'

export interface PreviewSum {
  /** Undefined: the total. */
  readonly account: string | undefined
  readonly minor: number
  readonly currency: string
  readonly exponent: number
}

export interface Preview {
  readonly moment: Moment
  readonly bound: Bound
  /** Of the last event, or the last entry by value date; 0 before the first. */
  readonly position: number
  /** Balance of the open account, unless it is not opened yet, and the total of the currency that is drawn. */
  readonly sums: readonly PreviewSum[]
}

/** @param share of what the track shows, 0 to 1 */
export function previewAt(track: TimeTrack, share: number): Preview {
  const { timeline } = useLedger.getState()
  const { bound: cursor } = useCursor.getState()
  const { clock, axis, lens } = track
  const x = axis.from + share * (axis.to - axis.from)
  const moment = lens ? lens.momentAt(cursor, x) : momentAtX(timeline, clock, cursor, x)
  const bound = resolveMoment(timeline, moment)
  return {
    moment,
    bound,
    position: clock === 'recorded' ? bound.position : lastEntryWithin(bound),
    sums: sumsAt(track, bound),
  }
}

function sumsAt({ lens }: TimeTrack, bound: Bound): PreviewSum[] {
  const { timeline } = useLedger.getState()
  const account = timeline.accounts[timeline.accountNumber(openAccountId() ?? '') ?? -1]
  const sums: PreviewSum[] = []
  if (account !== undefined) {
    const { name, status } = labelAt(account, bound.position)
    const { currency, exponent, number } = account
    if (status !== 'not-opened')
      sums.push({ account: name, minor: balanceAt(timeline, number, bound), currency, exponent })
  }
  const [unit] = unitsOf(timeline).units
  if (lens?.accountId === undefined && unit !== undefined && timeline.accounts.length > 1) {
    sums.push({ ...unit, account: undefined, minor: totalsWithin(timeline, bound)[0] ?? 0 })
  }
  return sums
}

/** The position of the last entry by value date; both bounds at once are looked through from their end. */
function lastEntryWithin({ position, day }: Bound): number {
  const { timeline } = useLedger.getState()
  const entries = timeline.valueDateEntries()
  for (let index = timeline.countWithinDay(day, entries) - 1; index >= 0; index--) {
    const slot = entries.order ? (entries.order[index] as number) : index
    if (slot < position && timeline.isEntry(slot)) return slot + 1
  }
  return 0
}
