import { expect, test, vi } from 'vitest'
import { dayNumber } from '../../domain/calendar'
import { endBefore, endOf } from './calendar-ends'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 120_000 })

test('[TK2] months end with their last day on either clock, leap years and the turn of the year among them', () => {
  for (const [day, end] of [
    ['2024-02-01', '2024-02-29'],
    ['2023-02-28', '2023-02-28'],
    ['2023-12-31', '2023-12-31'],
    ['2024-01-31', '2024-01-31'],
    ['2024-10-27', '2024-10-31'],
  ] as const) {
    expect(endOf('effective', 'month', dayNumber(day))).toBe(dayNumber(end))
    expect(endBefore('effective', 'month', dayNumber(day))).toBe(dayNumber(`${day.slice(0, 7)}-01`) - 1)
    const noon = new Date(`${day}T12:00:00`).getTime()
    expect(endOf('recorded', 'month', noon)).toBe(new Date(`${end}T23:59:59.999`).getTime())
    expect(endOf('recorded', 'day', noon)).toBe(new Date(`${day}T23:59:59.999`).getTime())
    expect(endBefore('recorded', 'month', noon)).toBe(new Date(`${day.slice(0, 7)}-01T00:00:00`).getTime() - 1)
  }
})
