import { expect, test, vi } from 'vitest'
import { importBoth, now } from '../fixtures/import-fixture'
import {
  blob,
  canonicalLine,
  emptyLog,
  fileOf,
  gzip,
  livelyFixture,
  stateOf,
  withChanged,
} from '../fixtures/log-fixture'
import { importLog } from '../log-import'
import { readLog } from '../log-reader'
import type { LogSource } from './log-source'

const LOG = livelyFixture()
const FILE = LOG.file()
const HEADER = FILE.slice(0, FILE.indexOf('\n') + 1)
const utf8 = (text: string) => new TextEncoder().encode(text)

/** How many bytes of the source were taken until it was refused, and the refusal. */
async function refused(source: LogSource, options = {}) {
  for (const scanLines of [false, true]) {
    try {
      for await (const _ of readLog(source, { scanLines, ...options })) {
        // read on
      }
    } catch (error) {
      if (scanLines) return error
      continue
    }
    throw new Error('The file was not refused.')
  }
  return undefined
}

/** A text again and again, without end. */
function endless(start: string, text: string) {
  const chunk = utf8(text.repeat(Math.ceil(65_536 / text.length)))
  let taken = 0
  const source: LogSource = () => {
    taken = 0
    let isFirst = true
    return new ReadableStream({
      pull: (controller) => {
        const bytes = isFirst ? utf8(start) : chunk
        isFirst = false
        taken += bytes.length
        controller.enqueue(bytes)
      },
    })
  }
  return { source, taken: () => taken }
}

const MIB = 1024 * 1024

test.each<[what: string, start: string, text: string, code: string, limit: number]>([
  ['one text', HEADER.replace(/"Household".*/s, '"'), 'x', 'too-large', 5 * MIB],
  ['one key', `${HEADER.replace(/"name".*/s, '"')}`, 'x', 'too-large', 5 * MIB],
  ['lists in lists', HEADER, '[', 'too-large', 5 * MIB],
  ['lists in lists in the header', '{"format":', '[', 'not-this-format', 5 * MIB],
  ['keys of another kind of file', '{', '"key":"value",', 'not-this-format', 5 * MIB],
  ['keys beside the events', HEADER.replace('"events":[', ''), '"key":"value",', 'too-large', 5 * MIB],
  ['empty lines', '', '\n', 'not-json', 17 * MIB],
  ['empty lines between events', HEADER, ' \r\n\t', 'not-json', 17 * MIB],
  ['zero bytes', '', '\0', 'not-json', 5 * MIB],
  ['one number', '', '1', 'not-json', 5 * MIB],
])('[X23] %s without end is refused, and no more is read than the limit', async (_, start, text, code, limit) => {
  const { source, taken } = endless(start, text)
  expect(await refused(source)).toMatchObject({ name: 'LogFormatError', code })
  expect(taken()).toBeLessThan(limit)
})

test('[X23] a tight archive is unpacked only as far as it is read', async () => {
  const packed = await gzip(`${HEADER}{"memo":"${'x'.repeat(40 * MIB)}"}]}`)
  expect(packed.length).toBeLessThan(100_000)
  // In one piece, as a browser may hand it over.
  const inOne: LogSource = () =>
    new ReadableStream({
      start: (controller) => {
        controller.enqueue(packed)
        controller.close()
      },
    })
  let largest = 0
  const { DecompressionStream: Unpacker } = globalThis
  vi.stubGlobal('DecompressionStream', function watchedUnpacker(format: CompressionFormat) {
    const watched = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        largest = Math.max(largest, chunk.length)
        controller.enqueue(new Uint8Array(chunk))
      },
    })
    return { readable: watched.readable.pipeThrough(new Unpacker(format)), writable: watched.writable }
  })
  expect(await refused(inOne)).toMatchObject({ code: 'too-large' })
  vi.unstubAllGlobals()
  expect(largest).toBe(8 * 1024)
})

test.each<[what: string, bytes: Uint8Array<ArrayBuffer>, code: string, says: string]>([
  ['UTF-16 with its mark', new Uint8Array(Buffer.from(`\ufeff${FILE}`, 'utf16le')), 'not-utf8', 'UTF-16'],
  ['UTF-16 without', new Uint8Array(Buffer.from(FILE, 'utf16le')), 'not-utf8', 'UTF-16'],
  ['UTF-16, the other end first', new Uint8Array(Buffer.from(FILE, 'utf16le').swap16()), 'not-utf8', 'UTF-16'],
  ['zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), 'not-this-format', 'Unpack it'],
  ['Zstandard', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 4), 'not-this-format', 'Unpack it'],
  ['an archive in an archive', await gzip(await gzip(FILE)), 'not-utf8', 'UTF-8'],
])('[X24] %s says what it is', async (_, bytes, code, says) => {
  const error = await refused(blob(bytes))
  expect(error).toMatchObject({ name: 'LogFormatError', code })
  expect(String(error)).toContain(says)
})

const LAST = LOG.events.length
const AMOUNT_AT = LOG.events.findIndex(({ data }) => data.amount !== undefined) + 1
const withAmount = (number: string) =>
  fileOf(withChanged(LOG.events, AMOUNT_AT, { data: { ...LOG.events[AMOUNT_AT - 1]?.data, amount: 77_777 } })).replace(
    '"amount":77777',
    `"amount":${number}`,
  )

test.each([
  ['1e400', 'not-json'],
  ['-1e400', 'not-json'],
  ['9007199254740993', 'bad-amount'],
  ['1e-7', 'bad-amount'],
  ['-0', 'bad-amount'],
  ['0.1', 'bad-amount'],
  ['1e20', 'bad-amount'],
  ['"1"', 'bad-amount'],
  ['[1]', 'bad-amount'],
  ['NaN', 'not-json'],
  ['0x10', 'not-json'],
  ['01', 'not-json'],
])('[X25] an amount of %s is %s, and the ledger is as it was', async (number, code) => {
  const log = emptyLog()
  const before = await stateOf(log)
  await expect(importBoth(log, blob(withAmount(number)))).rejects.toMatchObject({ code })
  await expect(importLog({ log, source: blob(withAmount(number)), now })).rejects.toMatchObject({ code })
  expect(await stateOf(log)).toEqual(before)
})

const nest = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
const DEEP = 100_000

test.each<[where: string, file: string]>([
  ['an event', `${HEADER}${nest(DEEP)}]}`],
  ['an event’s data', FILE.replace('"data":{', `"data":{"a":${nest(DEEP)},`)],
  ['the format', HEADER.replace('"hindsight-log"', nest(DEEP))],
  ['the version', HEADER.replace('"formatVersion":1', `"formatVersion":${nest(DEEP)}`)],
  ['the name', HEADER.replace('"Household"', nest(DEEP))],
  ['the size', FILE.replace(`"size":${LAST}`, `"size":${nest(DEEP)}`)],
  ['the document', nest(DEEP)],
  ['an event of version 0', `[{"id":"${LOG.ledgerId}","timestamp":1,"event_type":${nest(DEEP)}}]`],
  [
    'an amount of version 0',
    `[{"id":"${LOG.ledgerId}","timestamp":1,"event_type":{"Deposited":{"amount":${nest(DEEP)}}}}]`,
  ],
])('[X25] nested 100,000 deep in %s', async (_, file) => {
  const error = await refused(blob(file), { account: { name: 'Everyday', currency: 'EUR' } })
  expect(error).toMatchObject({ name: 'LogFormatError' })
  expect((error as Error).message.length).toBeLessThan(300)
})

test('[X4] keys that programs trip over are kept as they are, and change nothing else', async () => {
  const trap = '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"toString":null,"then":1}'
  const { metadata: _, ...first } = LOG.events[0] ?? { metadata: {} }
  const event = JSON.stringify({ ...first, metadata: 0 }).replace('"metadata":0', `"metadata":${trap}`)
  const lines = LOG.events.map((each, at) => (at === 0 ? event : canonicalLine(each)))
  const header = HEADER.replace(/"rootHash":"\w+",/, '').replace('"name"', '"__proto__":{"isAdmin":true},"name"')
  const log = emptyLog()
  await importBoth(log, blob(`${header}${lines.join(',\n')}\n]}\n`))
  expect((await stateOf(log)).text).toContain(
    '"metadata":{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"then":1,"toString":null}',
  )
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  expect(Object.prototype.toString.call('')).toBe('[object String]')
})

test('[X18] a cancel is heard though the file arrives without a pause', async () => {
  const entry = `{"id":"${LOG.ledgerId}","timestamp":1,"event_type":{"Deposited":{"amount":1}}},\n`
  const chunk = utf8(entry.repeat(2_000))
  let taken = 0
  const source: LogSource = () =>
    new ReadableStream({
      start: (controller) => controller.enqueue(utf8('[')),
      pull: (controller) => {
        taken += chunk.length
        if (taken < 64 * MIB) controller.enqueue(chunk)
        else controller.close()
      },
    })
  const giveUp = new AbortController()
  setTimeout(() => giveUp.abort())
  const reading = refused(source, { signal: giveUp.signal, account: { name: 'Everyday', currency: 'EUR' } })
  expect(await reading).toMatchObject({ name: 'AbortError' })
  expect(taken).toBeLessThan(24 * MIB)
})
