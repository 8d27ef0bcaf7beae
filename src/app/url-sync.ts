/**
 * Ledger, account, moment and clock in the URL: `?ledger=…&account=…&at=…&clock=…`. A query, since many hosts take a
 * path with a dot for a file. What a person goes to gets an entry of its own in the history, a drag one for the whole way.
 *
 *   at=1204                         after that many events; or an instant, 2024-03-12T14:03:00.000Z
 *   on=2024-03-12                   the value date; with `at`, on both clocks: what was known then about that day
 *   why=total:EUR                   the number whose explanation is open (why-store.ts)
 *   page=compare&…                  a screen beside the accounts, and in words of its own what it shows; `account` is the one it is about
 */
import { travel, useCursor } from '../stores/cursor-store'
import { setWhy, useWhy, whyText } from '../stores/explain/why-store'
import { hindsight, useLedger } from '../stores/ledger-store'
import { followAccounts, PAGE_NAMES, type PageQuery, show, useView, type View } from '../stores/view-store'
import type { Moment } from '../time-travel/moment'
import { parseMoment } from '../time-travel/resolve-moment'
import type { LinkProblem } from './link-notices'

/** Moves of the cursor closer together than this are one journey: its first is written at once, its last when it rests. Ms. */
const RESTS_AFTER = 200

/** Words of the address that no page may use for its own. */
const OURS: ReadonlySet<string> = new Set(['ledger', 'page', 'at', 'on', 'clock', 'why'])

let resting: ReturnType<typeof setTimeout> | undefined
/** The cursor has moved since the last writing. */
let moved = false
let applying = false
/** An entry was made in this turn: to go to another screen and another moment at once is one step to go back. */
let pushing = false

export function syncUrl(): () => void {
  apply()
  const onPop = () => apply()
  window.addEventListener('popstate', onPop)
  const stopView = useView.subscribe((now, before) => {
    // Going from home to the first account is nobody's step to go back to.
    if (now.view === before.view || isSettling()) return
    rest(before.view)
    // Behind the frame that shows it: browsers take their time over an address.
    if (before.view.kind === 'home') setTimeout(() => write('replace'))
    else write(now.replaces ? 'replace' : 'push')
  })
  const stopCursor = useCursor.subscribe((now, before) => {
    if (isSettling() || (now.moment === before.moment && now.clock === before.clock)) return
    // To write in every frame of a drag would cost more than the drag.
    moved = resting !== undefined
    if (!moved) write('push')
    clearTimeout(resting)
    resting = setTimeout(() => rest(), RESTS_AFTER)
  })
  const stopWhy = useWhy.subscribe((now, before) => {
    if (!isSettling()) write(now.question === before.question ? 'replace' : 'push')
  })
  const onLeave = () => rest()
  window.addEventListener('pagehide', onLeave)
  const stopAccounts = followAccounts()
  // After followAccounts, so that the new ledger's account is in the address with it.
  const stopLedger = useLedger.subscribe((now) => {
    const named = ledgerOf(window.location.search)
    if (!isSettling() && now.localId !== named) write(named === null ? 'replace' : 'push')
  })
  return () => {
    window.removeEventListener('popstate', onPop)
    stopAccounts()
    stopLedger()
    stopView()
    stopCursor()
    stopWhy()
    window.removeEventListener('pagehide', onLeave)
    rest()
  }
}

/** Between two ledgers, or while an address is taken: what is on the way has no address of its own. */
function isSettling(): boolean {
  return applying || useLedger.getState().status !== 'ready'
}

function ledgerOf(search: string): string | null {
  return new URLSearchParams(search).get('ledger')
}

/** The end of a journey, which was made on this view. */
function rest(view: View = useView.getState().view): void {
  clearTimeout(resting)
  resting = undefined
  if (moved) write('replace', view)
  moved = false
}

/** Takes ledger, view and moment from the URL; what it does not say is now and the first account; so is what it says wrongly, and that is told. */
function apply(): void {
  const ledger = ledgerOf(window.location.search)
  const { localId } = useLedger.getState()
  if (!ledger || ledger === localId) place(true)
  else void changeLedger(ledger)
}

/** Goes to the ledger that the address names. A moment of a ledger that is not here is no moment of another. */
async function changeLedger(ledger: string): Promise<void> {
  applying = true
  const isHere = await hindsight()
    .openLedger(ledger)
    .then(
      () => true,
      () => false,
    )
  place(isHere)
  if (isHere) return
  write('replace')
  tell('elsewhere')
}

function place(isHere: boolean): void {
  // What was not written yet belongs to the entry that was left, which is out of reach now.
  clearTimeout(resting)
  resting = undefined
  moved = false
  applying = true
  try {
    const query = new URLSearchParams(window.location.search)
    const accountId = query.get('account')
    const isKnown = isHere && (!accountId || useLedger.getState().timeline.accountNumber(accountId) !== undefined)
    const page = PAGE_NAMES.find((name) => name === query.get('page'))
    if (isHere && page) show.page(page, pageQueryOf(query))
    else if (accountId && isKnown) show.account(accountId)
    else show.home()
    // Of an account that is not here a page speaks itself.
    if (isHere && !isKnown && !page) tell('unknown')
    if (isHere && page) tell('page')
    setWhy(isKnown ? query.get('why') : null)
    const clock = query.get('clock')
    travel.setClock(isKnown && (clock === 'effective' || clock === 'both') ? clock : 'recorded')
    const moment = momentFrom(query)
    if (isKnown && !moment) tell('moment')
    travel.to((isKnown && moment) || 'now')
  } finally {
    applying = false
  }
}

/** What is wrong with the address is said by what nobody waits for to see a balance. */
function tell(problem: LinkProblem): void {
  const query = new URLSearchParams(window.location.search)
  void import('./all-dialogs').then(({ tellOfLink }) => tellOfLink(problem, query))
}

/** What the address says in the page's own words. */
function pageQueryOf(query: URLSearchParams): PageQuery {
  return Object.fromEntries([...query].filter(([name]) => !OURS.has(name)))
}

/** undefined for what is no moment. */
function momentFrom(query: URLSearchParams): Moment | undefined {
  const [at, on] = [query.get('at'), query.get('on')]
  if (!at && !on) return 'now'
  const recorded = at ? (/^\d+$/.test(at) ? { position: Number(at) } : { recordedAt: at }) : {}
  try {
    return parseMoment({ ...recorded, ...(on ? { effectiveOn: on } : {}) })
  } catch {
    return undefined
  }
}

function write(how: 'push' | 'replace', view: View = useView.getState().view): void {
  const { moment, clock } = useCursor.getState()
  const query = new URLSearchParams()
  const { localId } = useLedger.getState()
  if (localId) query.set('ledger', localId)
  if (view.kind === 'account') query.set('account', view.accountId)
  if (view.kind === 'page') {
    query.set('page', view.page)
    for (const [name, value] of Object.entries(view.query)) if (!OURS.has(name)) query.set(name, value)
  }
  const asked = whyText()
  if (asked !== null) query.set('why', asked)
  if (moment !== 'now') {
    if ('position' in moment) query.set('at', String(moment.position))
    if ('recordedAt' in moment) query.set('at', moment.recordedAt)
    if ('effectiveOn' in moment) query.set('on', moment.effectiveOn)
  }
  if (clock !== 'recorded') query.set('clock', clock)
  const search = query.size > 0 ? `?${query}` : ''
  if (search === window.location.search) return
  const url = `${window.location.pathname}${search}`
  if (how === 'push' && !pushing) {
    window.history.pushState(null, '', url)
    pushing = true
    queueMicrotask(() => {
      pushing = false
    })
  } else window.history.replaceState(null, '', url)
}
