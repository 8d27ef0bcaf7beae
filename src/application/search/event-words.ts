/** The words that an event says and what started it, read from its stored line: what a search looks through. */
import { lineStart, linesOf } from '../../event-log/batch-codec'
import type { StoredBatch } from '../../event-log/event-log'
import { bytesOf, QUOTE, REFUSED, skipLiteral, skipText } from '../../event-log/scanning/canonical-scan'
import { eachMember, ScannedLines } from '../../event-log/scanning/scanned-lines'
import { CATEGORY_MARK, hashInto, markedWords } from '../../projections/words/exact-words'
import { correlationHash } from '../../projections/words/word-chunk'

const OTHERS = ['memo', 'payee', 'reason'] as const
const CATEGORY = bytesOf('category"')
const KEYS = OTHERS.map((field) => bytesOf(`${field}"`))
const CORRELATION = bytesOf('correlationId"')
const BACKSLASH = 92

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export interface SaidByEvent {
  /** As `markedWords` gives them. */
  readonly words: string
  /** What stands for its correlationId, as `correlationHash` gives it. Good until the next event is asked for. */
  readonly correlation: Uint32Array
}

/**
 * What each event of a batch says, in order; fields stand in the order of their names.
 * @param skip events at its beginning to leave out
 * @throws TypeError, SyntaxError where a line is damaged.
 */
export function* wordsOfBatch(
  { bytes }: Pick<StoredBatch, 'bytes'>,
  skip = 0,
): Generator<SaidByEvent, void, undefined> {
  const lines = new ScannedLines()
  const hash = new Uint32Array(2)
  let start = lineStart(bytes, skip)
  if (start < 0) return
  for (const line of linesOf(bytes.subarray(start))) {
    const end = start + line.length
    lines.begin(bytes)
    if (lines.scan(start, end)) {
      const correlation = scannedCorrelation(bytes, lines.metadata[0] as number, hash)
      yield { words: scannedWords(bytes, lines.data[0] as number), correlation }
    } else yield parsedWords(line)
    start = end + 2
  }
}

function scannedWords(bytes: Uint8Array, data: number): string {
  let category = ''
  let others = ''
  eachMember(bytes, data, (_, key, __, value) => {
    if (bytes[value] !== QUOTE) return true
    if (skipLiteral(bytes, key, CATEGORY) !== REFUSED) category = textAt(bytes, value)
    else if (KEYS.some((field) => skipLiteral(bytes, key, field) !== REFUSED))
      others = joined(others, textAt(bytes, value))
    return true
  })
  return markedWords(category, others)
}

function scannedCorrelation(bytes: Uint8Array, metadata: number, hash: Uint32Array): Uint32Array {
  hash.fill(0)
  eachMember(bytes, metadata, (_, key, __, value) => {
    if (bytes[value] !== QUOTE || skipLiteral(bytes, key, CORRELATION) === REFUSED) return true
    const end = skipText(bytes, value + 1) - 1
    if (end === value + 1) return false
    if (bytes.subarray(value + 1, end).includes(BACKSLASH)) hash.set(correlationHash(textAt(bytes, value)))
    else hashInto(hash, 0, bytes, value + 1, end)
    return false
  })
  return hash
}

/** The text whose opening quote stands at `at`. */
function textAt(bytes: Uint8Array, at: number): string {
  const end = skipText(bytes, at + 1)
  const inside = bytes.subarray(at + 1, end - 1)
  return inside.includes(BACKSLASH)
    ? plain(JSON.parse(decoder.decode(bytes.subarray(at, end))))
    : decoder.decode(inside)
}

/** A rare form, which the scan leaves to a parser. */
function parsedWords(line: Uint8Array): SaidByEvent {
  const { data, metadata } = JSON.parse(decoder.decode(line)) as Readonly<Record<'data' | 'metadata', unknown>>
  const textOf = (of: unknown, field: string): string => {
    const text = (of as Readonly<Record<string, unknown>>)[field]
    return typeof text === 'string' ? text : ''
  }
  const others = OTHERS.reduce((words, field) => joined(words, plain(textOf(data, field))), '')
  return {
    words: markedWords(plain(textOf(data, 'category')), others),
    correlation: correlationHash(textOf(metadata, 'correlationId')),
  }
}

/** Without the mark, which only a text written to deceive has. */
function plain(text: string): string {
  return text.replaceAll(CATEGORY_MARK, ' ')
}

function joined(words: string, more: string): string {
  if (more === '') return words
  return words === '' ? more : `${words} ${more}`
}
