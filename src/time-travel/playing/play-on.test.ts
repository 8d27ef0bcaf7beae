import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { timelineOf } from '../../projections/testing/timeline-of'
import { daysWithEntries } from '../days-with-entries'
import { stepCount } from '../steps'
import { axisOf } from '../x-axis'
import { type Playing, playOn, secondsOf, standAt } from './play-on'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

const playing: fc.Arbitrary<Playing> = fc.record({
  clock: fc.constantFrom('recorded', 'effective'),
  pace: fc.constantFrom('even', 'by-time'),
  direction: fc.constantFrom(1, -1),
  rate: fc.constantFrom(1, 8, 64),
})

/** Plays from one end to the other in frames of so many milliseconds; how long it took, and the steps it showed. */
function played(log: Parameters<typeof timelineOf>[0], how: Playing, frame: number) {
  const timeline = timelineOf(log)
  const steps = stepCount(timeline, how.clock)
  const shown: number[] = []
  let at = standAt(timeline, how, how.direction > 0 ? 0 : steps)
  for (let frames = 1; frames < 100_000; frames++) {
    const on = playOn(timeline, how, at, frame)
    at = on.at
    shown.push(on.step)
    if (on.ended) return { shown, millis: frames * frame, timeline, steps }
  }
  throw new Error('It never ends')
}

test('[TT17] playback goes one way, passes over nothing but what a late frame owes, and ends at its end', () => {
  fc.assert(
    fc.property(arbitraryLog(40), playing, fc.constantFrom(5, 16, 400), (log, how, frame) => {
      const { shown, steps } = played(log, how, frame)
      for (let index = 1; index < shown.length; index++) {
        expect(((shown[index] as number) - (shown[index - 1] as number)) * how.direction).toBeGreaterThanOrEqual(0)
      }
      expect(shown.at(-1)).toBe(how.direction > 0 ? steps : 0)
    }),
  )
})

test('[TT17] at an even pace a life takes as long as it has steps, whatever the frames', () => {
  fc.assert(
    fc.property(arbitraryLog(40), playing, fc.constantFrom(5, 16, 400), (log, how, frame) => {
      const { millis, steps } = played(log, { ...how, pace: 'even' }, frame)
      const due = (secondsOf(steps) * 1000) / how.rate
      expect(millis).toBeGreaterThanOrEqual(Math.min(due, frame) - 1e-6)
      expect(Math.abs(millis - due)).toBeLessThanOrEqual(frame + 1e-6)
    }),
  )
})

test('[TT17] by time a gap takes its share of the life, but no more than a second of 1×', () => {
  fc.assert(
    fc.property(arbitraryLog(25), playing, (log, how) => {
      const frame = 1
      const { millis, timeline, steps } = played(log, { ...how, pace: 'by-time' }, frame)
      if (steps === 0) return
      const { from, to } = axisOf(timeline, how.clock)
      const places = how.clock === 'recorded' ? timeline.columns.recordedAt.slice(0, steps) : daysWithEntries(timeline)
      let before = how.direction > 0 ? from : (places[0] as number)
      let due = 0
      for (const place of places) {
        due += Math.min(((place - before) / (to - from)) * secondsOf(steps), 1)
        before = place
      }
      // Every gap may end in the middle of a frame.
      expect(Math.abs(millis - (due * 1000) / how.rate)).toBeLessThanOrEqual(frame * (steps + 2))
    }),
    { numRuns: 60 },
  )
})

test('[TT17] what was recorded in a single millisecond plays all the same', () => {
  const log = fc.sample(arbitraryLog(120), { seed: 3, numRuns: 10 }).reduce((a, b) => (b.length > a.length ? b : a))
  const atOnce = log.map((event) => ({ ...event, recordedAt: '2024-03-01T12:00:00.000Z' }))
  for (const direction of [1, -1] as const) {
    const { millis, steps } = played(atOnce, { clock: 'recorded', pace: 'by-time', direction, rate: 1 }, 0.01)
    expect(millis).toBeLessThanOrEqual(secondsOf(steps) * 1000 + 1)
  }
})

test('[TT17] nothing to play is at its end', () => {
  const how: Playing = { clock: 'recorded', pace: 'even', direction: 1, rate: 1 }
  expect(playOn(timelineOf([]), how, 0, 16)).toEqual({ at: 0, step: 0, ended: true })
})
