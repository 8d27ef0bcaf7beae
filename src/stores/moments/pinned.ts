/** A, pinned while two moments are compared, as the time dock needs it: where it stands and how far the total is from it. */
import { useMemo } from 'react'
import { nameAt } from '../../time-travel/accounts-at'
import { balancesAt } from '../../time-travel/balances-at'
import type { Moment } from '../../time-travel/moment'
import { resolveMoment } from '../../time-travel/resolve-moment'
import { unitsOf } from '../../time-travel/units'
import { xOfBound } from '../../time-travel/x-axis'
import { balancesAtCursor } from '../account-reading'
import { useLedger } from '../ledger-store'
import type { TimeTrack } from '../time-track'
import { queryOfPage, useView } from '../view-store'
import { momentOfText } from './moment-text'

export interface Pinned {
  readonly moment: Moment
  /** The account that is compared alone. */
  readonly accountId: string | undefined
}

/** undefined while nothing is pinned. */
export function usePinned(): Pinned | undefined {
  const a = useView(({ view }) => queryOfPage(view, 'compare')?.a)
  const accountId = useView(({ view }) => queryOfPage(view, 'compare')?.of)
  return useMemo(() => pinnedIn(a, accountId), [a, accountId])
}

/** The same, asked once. */
export function readPinned(): Pinned | undefined {
  const query = queryOfPage(useView.getState().view, 'compare')
  return pinnedIn(query?.a, query?.of)
}

function pinnedIn(a: string | undefined, accountId: string | undefined): Pinned | undefined {
  const moment = momentOfText(a)
  return moment === undefined ? undefined : { moment, accountId }
}

/** The share of the track before a moment: 0 to 1, or beyond where the track is zoomed and the moment out of sight. */
export function shareOfMoment({ clock, axis, lens }: TimeTrack, moment: Moment): number {
  const { timeline } = useLedger.getState()
  const bound = resolveMoment(timeline, moment)
  const x = lens ? lens.place(moment, bound) : xOfBound(timeline, clock, bound)
  const share = (x - axis.from) / (axis.to - axis.from)
  if (lens?.isZoomed) return share
  return moment === 'now' ? 1 : Math.min(1, Math.max(0, share))
}

export interface PinnedDifference {
  /** The account compared alone, by name; undefined for the total of the first currency. */
  readonly account: string | undefined
  readonly currency: string
  readonly exponent: number
  /** At the cursor less at A, minor units. */
  minor(): number
}

/** @returns what tells the difference at the cursor whenever it is asked: a sum over the accounts; undefined without any */
export function differenceFrom({ moment, accountId }: Pinned): PinnedDifference | undefined {
  const { timeline } = useLedger.getState()
  const bound = resolveMoment(timeline, moment)
  const atA = balancesAt(timeline, bound)
  const { units, ofAccount } = unitsOf(timeline)
  const only = accountId === undefined ? undefined : timeline.accounts[timeline.accountNumber(accountId) ?? -1]
  const unit = units[only === undefined ? 0 : (ofAccount[only.number] as number)]
  if (unit === undefined) return undefined
  const { currency, exponent } = unit
  const of = (balances: Float64Array) => {
    if (only !== undefined) return balances[only.number] ?? 0
    let total = 0
    for (let account = 0; account < balances.length; account++) {
      if (ofAccount[account] === 0) total += balances[account] as number
    }
    return total
  }
  const before = of(atA)
  const account = only && nameAt(only, timeline.size)
  return { account, currency, exponent, minor: () => of(balancesAtCursor()) - before }
}
