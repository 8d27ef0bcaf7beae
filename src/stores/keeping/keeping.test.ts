import { beforeEach, describe, expect, test } from 'vitest'
import { backupOf, isReminderDue, notBackedUp } from './backups'
import { isShort } from './storage-room'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 28)
const none = backupOf({}, 'a')

describe('[KP1] what is not backed up', () => {
  test.each([
    [0, 0],
    [412, 412],
  ])('of %i events without a backup it is all', (size, count) => expect(notBackedUp(size, none)).toBe(count))

  test('since a backup, what came after it; a longer file than the ledger leaves nothing', () => {
    const backup = { events: 100, savedAt: NOW, remindedAt: 0 }
    expect(notBackedUp(412, backup)).toBe(312)
    expect(notBackedUp(40, backup)).toBe(0)
  })

  test.each([
    ['another kind', { a: 'x' }],
    ['a negative number', { a: { events: -1, savedAt: 0, remindedAt: 0 } }],
    ['a text for a number', { a: { events: '12', savedAt: 0, remindedAt: 0 } }],
    ['null', { a: null }],
  ])('a record that is %s counts as none', (_, records) => {
    expect(backupOf(records as never, 'a')).toEqual(none)
  })

  test('a name that every object has is no record', () => {
    expect(backupOf({}, 'constructor')).toEqual(none)
  })
})

describe('[KP2] a reminder is due', () => {
  let last = none
  beforeEach(() => {
    last = none
  })
  const due = (count: number, days: number) => isReminderDue(count, NOW - days * DAY, last, NOW)

  test('from 200 events on, or after 14 days', () => {
    expect(due(199, 0)).toBe(false)
    expect(due(200, 0)).toBe(true)
    expect(due(1, 13.9)).toBe(false)
    expect(due(1, 14)).toBe(true)
    expect(due(0, 400)).toBe(false)
  })

  test('not twice within a day, also where the clock was set back', () => {
    last = { ...none, remindedAt: NOW - DAY + 1 }
    expect(due(1_000, 100)).toBe(false)
    last = { ...none, remindedAt: NOW + DAY - 1 }
    expect(due(1_000, 100)).toBe(false)
    last = { ...none, remindedAt: NOW - DAY }
    expect(due(1_000, 100)).toBe(true)
    // Set by a clock that was years ahead.
    last = { ...none, remindedAt: NOW + 900 * DAY }
    expect(due(1_000, 100)).toBe(true)
  })
})

describe('[KP3] room is short', () => {
  test.each([
    ['a fresh browser', 1e6, 40e9, false],
    ['less than 50 MB', 1e6, 49e6, true],
    ['a large ledger, and half of it free', 1e9, 5e8, false],
    ['a large ledger, and less free', 1e9, 4.9e8, true],
    ['a browser that does not say', undefined, undefined, false],
  ])('%s', (_, used, free, short) => expect(isShort({ used, free, promised: undefined })).toBe(short))
})
