/**
 * Recognises canonical JSON (RFC 8785) in its bytes, without making text or objects of them: each function takes where
 * something begins and gives where it ends, or REFUSED. It knows the plain forms only. What it takes is canonical; what
 * it refuses may be canonical too (numbers with a fraction, rare escapes, keys beyond ASCII), and is for a parser to judge.
 */

export const REFUSED = -1

/** Deeper values are a parser's matter; below the 32 levels of LOG-FORMAT. */
const MAX_SCANNED_DEPTH = 24
/** Digits that are surely a safe integer. */
const MAX_DIGITS = 15

const LIST = 91
const LIST_END = 93
const OBJECT = 123
const OBJECT_END = 125
export const QUOTE = 34
const BACKSLASH = 92
const COLON = 58
const COMMA = 44
const MINUS = 45
const ZERO = 48
const NINE = 57

/** 1 for the bytes that stand in a text for themselves: ASCII but quote, backslash and what is below a space. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 32 && byte < 128 && byte !== QUOTE && byte !== BACKSLASH ? 1 : 0,
)
/** The letters of two-character escapes that RFC 8785 writes: \" \\ \b \f \n \r \t. */
const ESCAPED = Uint8Array.from({ length: 256 }, (_, byte) => ('"\\bfnrt'.includes(String.fromCharCode(byte)) ? 1 : 0))
const TRUE = bytesOf('true')
const FALSE = bytesOf('false')
const NULL = bytesOf('null')

/** ASCII text as bytes, to compare with. */
export function bytesOf(ascii: string): Uint8Array {
  return Uint8Array.from(ascii, (char) => char.charCodeAt(0))
}

/** Behind these bytes, where they stand at `at`. */
export function skipLiteral(bytes: Uint8Array, at: number, literal: Uint8Array): number {
  for (let index = 0; index < literal.length; index++) if (bytes[at + index] !== literal[index]) return REFUSED
  return at + literal.length
}

/** Behind the closing quote of the text whose first character, or closing quote, stands at `at`. */
export function skipText(bytes: Uint8Array, at: number): number {
  let next = at
  for (;;) {
    const byte = bytes[next] as number
    if (PLAIN[byte] === 1) next++
    else if (byte === QUOTE) return next + 1
    else if (byte === BACKSLASH) {
      if (ESCAPED[bytes[next + 1] as number] !== 1) return REFUSED
      next += 2
    } else {
      const length = characterLength(bytes, next)
      if (length === 0) return REFUSED
      next += length
    }
  }
}

/** Bytes of the UTF-8 character beyond ASCII at `at`, 0 where there is none (Unicode, table 3-7). */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number
  const second = bytes[at + 1] as number
  if (first >= 0xc2 && first <= 0xdf) return isContinuation(second) ? 2 : 0
  if (!isContinuation(bytes[at + 2] as number)) return 0
  if (first >= 0xe0 && first <= 0xef) {
    const low = first === 0xe0 ? 0xa0 : 0x80
    // Above lie the surrogates, which UTF-8 has not.
    const high = first === 0xed ? 0x9f : 0xbf
    return second >= low && second <= high ? 3 : 0
  }
  if (first < 0xf0 || first > 0xf4 || !isContinuation(bytes[at + 3] as number)) return 0
  const low = first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xf4 ? 0x8f : 0xbf
  return second >= low && second <= high ? 4 : 0
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf
}

/** Behind the value that begins at `at`. */
export function skipValue(bytes: Uint8Array, at: number, depth = 0): number {
  switch (bytes[at]) {
    case QUOTE:
      return skipText(bytes, at + 1)
    case OBJECT:
      return depth < MAX_SCANNED_DEPTH ? skipObject(bytes, at, depth + 1) : REFUSED
    case LIST:
      return depth < MAX_SCANNED_DEPTH ? skipList(bytes, at, depth + 1) : REFUSED
    case 116:
      return skipLiteral(bytes, at, TRUE)
    case 102:
      return skipLiteral(bytes, at, FALSE)
    case 110:
      return skipLiteral(bytes, at, NULL)
    default:
      return skipInteger(bytes, at)
  }
}

function skipObject(bytes: Uint8Array, at: number, depth: number): number {
  if (bytes[at + 1] === OBJECT_END) return at + 2
  let before = REFUSED
  let next = at
  do {
    // Behind the brace, or the comma.
    const key = next + 1
    const colon = skipKey(bytes, key)
    if (colon === REFUSED || (before !== REFUSED && !isAfter(bytes, before, key))) return REFUSED
    before = key
    next = skipValue(bytes, colon + 1, depth)
    if (next === REFUSED) return REFUSED
  } while (bytes[next] === COMMA)
  return bytes[next] === OBJECT_END ? next + 1 : REFUSED
}

/** The colon behind the key whose opening quote stands at `at`; keys of plain ASCII only. */
export function skipKey(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== QUOTE) return REFUSED
  let next = at + 1
  while (PLAIN[bytes[next] as number] === 1) next++
  return bytes[next] === QUOTE && bytes[next + 1] === COLON ? next + 1 : REFUSED
}

/** Whether the key at `right` comes after that at `left`: of ASCII, bytes stand in the order of UTF-16. */
function isAfter(bytes: Uint8Array, left: number, right: number): boolean {
  for (let index = 1; ; index++) {
    const before = bytes[left + index] as number
    const after = bytes[right + index] as number
    if (before === after && before !== QUOTE) continue
    if (before === QUOTE) return after !== QUOTE
    return after !== QUOTE && before < after
  }
}

function skipList(bytes: Uint8Array, at: number, depth: number): number {
  if (bytes[at + 1] === LIST_END) return at + 2
  let next = at
  do {
    next = skipValue(bytes, next + 1, depth)
    if (next === REFUSED) return REFUSED
  } while (bytes[next] === COMMA)
  return bytes[next] === LIST_END ? next + 1 : REFUSED
}

/** Behind an integer of at most 15 digits. Whatever follows it other than a comma or a bracket is refused by the caller. */
function skipInteger(bytes: Uint8Array, at: number): number {
  const first = bytes[at] === MINUS ? at + 1 : at
  let next = first
  while ((bytes[next] as number) >= ZERO && (bytes[next] as number) <= NINE) next++
  if (next === first || next - first > MAX_DIGITS) return REFUSED
  // No leading zero, and no −0.
  return bytes[first] === ZERO && (next - first > 1 || first > at) ? REFUSED : next
}

/** The integer ≥ 0 at `at`, which `skipValue` has taken; REFUSED where it is none. */
export function readCount(bytes: Uint8Array, at: number): number {
  let value = 0
  let next = at
  for (; (bytes[next] as number) >= ZERO && (bytes[next] as number) <= NINE; next++) {
    value = value * 10 + (bytes[next] as number) - ZERO
  }
  return next === at ? REFUSED : value
}
