/** Comparing two moments: A is pinned in the page's query, B is the cursor. */

import type { Moment } from '../../time-travel/moment'
import { travel, useCursor } from '../cursor-store'
import { dialogs } from '../dialog-store'
import { useLedger } from '../ledger-store'
import { type PageQuery, queryOfPage, show, useView, type View } from '../view-store'
import { momentOfText, textOfMoment } from './moment-text'

/** Pins A, and keeps what else the page shows. */
export function pinMoment(moment: Moment): void {
  const { of, list, all, by } = queryOfPage(useView.getState().view, 'compare') ?? {}
  const kept = { ...(of ? { of } : {}), ...(list ? { list } : {}), ...(all ? { all } : {}), ...(by ? { by } : {}) }
  show.page('compare', { a: textOfMoment(moment), ...kept })
}

/** What `compareFromHere` does. */
export function pinHere(): void {
  const { moment, isNow } = useCursor.getState()
  if (queryOfPage(useView.getState().view, 'compare') !== undefined) pinMoment(fixed(moment))
  else if (isNow) dialogs.open({ kind: 'pin-moment' })
  else {
    pinMoment(moment)
    travel.now()
  }
}

/** A and B change places; what was now stays where it is, however the ledger grows. */
export function swapMoments(query: PageQuery): void {
  const a = momentOfText(query.a)
  if (a === undefined) return
  const { moment } = useCursor.getState()
  pinMoment(fixed(moment))
  travel.to(a)
}

/** Leaves the page for the account that was looked at before, at B. */
export function stopComparing(): void {
  const { timeline } = useLedger.getState()
  const known = left !== undefined && timeline.accountNumber(left) !== undefined
  const accountId = known ? left : timeline.accounts[0]?.id
  if (accountId === undefined) show.home()
  else show.account(accountId)
}

let left: string | undefined
const remember = ({ view }: { readonly view: View }) => {
  if (view.kind === 'account') left = view.accountId
}
remember(useView.getState())
useView.subscribe(remember)

/** Now as the position it is at. */
function fixed(moment: Moment): Moment {
  return moment === 'now' ? { position: useLedger.getState().size } : moment
}
