import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isElement, JsonSplitter, type RawElement } from './json-splitter'

function split(bytes: Uint8Array, cuts: readonly number[] = []) {
  const keys: Record<string, unknown> = {}
  const splitter = new JsonSplitter({
    onKey: (key, value) => {
      keys[key] = value
    },
    onList: () => undefined,
  })
  const elements: RawElement[] = []
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  let from = 0
  for (const to of [...ends, bytes.length]) {
    elements.push(...splitter.push(bytes.slice(from, to)).filter(isElement))
    from = to
  }
  elements.push(...splitter.finish().filter(isElement))
  return { keys, elements, values: elements.map(({ value }) => value) }
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }).map((value) => JSON.parse(JSON.stringify(value)))
const space = fc.constantFrom('', ' ', '\n', '\r\n', '\t', ' \n\n ')

test('[X1] any document, in any chunks, gives what JSON.parse gives', () => {
  const document = fc.record({
    before: fc.dictionary(
      fc.string().filter((key) => key !== 'events' && key !== '__proto__'),
      json,
      { maxKeys: 4 },
    ),
    events: fc.array(json, { maxLength: 8 }),
    spaces: fc.array(space, { minLength: 6, maxLength: 6 }),
    indent: fc.constantFrom(undefined, 1, 2, '\t'),
    cuts: fc.array(fc.nat(), { maxLength: 12 }),
  })
  fc.assert(
    fc.property(document, ({ before, events, spaces, indent, cuts }) => {
      const [a = '', b = '', c = '', d = '', e = '', f = ''] = spaces
      const keys = Object.entries(before).map(
        ([key, value]) => `${JSON.stringify(key)}${a}:${b}${JSON.stringify(value, null, indent)}${c},`,
      )
      const items = events.map((event) => `${d}${JSON.stringify(event, null, indent)}${e}`)
      const text = `${f}{${keys.join('')}"events"${a}:${b}[${items.join(',')}]${c}}${d}`
      const found = split(utf8(text), cuts)
      expect(found.values).toEqual(JSON.parse(text).events)
      expect(found.keys).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

test('[X1] one element a line and byte by byte give the same elements and lines', () => {
  const lines = ['{"events":[', '{"a":"ä}{"},', '{"b":[1,"\\""]},', '{"c":{}}', ']}', '']
  const byLine = split(utf8(lines.join('\n')))
  expect(byLine.elements).toEqual([
    { value: { a: 'ä}{' }, text: '{"a":"ä}{"}', line: 2 },
    { value: { b: [1, '"'] }, text: '{"b":[1,"\\""]}', line: 3 },
    { value: { c: {} }, text: '{"c":{}}', line: 4 },
  ])
  expect(split(utf8(lines.join('\r\n'))).elements).toEqual(byLine.elements)
  // A line that holds two of them, or half of one, is no reason to refuse.
  const uneven = '{"events":[\n{"a":"ä}{"},{"b":[1,"\\""]},\n{"c":{},\n"d":1}\n]}'
  expect(split(utf8(uneven)).elements).toEqual([
    { value: { a: 'ä}{' }, text: '{"a":"ä}{"}', line: 2 },
    { value: { b: [1, '"'] }, text: '{"b":[1,"\\""]}', line: 2 },
    { value: { c: {}, d: 1 }, text: '{"c":{},\n"d":1}', line: 3 },
  ])
})

test('[X1] the same at every cut into two chunks', () => {
  const bytes = utf8('{"name":"Ünï","events":[\n{"a":"🥐"},\n{"b":-1.5e3},\n7,"x",null\n],"size":3}\n')
  const whole = split(bytes)
  for (let cut = 0; cut <= bytes.length; cut++) expect(split(bytes, [cut])).toEqual(whole)
  expect(whole.values).toEqual([{ a: '🥐' }, { b: -1500 }, 7, 'x', null])
  expect(whole.keys).toEqual({ name: 'Ünï', size: 3 })
})

test.each([
  ['a missing comma', '{"events":[{} {}]}'],
  ['a comma too many', '{"events":[{},]}'],
  ['no closing bracket', '{"events":[{}'],
  ['a wrong bracket', '{"events":[{]]}'],
  ['a key without quotes', '{events:[]}'],
  ['a missing colon', '{"events"[]}'],
  ['a comma before the end', '{"events":[],}'],
  ['something behind', '{"events":[]} {}'],
  ['a NUL behind', '{"events":[]}\0'],
  ['a raw line feed in a text', '{"events":[{"a":"\n"}]}'],
  ['a bare word', '{"events":[undefined]}'],
  ['nothing', ' \n'],
])('[X6] %s is not-json', (_, text) => {
  expect(() => split(utf8(text))).toThrow(expect.objectContaining({ name: 'LogFormatError', code: 'not-json' }))
})

test('[X3] what is longer than 4 MiB is refused while it arrives', () => {
  const splitter = new JsonSplitter({ onKey: () => undefined, onList: () => undefined })
  splitter.push(utf8('{"events":[{"a":"'))
  const chunk = new Uint8Array(64 * 1024).fill(97)
  expect(() => {
    for (let pushed = 0; pushed < 100; pushed++) splitter.push(chunk)
  }).toThrow(expect.objectContaining({ code: 'too-large', line: 1 }))
})
