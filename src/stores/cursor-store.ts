/** Where the cursor stands: the moment everything on the screen obeys. */
import { create } from 'zustand'
import { useLedger } from './ledger-store'
import type { Moment } from '../time-travel/moment'
import { type Bound, parseMoment, resolveMoment } from '../time-travel/resolve-moment'
import { nextDay, nextStep, previousDay, previousStep, firstStep } from '../time-travel/steps'

export type Clock = 'recorded' | 'effective'
export const RATES = [1, 2, 4, 8, 16, 32, 64] as const
export type Rate = (typeof RATES)[number]

export interface CursorState {
  readonly clock: Clock
  readonly moment: Moment
  readonly bound: Bound
  readonly isNow: boolean
  readonly playing: boolean
  readonly rate: Rate
}

export const useCursor = create<CursorState>(() => ({
  clock: 'recorded',
  moment: 'now',
  bound: { position: 0, day: Number.POSITIVE_INFINITY },
  isNow: true,
  playing: false,
  rate: 1,
}))
