import { expect, test } from 'vitest'
import type { Moment } from '../../time-travel/moment'
import { momentOfText, textOfMoment } from './moment-text'

test.each<[string, Moment]>([
  ['now', 'now'],
  ['1204', { position: 1204 }],
  ['0', { position: 0 }],
  ['2024-03-12T14:03:00.000Z', { recordedAt: '2024-03-12T14:03:00.000Z' }],
  ['2024-03-12', { effectiveOn: '2024-03-12' }],
  ['1204_2024-03-12', { position: 1204, effectiveOn: '2024-03-12' }],
  ['2024-03-12T14:03:00.000Z_2024-03-12', { recordedAt: '2024-03-12T14:03:00.000Z', effectiveOn: '2024-03-12' }],
])('%s is a moment and back', (text, moment) => {
  expect(momentOfText(text)).toEqual(moment)
  expect(textOfMoment(moment)).toBe(text)
})

test.each([undefined, '', 'then', '2024-02-30', '2024-03-12T25:00:00.000Z', '12_13_x', '1e9'])('%s is none', (text) => {
  expect(momentOfText(text)).toBeUndefined()
})
