/**
 * How the track looks at the ledger's life where that is not simply the whole of it by time. Who zooms, spaces or snaps
 * loads when the page is at rest and puts a lens in; until then, and without one, the track needs none of it.
 */
import { create } from 'zustand'
import type { Moment } from '../../time-travel/moment'
import type { Bound } from '../../time-travel/resolve-moment'
import type { Bars } from '../../time-travel/track/bars'
import type { StepTick } from '../../time-travel/track/step-ticks'
import type { Axis } from '../../time-travel/x-axis'
import type { Clock } from '../cursor-store'

export interface Lens {
  /** The only clock it is for. */
  readonly clock: Clock
  /** The account whose activity and balance are drawn; undefined: all. */
  readonly accountId: string | undefined
  readonly isZoomed: boolean
  /** How far what stands at a place reaches beyond it: half a day or step, where bars are such. */
  readonly half: number
  /** What is shown. */
  axis(): Axis
  /** Where the cursor stands; beyond the axis where it is out of sight. */
  place(moment: Moment, bound: Bound): number
  momentAt(bound: Bound, x: number): Moment
  bars(axis: Axis, width: number, pitch: number): Bars
  /** Undefined where marks by time fit. */
  ticks(axis: Axis, room: number): readonly StepTick[] | undefined
}

/** Another object whenever it looks otherwise; it may stay while the ledger grows. */
export const useLens = create<{ readonly lens: Lens | null }>(() => ({ lens: null }))

export function lensOf(clock: Clock): Lens | null {
  const { lens } = useLens.getState()
  return lens?.clock === clock ? lens : null
}
