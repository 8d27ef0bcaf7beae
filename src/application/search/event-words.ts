/** The words that an event says, read from its stored line: what a search looks through. */
import { lineStart, linesOf } from '../../event-log/batch-codec'
import type { StoredBatch } from '../../event-log/event-log'
import { bytesOf, QUOTE, REFUSED, skipLiteral, skipText } from '../../event-log/scanning/canonical-scan'
import { eachMember, ScannedLines } from '../../event-log/scanning/scanned-lines'

const FIELDS = ['category', 'memo', 'payee', 'reason'] as const
const KEYS = FIELDS.map((field) => bytesOf(`${field}"`))
const BACKSLASH = 92

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The words of each event of a batch, in order, '' for one without; fields stand in the order of their names.
 * @param skip events at its beginning to leave out
 * @throws TypeError, SyntaxError where a line is damaged.
 */
export function* wordsOfBatch({ bytes }: Pick<StoredBatch, 'bytes'>, skip = 0): Generator<string, void, undefined> {
  const lines = new ScannedLines()
  let start = lineStart(bytes, skip)
  if (start < 0) return
  for (const line of linesOf(bytes.subarray(start))) {
    const end = start + line.length
    lines.begin(bytes)
    yield lines.scan(start, end) ? scannedWords(bytes, lines.data[0] as number) : parsedWords(line)
    start = end + 2
  }
}

function scannedWords(bytes: Uint8Array, data: number): string {
  let words = ''
  eachMember(bytes, data, (_, key, __, value) => {
    if (bytes[value] === QUOTE && KEYS.some((field) => skipLiteral(bytes, key, field) !== REFUSED))
      words = joined(words, textAt(bytes, value))
    return true
  })
  return words
}

/** The text whose opening quote stands at `at`. */
function textAt(bytes: Uint8Array, at: number): string {
  const end = skipText(bytes, at + 1)
  const inside = bytes.subarray(at + 1, end - 1)
  return inside.includes(BACKSLASH) ? JSON.parse(decoder.decode(bytes.subarray(at, end))) : decoder.decode(inside)
}

/** A rare form, which the scan leaves to a parser. */
function parsedWords(line: Uint8Array): string {
  const { data } = JSON.parse(decoder.decode(line)) as { readonly data: Record<string, unknown> }
  return FIELDS.map((field) => data[field]).reduce<string>(
    (words, text) => (typeof text === 'string' ? joined(words, text) : words),
    '',
  )
}

function joined(words: string, more: string): string {
  if (more === '') return words
  return words === '' ? more : `${words} ${more}`
}
