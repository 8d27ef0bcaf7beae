/**
 * The moments one came from, newest first: where the cursor stood before it went further than a step. A drag, or a
 * playback, is one way and leaves one behind. For as long as the page lives.
 */
import { create } from 'zustand'
import type { Moment } from '../../time-travel/moment'
import { stepOf } from '../../time-travel/steps'
import { type CursorState, drivenClock, useCursor } from '../cursor-store'
import { useLedger } from '../ledger-store'
import { textOfMoment } from './moment-text'

const MOST = 12
/** Moves closer together than this are one way, as in the address. Milliseconds. */
const RESTS_AFTER = 200

export const useRecentMoments = create<{ readonly moments: readonly Moment[] }>(() => ({ moments: [] }))

/** @returns ends it */
export function followMoments(): () => void {
  let before: CursorState | undefined
  let resting: ReturnType<typeof setTimeout> | undefined
  const arrive = () => {
    if (before !== undefined && isFar(before, useCursor.getState())) remember(before.moment)
    before = undefined
  }
  const stopCursor = useCursor.subscribe((now, previous) => {
    if (now.moment === previous.moment) return
    before ??= previous
    clearTimeout(resting)
    resting = setTimeout(arrive, RESTS_AFTER)
    // Playback rests between two steps; it has not arrived before it ends.
    if (now.playing) clearTimeout(resting)
  })
  const stopLedger = useLedger.subscribe((now, previous) => {
    if (now.localId === previous.localId) return
    clearTimeout(resting)
    before = undefined
    useRecentMoments.setState({ moments: [] })
  })
  return () => {
    clearTimeout(resting)
    stopCursor()
    stopLedger()
  }
}

/** One step is no jump: it is undone by the step back. */
function isFar(from: CursorState, to: CursorState): boolean {
  if (from.moment === to.moment) return false
  const { timeline } = useLedger.getState()
  const clock = drivenClock(to.clock)
  const steps = Math.abs(stepOf(timeline, clock, from.bound) - stepOf(timeline, clock, to.bound))
  return steps > 1 || (from.clock !== to.clock && !from.isNow && !to.isNow)
}

function remember(moment: Moment): void {
  const text = textOfMoment(moment)
  const others = useRecentMoments.getState().moments.filter((each) => textOfMoment(each) !== text)
  useRecentMoments.setState({ moments: [moment, ...others].slice(0, MOST) })
}
