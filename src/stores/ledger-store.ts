/** What is open. The timeline is a large mutable object: whatever reads it also selects `version`, which rises with it. */
import { create } from 'zustand'
import type { LedgerApi, LedgerSummary, Progress, VerifyReport } from '../application/ledger-api'
import type { LedgerApplication } from '../application/ledger-application'
import { EMPTY_TIMELINE, type LedgerDesk } from '../application/ledger-desk'
import type { RecordedEvent } from '../event-log/recorded-event'
import { failureMessages } from '../locales/en/failures'
import type { Timeline } from '../projections/timeline'
import type { BranchOrigin } from '../storage/branch-origin'

export interface LedgerState {
  readonly status: 'opening' | 'ready' | 'failed'
  readonly failure: { readonly name: string; readonly code: string; readonly message: string } | null
  readonly opening: Progress | null
  /** What is wrong with it, as far as anybody has looked. */
  readonly damage: VerifyReport | null
  readonly localId: string
  /** Of a sandbox: where it was branched from. Nothing in it is real. */
  readonly branch: BranchOrigin | null
  readonly ledgerId: string
  readonly name: string
  readonly size: number
  readonly rootHash: string
  readonly ledgers: readonly LedgerSummary[]
  readonly timeline: Timeline
  readonly version: number
}

const INITIAL: LedgerState = {
  status: 'opening',
  failure: null,
  opening: null,
  damage: null,
  localId: '',
  branch: null,
  ledgerId: '',
  name: '',
  size: 0,
  rootHash: '',
  ledgers: [],
  timeline: EMPTY_TIMELINE,
  version: 0,
}

export const useLedger = create<LedgerState>(() => INITIAL)

let application: LedgerApplication | undefined

/** Connects the screens to the application; called once, by the composition root. */
export function connectLedger(to: LedgerApplication): void {
  due?.()
  application = to
  to.desk.onChange(() => showSoon(to))
  show(to)
}

/** The application API, for queries and work. @throws Error before `connectLedger`. */
export function hindsight(): LedgerApi {
  return ledgerApplication()
}

/** The application behind it, for other stores. */
export function ledgerApplication(): LedgerApplication {
  if (!application) throw new Error('The screens are not connected to an application yet')
  return application
}

/** A hidden page has no frames; what it shows may be this late, ms. */
const LATEST = 250

let due: (() => void) | undefined

/**
 * Growth is shown with the next frame, however many events came since the last: a command's receipt must not wait for
 * its picture, nor an import for its own. Another ledger, progress and failures are shown at once.
 */
function showSoon(from: LedgerApplication): void {
  const { localId, opening, failure } = useLedger.getState()
  const { desk } = from
  const isGrowth = localId === desk.localId && !opening && !desk.progress
  if (!isGrowth || failure || desk.failure) {
    show(from)
    return
  }
  if (due) return
  const frame = requestAnimationFrame(() => due?.())
  const timer = setTimeout(() => due?.(), LATEST)
  due = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    due = undefined
    // Another application may have taken its place meanwhile.
    if (application === from) show(from)
  }
}

/** Balances move in the frame in which the timeline grew; head and menus may follow a moment later. */
function show(from: LedgerApplication): void {
  const { timeline, progress, failure, localId } = from.desk
  useLedger.setState((before) => ({
    opening: progress,
    damage: from.desk.damage ?? null,
    status: statusOf(from.desk),
    failure: failure ? failureOf(failure) : null,
    localId,
    branch: from.desk.origin ?? null,
    timeline,
    size: timeline.size,
    version: before.version + 1,
  }))
  if (localId) void refreshHead(from)
}

function statusOf({ failure, progress, localId }: LedgerDesk): LedgerState['status'] {
  if (failure) return 'failed'
  return progress || !localId ? 'opening' : 'ready'
}

let refreshing: LedgerApplication | undefined
let again = false

/** One look at a time, and one more where something changed meanwhile: an import notifies often. */
async function refreshHead(from: LedgerApplication): Promise<void> {
  again = true
  if (refreshing === from) return
  refreshing = from
  while (again) {
    again = false
    await readHead(from).catch(() => {
      // The ledger was closed meanwhile; the next change shows its successor.
    })
  }
  refreshing = undefined
}

/** Which list of ledgers is shown. */
let listed = -1

async function readHead(from: LedgerApplication): Promise<void> {
  const { localId } = from.desk
  const head = await from.head()
  if (from.desk.localId !== localId) return
  useLedger.setState({ ledgerId: head.ledgerId, name: head.name, rootHash: head.rootHash })
  if (listed === from.listVersion) return
  // The others are opened to be measured, so only when the list has become another one.
  listed = from.listVersion
  await refreshLedgers()
}

/** Reads the list of ledgers anew: other tabs may have changed it. */
export async function refreshLedgers(): Promise<void> {
  try {
    useLedger.setState({ ledgers: await ledgerApplication().ledgers() })
  } catch {
    // The list that is shown stays; opening one of it says what is wrong.
  }
}

function failureOf(error: unknown): LedgerState['failure'] {
  if (!(error instanceof Error)) return { name: 'Error', code: 'unknown', message: String(error) }
  const { name } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
  return { name, code, message: failureMessages.error(name, code, { ...error }) ?? error.message }
}

/** Events somebody looked at, newest use last. Enough for a few screens of history; a miss reads one batch. */
const CACHE_SIZE = 2_000
const cache = new Map<number, RecordedEvent>()
let cachedLedger = ''

function cacheOfOpenLedger(): Map<number, RecordedEvent> {
  const localId = application?.desk.localId ?? ''
  if (localId !== cachedLedger) {
    cache.clear()
    cachedLedger = localId
  }
  return cache
}

export function cachedEvent(position: number): RecordedEvent | undefined {
  return cacheOfOpenLedger().get(position)
}

export async function readEvents(positions: readonly number[]): Promise<readonly RecordedEvent[]> {
  const missing = positions.filter((position) => !cachedEvent(position))
  if (missing.length > 0) {
    for (const event of await ledgerApplication().readAt(missing)) cacheOfOpenLedger().set(event.globalPosition, event)
  }
  const events = positions.flatMap((position) => cachedEvent(position) ?? [])
  for (const event of events) {
    cache.delete(event.globalPosition)
    cache.set(event.globalPosition, event)
  }
  for (const oldest of cache.keys()) {
    if (cache.size <= CACHE_SIZE) break
    cache.delete(oldest)
  }
  return events
}
