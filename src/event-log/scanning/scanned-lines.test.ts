import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, MAX_EVENT_BYTES } from '../canonical-json'
import type { JsonObject, JsonValue } from '../recorded-event'
import { uuidWords } from '../uuid-set'
import { eachMember, ScannedLines } from './scanned-lines'

const utf8 = new TextEncoder()
const UUID = '0190a000-0000-7000-8000-00000000abcd'
const EVENT = {
  data: { amount: 5, effectiveOn: '2024-02-29', payee: 'Čáp 🥐 "x"\n' },
  eventId: UUID,
  globalPosition: 42,
  metadata: { commandId: UUID, nested: { list: [1, -7, 0, true, false, null, [], {}] } },
  recordedAt: '2024-03-01T00:00:00.000Z',
  schemaVersion: 1,
  streamId: `account-${UUID.replace('abcd', '0001')}`,
  streamRevision: 7,
  type: 'Deposited',
}

function scan(text: string | Uint8Array): ScannedLines {
  const line = typeof text === 'string' ? utf8.encode(text) : text
  const bytes = new Uint8Array(line.length + 5)
  bytes.set(line, 3)
  const lines = new ScannedLines()
  lines.begin(bytes)
  expect(lines.scan(3, 3 + line.length)).toBe(lines.count === 1)
  return lines
}

/** Ids with every digit in every place. */
const uuidOf = (index: number) =>
  UUID.replace(/[0-9a-f]/g, (_, at: number) => ((index * 5 + at * 7 + Math.floor(index / 16)) % 16).toString(16))

const takes = (event: object) => scan(canonicalJson(event as JsonObject)).count === 1

test('[SC1] where everything of an event stands', () => {
  const lines = scan(canonicalJson(EVENT as JsonObject))
  expect(lines.count).toBe(1)
  const text = (from: number, length: number) => new TextDecoder().decode(lines.bytes.subarray(from, from + length))
  expect([lines.globalPosition[0], lines.streamRevision[0], lines.schemaVersion[0]]).toEqual([42, 7, 1])
  expect(lines.eventId.slice(0, 4)).toEqual(uuidWords(UUID))
  expect(lines.streamWords.slice(0, 4)).toEqual(uuidWords(EVENT.streamId.slice(8)))
  expect(text(lines.recordedAt[0] as number, 24)).toBe(EVENT.recordedAt)
  expect([lines.isType(0, utf8.encode('Deposited')), lines.isType(0, utf8.encode('Deposite'))]).toEqual([true, false])
  expect(lines.isType(0, utf8.encode('Depositor'))).toBe(false)
  expect(text(lines.metadata[0] as number, 1)).toBe('{')
  expect(['account-', 'account', 'ledger-', 'accounts-'].map((name) => lines.isCategory(0, utf8.encode(name)))).toEqual(
    [true, false, false, false],
  )
  expect(JSON.parse(lines.text(0))).toEqual(EVENT)
  const members: string[] = []
  eachMember(lines.bytes, lines.data[0] as number, (_, key, keyEnd, value) => {
    members.push(text(key, keyEnd - key), text(value, 1))
    return true
  })
  expect(members).toEqual(['amount', '5', 'effectiveOn', '"', 'payee', '"'])
})

test('[SC1] many lines, each in its columns', () => {
  const ids = Array.from({ length: 300 }, (_, index) => uuidOf(index))
  const texts = ids.map((id, index) =>
    canonicalJson({ ...EVENT, eventId: id, streamId: `az-${uuidOf(index + 7)}`, globalPosition: index + 1 }),
  )
  const bytes = utf8.encode(`${texts.join(',\n')},\n`)
  const lines = new ScannedLines()
  lines.begin(bytes, 2)
  for (let start = 0, end = bytes.indexOf(10); end > 0; start = end + 1, end = bytes.indexOf(10, start)) {
    expect(lines.scan(start, end - 1)).toBe(true)
  }
  expect(texts.map((_, index) => lines.text(index))).toEqual(texts)
  expect([...lines.globalPosition.subarray(0, lines.count)]).toEqual(texts.map((_, index) => index + 1))
  const wordsAt = (column: Uint32Array) => ids.map((_, index) => column.slice(index * 4, index * 4 + 4))
  expect(wordsAt(lines.eventId)).toEqual(ids.map((id) => uuidWords(id)))
  expect(wordsAt(lines.streamWords)).toEqual(ids.map((_, index) => uuidWords(uuidOf(index + 7))))
})

test('[SC1] the members of an object, until no more are wanted', () => {
  const members = (data: JsonObject, most: number) => {
    const lines = scan(canonicalJson({ ...EVENT, data }))
    let seen = 0
    const all = eachMember(lines.bytes, lines.data[0] as number, () => ++seen < most)
    return [all, seen]
  }
  expect(members({}, 9)).toEqual([true, 0])
  expect(members({ a: 1, b: [1, 2], c: {} }, 9)).toEqual([true, 3])
  expect(members({ a: 1, b: 2, c: 3 }, 2)).toEqual([false, 2])
  expect(members({ a: 1, b: 2, c: 3 }, 3)).toEqual([false, 3])
})

test('[SC2] an event is taken up to the largest that there may be, wherever it stands', () => {
  const sized = (size: number) => {
    const empty = canonicalJson({ ...EVENT, data: { memo: '' } })
    return canonicalJson({ ...EVENT, data: { memo: 'x'.repeat(size - utf8.encode(empty).length) } })
  }
  expect(scan(sized(MAX_EVENT_BYTES)).count).toBe(1)
  expect(scan(sized(MAX_EVENT_BYTES + 1)).count).toBe(0)
  const two = utf8.encode(`${sized(MAX_EVENT_BYTES)},\n${sized(400)}`)
  const lines = new ScannedLines()
  lines.begin(two)
  expect(lines.scan(MAX_EVENT_BYTES + 2, two.length)).toBe(true)
})

const LETTERS = fc.constantFrom(
  'a',
  'B',
  ' ',
  '"',
  '\\',
  '/',
  '\n',
  '\u0001',
  '\u007f',
  'é',
  '\u2028',
  '€',
  '\ufeff',
  '🥐',
)
const words = fc.array(LETTERS, { maxLength: 6 }).map((letters) => letters.join(''))
const value = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    words,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(true, false, null, 0, -0, 1e15, 1e21),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(words, tie('value'), { maxKeys: 4 }),
  ),
})).value
const event = fc.record({
  ...Object.fromEntries(Object.entries(EVENT).map(([key, known]) => [key, fc.constant(known as JsonValue)])),
  data: fc.dictionary(words, value, { maxKeys: 5 }),
  metadata: fc.dictionary(words, value, { maxKeys: 3 }),
})

test('[SC2] of canonical events the plain ones are taken; what is taken reads back as it was written', () => {
  let taken = 0
  fc.assert(
    fc.property(event, (made) => {
      const text = canonicalJson(made as JsonObject)
      const lines = scan(text)
      if (lines.count === 0) return
      taken++
      expect(lines.text(0)).toBe(text)
    }),
    { numRuns: 500 },
  )
  expect(taken).toBeGreaterThan(5)
  expect(takes(EVENT)).toBe(true)
  expect(takes({ ...EVENT, data: {} })).toBe(true)
  expect(takes({ ...EVENT, data: { amount: 1 }, metadata: {} })).toBe(true)
})

test('[SC3] whatever byte is changed, left out or put in: only a canonical event is ever taken', () => {
  const text = utf8.encode(canonicalJson(EVENT as JsonObject))
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(...utf8.encode('"\\{}[],:-09.eE tu\n')))
  fc.assert(
    fc.property(fc.nat(text.length - 1), byte, fc.constantFrom(0, 1, 2), (at, other, kept) => {
      // 0: put in before, 1: in its place, 2: and the next left out too.
      const changed = Uint8Array.of(...text.subarray(0, at), other, ...text.subarray(at + kept))
      const lines = scan(changed)
      if (lines.count === 0) return
      const read = lines.text(0)
      expect(canonicalJson(JSON.parse(read))).toBe(read)
      expect(Object.keys(JSON.parse(read))).toEqual(Object.keys(EVENT))
    }),
    { numRuns: 5000 },
  )
})

test.each([
  ['keys out of order', '"data":{"b":1,"a":2}'],
  ['a key twice', '"data":{"a":1,"a":2}'],
  ['a longer key first', '"data":{"ab":1,"a":2}'],
  ['an escape that is not needed', '"data":{"a":"\\/"}'],
  ['a letter written as an escape', '"data":{"a":"\\u0041"}'],
  ['half a character', '"data":{"a":"\\ud83d"}'],
  ['a leading zero', '"data":{"a":01}'],
  ['minus nothing', '"data":{"a":-0}'],
  ['a fraction', '"data":{"a":1.0}'],
  ['more digits than are surely exact', '"data":{"a":9007199254740993}'],
  ['white space', '"data":{"a": 1}'],
  ['a comma too many', '"data":{"a":1,}'],
  ['nothing between commas', '"data":{"a":[1,,2]}'],
  ['data that is no object', '"data":[1]'],
])('[SC3] %s is left to a parser', (_, data) => {
  const text = canonicalJson(EVENT as JsonObject).replace(/"data":\{.*?\}/, data)
  expect(scan(text).count).toBe(0)
})

test.each([
  ['a surrogate in UTF-8', [0xed, 0xa0, 0x80]],
  ['an overlong slash', [0xc0, 0xaf]],
  ['an overlong euro', [0xe0, 0x82, 0xac]],
  ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
  ['a character cut short', [0xe2, 0x82]],
  ['a stray byte', [0x80]],
])('[SC3] %s is left to a parser', (_, bad) => {
  const [before = '', after = ''] = canonicalJson({ ...EVENT, data: { a: '§' } } as JsonObject).split('§')
  expect(scan(Uint8Array.of(...utf8.encode(before), ...bad, ...utf8.encode(after))).count).toBe(0)
})

test('[SC3] other keys, another depth, an upper-case id: left to a parser', () => {
  expect(takes({ ...EVENT, extra: 1 })).toBe(false)
  expect(takes({ ...EVENT, eventId: UUID.toUpperCase() })).toBe(false)
  for (const other of '/:@`gG -') expect(takes({ ...EVENT, eventId: UUID.replace('abcd', `a${other}cd`) })).toBe(false)
  for (const streamId of ['account', `Account-${UUID}`, `a_b-${UUID}`, `account${UUID}`])
    expect(takes({ ...EVENT, streamId })).toBe(false)
  expect(takes({ ...EVENT, metadata: null })).toBe(false)
  let deep: JsonValue = 1
  for (let level = 0; level < 28; level++) deep = [deep]
  expect(takes({ ...EVENT, data: { deep } })).toBe(false)
})
