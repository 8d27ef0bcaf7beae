/** Playback on the cursor: what play-on.ts computes, from where the cursor stands to where it goes. */
import { type Playing, playOn, standAt } from '../../time-travel/playing/play-on'
import { stepOf } from '../../time-travel/steps'
import { drivenClock, travel, useCursor } from '../cursor-store'
import { useLedger } from '../ledger-store'
import { travelToStep } from '../time-track'

/** Begins at the cursor. @returns what moves it on by so many milliseconds, in the pace and direction chosen by then */
export function startPlayback(): (millis: number) => void {
  let stood: { readonly at: number; readonly how: Playing } | undefined
  return (millis) => {
    const { timeline } = useLedger.getState()
    const { clock: choice, bound, pace, direction, rate } = useCursor.getState()
    const how: Playing = { clock: drivenClock(choice), pace, direction, rate }
    const step = stepOf(timeline, how.clock, bound)
    // Another pace or direction counts from the step that is shown.
    const goesOn = stood?.how.pace === pace && stood.how.direction === direction && stood.how.clock === how.clock
    const on = playOn(timeline, how, goesOn && stood ? stood.at : standAt(timeline, how, step), millis)
    stood = { at: on.at, how }
    if (on.step !== step) travelToStep(on.step, true)
    if (on.ended) travel.pause()
  }
}
