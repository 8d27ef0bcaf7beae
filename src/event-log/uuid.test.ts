import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatUuid, isUuidText, makeUuidV7 } from './uuid'
import { UuidMap, UuidSet } from './uuid-set'

test('RFC 9562, appendix A.6: the example of version 7', () => {
  const random = Uint8Array.from([0, 0, 0, 0, 0, 0, 0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
  const make = makeUuidV7(
    () => 0x017f22e279b0,
    (bytes) => {
      bytes.set(random)
      return bytes
    },
  )
  // The top bit of the 12-bit counter is kept free, so 0xcc3 becomes 0x4c3.
  expect(make()).toBe('017f22e2-79b0-74c3-98c4-dc0c0c07398f')
})

test('ids rise strictly: within a millisecond, past the counter, and when the clock goes back', () => {
  let now = 1_700_000_000_000
  const make = makeUuidV7(() => now)
  const made = Array.from({ length: 10_000 }, (_, index) => {
    if (index === 9000) now -= 60_000
    return make()
  })
  expect(made).toEqual([...made].sort())
  expect(new Set(made).size).toBe(made.length)
  expect(made.every((id) => isUuidText(id) && id[14] === '7' && '89ab'.includes(id[19] ?? ''))).toBe(true)
})

test('an id begins with its time', () => {
  expect(
    Number.parseInt(
      makeUuidV7(() => 0x0123456789ab)()
        .replace('-', '')
        .slice(0, 12),
      16,
    ),
  ).toBe(0x0123456789ab)
})

const uuids = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(formatUuid)

test('the set says what a Set of strings says', () => {
  fc.assert(
    fc.property(fc.array(uuids, { maxLength: 60 }), (ids) => {
      const set = new UuidSet()
      const model = new Set<string>()
      for (const id of [...ids, ...ids.slice(0, 10)]) {
        expect(set.has(id)).toBe(model.has(id))
        expect(set.add(id)).toBe(!model.has(id))
        model.add(id)
      }
      expect(set.size).toBe(model.size)
      expect([...model].map((id) => set.ordinalOf(id))).toEqual([...model].map((_, index) => index))
    }),
  )
})

test('ids that differ in a few bits are told apart, the nil UUID too', () => {
  const set = new UuidSet()
  const ids = Array.from(
    { length: 4_000 },
    (_, index) => `00000000-0000-0000-0000-${index.toString(16).padStart(12, '0')}`,
  )
  expect(ids.every((id) => !set.has(id) && set.add(id))).toBe(true)
  expect(ids.some((id) => set.add(id))).toBe(false)
  expect(set.size).toBe(ids.length)
})

test('the map keeps the last number of an id', () => {
  const map = new UuidMap()
  const ids = Array.from({ length: 3000 }, makeUuidV7())
  for (const [index, id] of ids.entries()) map.set(id, index)
  map.set(ids[7] ?? '', -0.5)
  expect(ids.map((id) => map.get(id))).toEqual(ids.map((_, index) => (index === 7 ? -0.5 : index)))
  expect(map.get('ffffffff-ffff-4fff-8fff-ffffffffffff')).toBeUndefined()
  expect(map.size).toBe(3000)
})

test('letter case makes no difference to the set', () => {
  const set = new UuidSet()
  set.add('ABCDEF00-0000-4000-8000-0000000000AA')
  expect(set.has('abcdef00-0000-4000-8000-0000000000aa')).toBe(true)
})

test.each([
  '',
  'x',
  '00000000-0000-0000-0000-00000000000',
  '00000000-0000-0000-0000-00000000000g',
  '000000000000-0000-0000-000000000000',
])('%j is no UUID', (text) => {
  expect(isUuidText(text)).toBe(false)
  expect(() => new UuidSet().add(text)).toThrow(TypeError)
})
