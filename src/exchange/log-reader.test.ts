import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blob, canonicalLine, fileOf, gzip, livelyFixture } from './fixtures/log-fixture'
import { readLog } from './log-reader'
import type { ReadOptions } from './reading/log-part'
import type { LogSource } from './reading/log-source'

const LOG = livelyFixture()
const FILE = LOG.file()
const LINES = LOG.events.map(canonicalLine)

async function read(source: LogSource | string | Uint8Array<ArrayBuffer>, options: ReadOptions = {}) {
  const isContent = typeof source === 'string' || source instanceof Uint8Array
  const lines: string[] = []
  const places: (number | undefined)[] = []
  let first: unknown
  let last: unknown
  for await (const part of readLog(isContent ? blob(source) : source, options)) {
    if (part.kind === 'header') first = part.header
    if (part.kind === 'end') last = part.header
    if (part.kind !== 'events') continue
    lines.push(...part.events.map(({ canonical }) => canonical))
    places.push(...part.events.map(({ place }) => place.line))
  }
  return { first, last, lines, places }
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]))
/** A stream that gives its bytes a few at a time. */
const trickle =
  (bytes: Uint8Array, size: number): LogSource =>
  () => {
    let at = 0
    return new ReadableStream({
      pull: (controller) => {
        if (at >= bytes.length) controller.close()
        else controller.enqueue(bytes.slice(at, at + size))
        at += size
      },
    })
  }

test('[X1] the form that this program writes', async () => {
  const { first, last, lines, places } = await read(FILE)
  expect(lines).toEqual(LINES)
  expect(places).toEqual(LINES.map((_, at) => at + 2))
  expect(first).toEqual(last)
  expect(first).toMatchObject({ form: 1, ledgerId: LOG.ledgerId, name: 'Household', size: LINES.length })
})

const DOCUMENT = JSON.parse(FILE)
const { events, ...KEYS } = DOCUMENT
test.each([
  ['indented', JSON.stringify(DOCUMENT, null, 2)],
  ['on one line', JSON.stringify(DOCUMENT)],
  ['with Windows line ends', FILE.replaceAll('\n', '\r\n')],
  ['without its last line feed', FILE.trimEnd()],
  ['events first, header keys behind them', JSON.stringify({ events, ...KEYS })],
  ['keys sorted by a tool', JSON.stringify(Object.fromEntries(Object.entries(DOCUMENT).sort()))],
  [
    'keys of events in reverse',
    JSON.stringify({
      ...KEYS,
      events: events.map((event: object) => Object.fromEntries(Object.entries(event).reverse())),
    }),
  ],
  ['other escapes', FILE.replaceAll('ä', '\\u00e4').replaceAll('/', '\\/')],
  ['other numbers', FILE.replaceAll('"amount":25000', '"amount":2.5e+4')],
  ['unknown keys in the header', FILE.replace('"size"', '"derivedFrom":{"a":[1]},"signatures":[],"size"')],
])('[X1] the same document, %s', async (_, text) => {
  expect(text).not.toBe(FILE)
  const { lines, last } = await read(text)
  expect(lines).toEqual(LINES)
  expect(last).toEqual((await read(FILE)).last)
})

test.each([1, 7, 333])('[X1] the same in chunks of %i bytes, packed or not', async (size) => {
  expect((await read(trickle(utf8(FILE), size))).lines).toEqual(LINES)
  expect((await read(trickle(await gzip(FILE), size))).lines).toEqual(LINES)
})

test('[X2] gzip and BOM, together too', async () => {
  const withBom = joined(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(FILE))
  for (const bytes of [await gzip(FILE), withBom, await gzip(withBom)]) expect((await read(bytes)).lines).toEqual(LINES)
  await expect(read(joined(Uint8Array.of(0xef, 0xbb, 0xbf), withBom))).rejects.toMatchObject({ code: 'not-json' })
})

test('[X2] archives that are cut, damaged or followed by something', async () => {
  const packed = await gzip(FILE)
  const damaged = packed.slice()
  damaged.fill(0x55, 40, 90)
  for (const bytes of [
    packed.slice(0, 2),
    packed.slice(0, 200),
    packed.slice(0, -4),
    damaged,
    joined(packed, utf8('more')),
  ]) {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'LogFormatError', code: 'bad-gzip' })
  }
})

test('[X2] a source that fails is not taken for a damaged archive', async () => {
  const packed = await gzip(FILE)
  let opened = 0
  const failing: LogSource = () =>
    new ReadableStream({
      start: (controller) => {
        controller.enqueue(packed.slice(0, 20))
        if (opened++ > 0) controller.error(new Error('the disk is gone'))
      },
    })
  await expect(read(failing)).rejects.toThrow('the disk is gone')
})

test('[X3] an endless event, an endless list and a bomb are refused while they arrive', async () => {
  const endless =
    (text: string): LogSource =>
    () => {
      const chunk = utf8(text.repeat(65_536 / text.length))
      let isFirst = true
      return new ReadableStream({
        pull: (controller) => {
          controller.enqueue(isFirst ? utf8(FILE.slice(0, FILE.indexOf('\n') + 1)) : chunk)
          isFirst = false
        },
      })
    }
  for (const text of ['[', '{"a":', '"', ' x']) {
    const error = await read(endless(text)).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'LogFormatError' })
  }
  const bomb = await gzip(`${FILE.slice(0, FILE.indexOf('\n'))}{"memo":"${'x'.repeat(20_000_000)}"}]}`)
  expect(bomb.length).toBeLessThan(100_000)
  await expect(read(bomb)).rejects.toMatchObject({ code: 'too-large' })
})

test('[X3] 256 KiB and 32 levels, and not a byte or level more', async () => {
  const sized = (memo: string) => ({ ...events[1], data: { memo } })
  const room = 256 * 1024 - utf8(canonicalLine(sized(''))).length
  expect((await read(fileOf([sized('x'.repeat(room))]))).lines).toHaveLength(1)
  await expect(read(fileOf([sized('x'.repeat(room + 1))]))).rejects.toMatchObject({ code: 'too-large', position: 1 })
  await expect(read(fileOf([sized('ä'.repeat(room / 2 + 1))]))).rejects.toMatchObject({ code: 'too-large' })
  const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])
  expect((await read(fileOf([{ deep: nested(31) }]))).lines).toHaveLength(1)
  await expect(read(fileOf([{ deep: nested(32) }]))).rejects.toMatchObject({ code: 'too-large', position: 1, line: 2 })
  const deep = `${FILE.slice(0, FILE.indexOf('\n'))}${'['.repeat(200_000)}${']'.repeat(200_000)}]}`
  await expect(read(deep)).rejects.toMatchObject({ name: 'LogFormatError' })
})

test('[X4] unknown keys of events are kept, __proto__ too; of repeated keys the last wins', async () => {
  const odd = '{"__proto__":{"a":1},"b":1,"constructor":null,"b":2}'
  const { lines } = await read(fileOf([]).replace('"size":0', '"size":1').replace('[\n', `[\n${odd}\n`))
  expect(lines).toEqual(['{"__proto__":{"a":1},"b":2,"constructor":null}'])
  expect(({} as { a?: unknown }).a).toBeUndefined()
})

test('[X4] two lists of events are refused', async () => {
  await expect(read(FILE.replace(/\]\}\n$/, '],"events":[]}'))).rejects.toMatchObject({
    code: 'bad-field',
    path: 'events',
  })
})

test('[X4] a header key repeated behind the events counts as the last', async () => {
  const { last } = await read(trickle(utf8(FILE.replace(/\]\}\n$/, '],"name":"Later"}')), 300))
  expect(last).toMatchObject({ name: 'Later' })
})

test.each<[code: string, what: string, text: string, place: object]>([
  ['not-this-format', 'JSON of another kind', '{"hello":"world"}', {}],
  ['not-this-format', 'a number', '42', {}],
  ['not-this-format', 'a text', ' "log" ', {}],
  ['not-this-format', 'large JSON of another kind', JSON.stringify({ text: 'x'.repeat(5_000_000) }), {}],
  ['not-this-format', 'another format', LOG.file({ format: 'x' }), { path: 'format' }],
  ['not-this-format', 'no events', '{"format":"hindsight-log"}', { path: 'events' }],
  ['not-this-format', 'events that are no list', LOG.file().replace(/\[\n.*\]/s, '{}'), { path: 'events', line: 1 }],
  ['not-this-format', 'a list of other things', '[1,2]', { line: 1 }],
  ['not-json', 'words', 'Dear bank,', { line: 1 }],
  ['not-json', 'a number that no double holds', FILE.replace('298000', '1e999'), { position: 4 }],
  ['newer-version', 'a later form', LOG.file({ formatVersion: 2 }), { path: 'formatVersion' }],
  [
    'newer-version',
    'a later form with its header behind the events',
    JSON.stringify({ events: [{ x: 1 }, 2], ...KEYS, formatVersion: 2 }),
    { path: 'formatVersion' },
  ],
  ['bad-field', 'no ledgerId', LOG.file({ ledgerId: undefined }), { path: 'ledgerId' }],
  ['bad-field', 'a ledgerId in upper case', LOG.file({ ledgerId: LOG.ledgerId.toUpperCase() }), { path: 'ledgerId' }],
  ['bad-field', 'a number as name', LOG.file({ name: 7 }), { path: 'name' }],
  ['bad-field', 'no exportedAt', LOG.file({ exportedAt: undefined }), { path: 'exportedAt' }],
  [
    'bad-field',
    'an exportedAt that does not exist',
    LOG.file({ exportedAt: '2026-02-30T00:00:00.000Z' }),
    { path: 'exportedAt' },
  ],
  ['bad-field', 'no size', LOG.file({ size: undefined }), { path: 'size' }],
  ['bad-field', 'a text as size', LOG.file({ size: '3' }), { path: 'size' }],
  ['bad-field', 'a list as rootHash', LOG.file({ rootHash: [] }), { path: 'rootHash' }],
  [
    'bad-text',
    'half a character in the name',
    FILE.replace('"name":"Household"', '"name":"\\udc00"'),
    { path: 'name' },
  ],
  ['bad-text', 'half a character in an event', FILE.replace('🥐', '\\ud83e'), { position: 5, line: 6 }],
  ['bad-field', 'an event that is no object', fileOf([events[0], 5 as unknown as object]), { position: 2, line: 3 }],
])('[X6] %s: %s', async (code, _, text, place) => {
  const error: unknown = await read(text).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ name: 'LogFormatError', code, ...place })
  expect((error as Error).message).toMatch(/^[\p{Lu}“"].{20,}[.]$/u)
})

test('[X6] a byte that is not UTF-8 is named, in a long line and between events', async () => {
  const bytes = utf8(FILE.replace('🥐', 'CROISSANT'))
  const at = FILE.slice(0, FILE.indexOf('🥐'))
  const offset = utf8(at).length + 2
  bytes[offset] = 0xff
  await expect(read(bytes)).rejects.toMatchObject({ code: 'not-utf8', byteOffset: offset })
  await expect(read(trickle(bytes, 100))).rejects.toMatchObject({ code: 'not-utf8', byteOffset: offset })
  const between = utf8(FILE)
  between[FILE.indexOf('\n')] = 0xfe
  await expect(read(between)).rejects.toMatchObject({ code: 'not-utf8', byteOffset: FILE.indexOf('\n') })
})

test('[X18] a cancelled reading is an AbortError and closes its source', async () => {
  const controller = new AbortController()
  let isCancelled = false
  const source: LogSource = () =>
    new ReadableStream({
      pull: (stream) => {
        stream.enqueue(utf8(FILE.slice(0, 400)))
        controller.abort(new Error('another reason'))
      },
      cancel: () => {
        isCancelled = true
      },
    })
  await expect(read(source, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
  expect(isCancelled).toBe(true)
})

test('[X1] events that come as lines are those that come as objects, at the same places, in any chunks', async () => {
  const inLines = async (source: LogSource) => {
    const lines: string[] = []
    const places: (number | undefined)[] = []
    let scanned = 0
    for await (const part of readLog(source, { scanLines: true })) {
      if (part.kind === 'events') {
        lines.push(...part.events.map(({ canonical }) => canonical))
        places.push(...part.events.map(({ place }) => place.line))
      } else if (part.kind === 'lines') {
        scanned += part.lines.count
        for (let index = 0; index < part.lines.count; index++) {
          lines.push(part.lines.text(index))
          places.push(part.lines.firstLine + index)
        }
      }
    }
    return { lines, places, scanned }
  }
  const rows = FILE.split('\n')
  /** Some lines are written otherwise: with a space, a CR, a line feed in their midst, or two in one. */
  const written = fc
    .array(fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n', ' \n'), { minLength: rows.length, maxLength: rows.length })
    .map((ends) => rows.map((row, at) => (row.startsWith('{"data"') ? row + ends[at] : `${row}\n`)).join(''))
  await fc.assert(
    fc.asyncProperty(written, fc.integer({ min: 1, max: 2000 }), fc.boolean(), async (text, size, isSpaced) => {
      const file = isSpaced ? text.replace('"schemaVersion":1,', '"schemaVersion":1, ') : text
      const { lines, places } = await read(file)
      expect(await inLines(trickle(utf8(file), size))).toMatchObject({ lines, places })
    }),
    { numRuns: 60 },
  )
  // All but the last, which no comma follows.
  expect((await inLines(blob(FILE))).scanned).toBe(LINES.length - 1)
})
