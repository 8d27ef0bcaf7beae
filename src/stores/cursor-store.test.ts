import { beforeEach, expect, test } from 'vitest'
import type { JsonObject, RecordedEvent } from '../event-log/recorded-event'
import { Timeline } from '../projections/timeline'
import { startPlayback } from './clocks/playback'
import { followLedger, travel, useCursor } from './cursor-store'
import { useLedger } from './ledger-store'

const ACCOUNT = '5f0c9b3e-6a41-4d0e-8f5a-2b7d1c9e4a60'

function event(position: number, type: string, data: JsonObject): RecordedEvent {
  return {
    globalPosition: position,
    streamId: `account-${ACCOUNT}`,
    streamRevision: position,
    eventId: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
    type,
    schemaVersion: 1,
    recordedAt: `2024-03-0${position}T12:00:00.000Z`,
    data,
    metadata: {},
  }
}

/** Recorded at noon of 1 to 5 March; effective on 2 and 3, the fourth on 1, the fifth on 4 March. */
beforeEach(() => {
  const timeline = new Timeline()
  const opening = { name: 'Everyday', currency: 'EUR', exponent: 2, overdraftLimit: 0, openedOn: '2024-03-01' }
  const days = ['2024-03-02', '2024-03-03', '2024-03-01', '2024-03-04']
  timeline.append([
    event(1, 'AccountOpened', opening),
    ...days.map((effectiveOn, index) => event(index + 2, 'Deposited', { amount: 100, effectiveOn })),
  ])
  useLedger.setState({ status: 'ready', localId: 'test', timeline, size: 5, version: timeline.version })
  useCursor.setState({ clock: 'recorded', playing: false, rate: 1, pace: 'even', direction: 1 })
  travel.now()
})

const clock = () => useCursor.getState().clock
const moment = () => useCursor.getState().moment
const BOTH = { position: 3, effectiveOn: '2024-03-02' }

test('[CU2] a moment at the end is now, on every clock', () => {
  for (const end of [{ position: 9 }, { effectiveOn: '2024-03-04' }, { position: 5, effectiveOn: '2024-03-09' }]) {
    travel.to(end)
    expect(useCursor.getState()).toMatchObject({ isNow: true, moment: 'now' })
  }
})

test('[CU3] a moment stands on the clocks that it names', () => {
  travel.to({ effectiveOn: '2024-03-02' })
  expect(clock()).toBe('effective')
  travel.to({ position: 3 })
  expect(clock()).toBe('recorded')
  travel.to(BOTH)
  expect(clock()).toBe('both')
  travel.to({ recordedAt: '2024-03-02T12:00:00.000Z' })
  expect(clock()).toBe('both')
  travel.now()
  expect(clock()).toBe('both')
})

test('[CU3] choosing both changes nothing that is seen; choosing one lets go of the other bound', () => {
  travel.to({ position: 3 })
  travel.setClock('both')
  expect(moment()).toEqual({ position: 3 })
  travel.to(BOTH)
  travel.setClock('recorded')
  expect(moment()).toEqual({ position: 3 })
  travel.to(BOTH)
  travel.setClock('effective')
  expect(moment()).toEqual({ effectiveOn: '2024-03-02' })
  travel.setClock('both')
  expect(moment()).toEqual({ effectiveOn: '2024-03-02' })
  // Nothing is said of recording: the end of the same day.
  travel.setClock('recorded')
  expect(useCursor.getState().isNow).toBe(false)
})

test('[CU4] on both clocks steps are events, and the value date stays', () => {
  travel.to(BOTH)
  travel.previousStep()
  expect(moment()).toEqual({ position: 2, effectiveOn: '2024-03-02' })
  travel.nextDay()
  travel.nextStep()
  expect(moment()).toEqual({ position: 4, effectiveOn: '2024-03-02' })
  travel.first()
  expect(moment()).toEqual({ position: 0, effectiveOn: '2024-03-02' })
  travel.last()
  expect(moment()).toEqual({ effectiveOn: '2024-03-02' })
})

test.each(['recorded', 'effective', 'both'] as const)('[CU4] on the clock %s it plays to both ends and stops', (on) => {
  travel.setClock(on)
  if (on === 'both') travel.to({ effectiveOn: '2024-03-02' })
  travel.play(-1)
  const back = startPlayback()
  for (let frame = 0; frame < 200 && useCursor.getState().playing; frame++) back(16)
  expect(useCursor.getState().playing).toBe(false)
  expect(clock()).toBe(on)
  expect(on === 'effective' ? useCursor.getState().bound.day : useCursor.getState().bound.position).toBe(
    on === 'effective' ? 19_782 : 0,
  )
  travel.play(1)
  const forth = startPlayback()
  for (let frame = 0; frame < 200 && useCursor.getState().playing; frame++) forth(16)
  expect(useCursor.getState().playing).toBe(false)
  expect(moment()).toEqual(on === 'both' ? { effectiveOn: '2024-03-02' } : 'now')
})

test('[CU5] backwards it begins at now, and nothing recorded before its first turn stops it', () => {
  const turn = startPlayback()
  const unfollow = followLedger()
  travel.play(-1)
  // As when a snapshot, ids or another tab's events come in; with reduced motion the first turn is half a second away.
  for (let time = 0; time < 3; time++) useLedger.setState(({ version }) => ({ version: version + 1 }))
  expect(useCursor.getState()).toMatchObject({ isNow: true, playing: true })
  turn(500)
  expect(useCursor.getState()).toMatchObject({ isNow: false, playing: true })
  unfollow()
})

test('[CU5] onwards it ends at now, also where that is reached by another way', () => {
  travel.to({ position: 3 })
  travel.play(1)
  travel.playTo({ position: 5 })
  expect(useCursor.getState()).toMatchObject({ isNow: true, playing: false })
})
