/** The words that an event says and what started it, read from its stored line: what a search looks through. */
import { lineStart, linesOf } from '../../event-log/batch-codec'
import type { StoredBatch } from '../../event-log/event-log'
import type { RecordedEvent } from '../../event-log/recorded-event'
import {
  bytesOf,
  QUOTE,
  REFUSED,
  skipKey,
  skipLiteral,
  skipText,
  skipValue,
} from '../../event-log/scanning/canonical-scan'
import { hasOlderVersions, isTodaysVersion, todaysForm } from '../../exchange/checking/todays-form'
import { CATEGORY_MARK, hashInto, markedWords } from '../../projections/words/exact-words'
import { correlationHash } from '../../projections/words/word-chunk'

const OTHERS = ['memo', 'payee', 'reason'] as const
const CATEGORY = bytesOf('category"')
const KEYS = OTHERS.map((field) => bytesOf(`${field}"`))
const FIRST_LETTERS: readonly boolean[] = Array.from({ length: 256 }, (_, letter) =>
  [CATEGORY, ...KEYS].some(([first]) => first === letter),
)
const CORRELATION = bytesOf('correlationId"')
const DATA = bytesOf('{"data":')
const EVENT_ID = bytesOf(',"eventId":"')
const POSITION = bytesOf(',"globalPosition":')
const METADATA = bytesOf(',"metadata":')
const BACKSLASH = 92
const COMMA = 44
const ZERO = 48
const NINE = 57
const OPENED = 123
const CLOSED = 125

const OLDER_VERSIONS = hasOlderVersions()
const REST = /^,"recordedAt":"[^"]*","schemaVersion":(\d+),"streamId":"[^"]*","streamRevision":\d+,"type":"(\w+)"\}$/

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
 * @throws TypeError, SyntaxError where a line is damaged in what is read of it.
 */
export function* wordsOfBatch(
  { bytes }: Pick<StoredBatch, 'bytes'>,
  skip = 0,
): Generator<SaidByEvent, void, undefined> {
  const hash = new Uint32Array(2)
  let start = lineStart(bytes, skip)
  if (start < 0) return
  for (const line of linesOf(bytes.subarray(start))) {
    const end = start + line.length
    if (scanLine(bytes, start, end)) {
      hash.set(correlation)
      yield { words: markedWords(category, others), correlation: hash }
    } else yield parsedWords(line)
    start = end + 2
  }
}

/** What the line scanned last says. */
let category = ''
let others = ''
const correlation = new Uint32Array(2)

/** Reads a line as far as the events' metadata: what comes behind says nothing here. False for a form other than the usual. */
function scanLine(bytes: Uint8Array, start: number, end: number): boolean {
  category = ''
  others = ''
  correlation.fill(0)
  let at = skipMembers(bytes, skipLiteral(bytes, start, DATA), takeText)
  at = at === REFUSED ? REFUSED : skipLiteral(bytes, at, EVENT_ID)
  at = at === REFUSED ? REFUSED : skipText(bytes, at)
  at = at === REFUSED ? REFUSED : skipLiteral(bytes, at, POSITION)
  while (at !== REFUSED && (bytes[at] as number) >= ZERO && (bytes[at] as number) <= NINE) at++
  at = at === REFUSED ? REFUSED : skipLiteral(bytes, at, METADATA)
  at = skipMembers(bytes, at, takeCorrelation)
  return at !== REFUSED && at < end && (!OLDER_VERSIONS || isTodays(bytes, at, end))
}

/** Whether the rest of a line, behind its metadata, says that it is of today's version. */
function isTodays(bytes: Uint8Array, at: number, end: number): boolean {
  const found = REST.exec(decoder.decode(bytes.subarray(at, end)))
  return found !== null && isTodaysVersion(found[2] as string, Number(found[1]))
}

type Take = (bytes: Uint8Array, key: number, value: number) => void

/** Behind the object that begins at `at`, each member of which is shown to `take`. */
function skipMembers(bytes: Uint8Array, at: number, take: Take): number {
  if (at === REFUSED || bytes[at] !== OPENED) return REFUSED
  if (bytes[at + 1] === CLOSED) return at + 2
  let next = at
  do {
    const colon = skipKey(bytes, next + 1)
    if (colon === REFUSED) return REFUSED
    const key = next + 2
    next = skipValue(bytes, colon + 1)
    if (next === REFUSED) return REFUSED
    take(bytes, key, colon + 1)
  } while (bytes[next] === COMMA)
  return bytes[next] === CLOSED ? next + 1 : REFUSED
}

function takeText(bytes: Uint8Array, key: number, value: number): void {
  // Most members are none of these: their first letter tells.
  if (bytes[value] !== QUOTE || !FIRST_LETTERS[bytes[key] as number]) return
  if (skipLiteral(bytes, key, CATEGORY) !== REFUSED) category = textAt(bytes, value)
  else if (KEYS.some((field) => skipLiteral(bytes, key, field) !== REFUSED))
    others = joined(others, textAt(bytes, value))
}

function takeCorrelation(bytes: Uint8Array, key: number, value: number): void {
  if (bytes[value] !== QUOTE || skipLiteral(bytes, key, CORRELATION) === REFUSED) return
  const end = skipText(bytes, value + 1) - 1
  if (end === value + 1) return
  if (bytes.subarray(value + 1, end).includes(BACKSLASH)) correlation.set(correlationHash(textAt(bytes, value)))
  else hashInto(correlation, 0, bytes, value + 1, end)
}

/** Texts that were decoded lately, each in the place that its bytes come to. */
const lately: (Decoded | undefined)[] = new Array(4_096)

interface Decoded {
  readonly bytes: Uint8Array
  readonly text: string
}

/** The text whose opening quote stands at `at`. Payees, memos and categories come again and again: most are known. */
function textAt(bytes: Uint8Array, at: number): string {
  const start = at + 1
  const end = skipText(bytes, start) - 1
  let hash = end - start
  for (let each = start; each < end; each++) hash = Math.imul(hash ^ (bytes[each] as number), 0x01000193)
  const place = (hash ^ (hash >>> 15)) & (lately.length - 1)
  const known = lately[place]
  if (known && isSame(known.bytes, bytes, start, end)) return known.text
  // Out of the batch, which would be held by it.
  const own = bytes.slice(start, end)
  const text = own.includes(BACKSLASH)
    ? plain(JSON.parse(decoder.decode(bytes.subarray(at, end + 1))))
    : decoder.decode(own)
  lately[place] = { bytes: own, text }
  return text
}

function isSame(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false
  for (let each = 0; each < known.length; each++) if (known[each] !== bytes[start + each]) return false
  return true
}

/** A rare form, which the scan leaves to a parser. */
function parsedWords(line: Uint8Array): SaidByEvent {
  const { data, metadata } = todaysForm(JSON.parse(decoder.decode(line)) as RecordedEvent)
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
