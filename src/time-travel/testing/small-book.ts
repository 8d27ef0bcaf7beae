/** Test support: the log of one account whose entries are given one by one, for tests that say what exactly must come. */
import { dateOfDay, instantOfMillis } from '../../domain/calendar'
import type { JsonObject, RecordedEvent } from '../../event-log/recorded-event'
import { uuidOf } from '../../projections/testing/arbitrary-log'

/** In: above 0, out: below, on a day since 1970; or the entry of this slot is reversed, or a balance asserted, on that day. */
export type Line =
  | readonly [amount: number, day: number]
  | { readonly reverses: number; readonly day: number }
  | { readonly asserts: number; readonly day: number }

export const BOOK = uuidOf(1, 0)

/** Slot 0 is the opening, slot n the n-th line. One line is recorded a second. */
export function smallBook(lines: readonly Line[], currency = 'EUR', exponent = 2): RecordedEvent[] {
  const amounts: number[] = []
  const events: RecordedEvent[] = []
  const record = (type: string, data: JsonObject) => {
    const globalPosition = events.length + 1
    const recordedAt = instantOfMillis(globalPosition * 1000)
    const place = { globalPosition, streamId: `account-${BOOK}`, streamRevision: globalPosition, recordedAt }
    events.push({ ...place, eventId: uuidOf(4, globalPosition), type, schemaVersion: 1, data, metadata: {} })
  }
  record('AccountOpened', { name: 'Everyday', currency, exponent, overdraftLimit: null, openedOn: '1970-01-01' })
  for (const line of lines) {
    if ('reverses' in line) {
      const amount = Math.abs(amounts[line.reverses - 1] ?? 0)
      amounts.push(0)
      record('EntryReversed', { entryId: uuidOf(4, line.reverses + 1), amount, effectiveOn: dateOfDay(line.day) })
    } else if ('asserts' in line) {
      amounts.push(0)
      record('BalanceAsserted', { balance: line.asserts, effectiveOn: dateOfDay(line.day) })
    } else {
      const [amount, day] = line
      amounts.push(amount)
      record(amount > 0 ? 'Deposited' : 'Withdrawn', { amount: Math.abs(amount), effectiveOn: dateOfDay(day) })
    }
  }
  return events
}
