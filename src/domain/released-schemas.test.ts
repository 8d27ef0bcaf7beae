/**
 * What each version of each kind of event may hold, as it was released: by which of these values each field takes. A
 * change of a schema changes this, and is none of a released version's: it is a new version, with a fixture and an upcaster.
 */
import { expect, test } from 'vitest'
import { checkEventData, fieldsOf } from './event-schema'
import { CATEGORY_OF, type EventType } from './events'
import released from './released-schemas.json' with { type: 'json' }
import { newestVersion } from './upcasters'

const UUID = '0190a000-0000-7000-8000-000000000001'
const PROBES: Readonly<Record<string, unknown>> = {
  missing: undefined,
  null: null,
  true: true,
  zero: 0,
  one: 1,
  eight: 8,
  nine: 9,
  minus: -1,
  half: 0.5,
  largest: Number.MAX_SAFE_INTEGER,
  unsafe: 2 ** 53,
  lowest: Number.MIN_SAFE_INTEGER,
  empty: '',
  text: 'Bäckerei 🥐',
  lone: '\ud83e',
  long: 'x'.repeat(10_000),
  code: 'EUR',
  lower: 'eur',
  wide: 'ABCDEFGHI',
  uuid: UUID,
  'UUID in capitals': UUID.toUpperCase(),
  date: '2026-02-28',
  'no date': '2026-02-29',
  instant: '2026-02-28T00:00:00.000Z',
  list: [],
  object: {},
}

/** By field, the names of the values that it takes; what it says of others is no part of a schema. */
function shapeOf(type: EventType, version: number): Record<string, string> {
  const fields = fieldsOf(type)
  const faultOf = (data: Record<string, unknown>) => checkEventData(CATEGORY_OF[type], type, version, data)?.path
  const accepts = (field: string, value: unknown) => {
    // The fields before it are given what they take, so that this one is judged.
    const data: Record<string, unknown> = { [field]: value }
    for (const other of fields) {
      if (other !== field)
        data[other] = Object.values(PROBES).find((each) => faultOf({ ...data, [other]: each }) !== `data.${other}`)
    }
    return faultOf(data) !== `data.${field}`
  }
  const names = (field: string) => Object.keys(PROBES).filter((name) => accepts(field, PROBES[name]))
  return Object.fromEntries(fields.map((field) => [field, names(field).join(', ')]))
}

test('[VS5] no schema that was released has changed, and none is without its record', () => {
  const now: Record<string, unknown> = {}
  for (const type of Object.keys(CATEGORY_OF) as EventType[]) {
    for (let version = 1; version <= newestVersion(type); version++) now[`${type} ${version}`] = shapeOf(type, version)
  }
  expect(now).toEqual(released)
})
