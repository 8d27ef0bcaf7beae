/** Canonical JSON by RFC 8785 (JCS): the one byte form that is stored, hashed and exported. */
import type { JsonValue } from './recorded-event'

/** Levels of nesting a canonical event may have (LOG-FORMAT). */
export const MAX_DEPTH = 32
/** Bytes a canonical event may have (LOG-FORMAT). */
export const MAX_EVENT_BYTES = 256 * 1024

export class CanonicalJsonError extends Error {
  override readonly name = 'CanonicalJsonError'
  constructor(
    readonly code: 'too-deep' | 'too-large' | 'lone-surrogate' | 'not-json',
    message: string,
  ) {
    super(message)
  }
}

/**
 * The RFC 8785 form of a JSON value: keys by UTF-16 code units, numbers and strings as ECMAScript writes them.
 * @throws CanonicalJsonError deeper than 32 levels, a lone surrogate, or a value that JSON does not have.
 */
export function canonicalJson(value: JsonValue): string {
  return write(value, 0)
}

function write(value: JsonValue, depth: number): string {
  if (depth > MAX_DEPTH) throw new CanonicalJsonError('too-deep', `Nested deeper than ${MAX_DEPTH} levels.`)
  switch (typeof value) {
    case 'string':
      return writeText(value)
    case 'number':
      if (!Number.isFinite(value)) throw new CanonicalJsonError('not-json', `${value} is no JSON number.`)
      return JSON.stringify(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object': {
      if (value === null) return 'null'
      if (isList(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`
      // Array.prototype.sort without a comparator orders by UTF-16 code units, as RFC 8785, 3.2.3 asks.
      const keys = Object.keys(value).sort()
      return `{${keys.map((key) => `${writeText(key)}:${write(value[key] as JsonValue, depth + 1)}`).join(',')}}`
    }
    default:
      throw new CanonicalJsonError('not-json', `A value of type ${typeof value} is no JSON.`)
  }
}

function writeText(text: string): string {
  if (!text.isWellFormed())
    throw new CanonicalJsonError('lone-surrogate', 'A text holds half a character (a lone surrogate).')
  return JSON.stringify(text)
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/**
 * Whether a text is plainly the canonical form of the value that JSON.parse made of it; several times faster than to write
 * the form and compare. Never true for another text; false, so that one writes and compares, also for odd ones that are it.
 * The engine's own JSON.stringify writes numbers and texts as RFC 8785 asks, without white space and in
 * the order of the keys: so only the order, the depth and lone surrogates (which it escapes) are left to look at.
 */
export function isPlainlyCanonical(text: string, value: JsonValue): boolean {
  return isOrdered(value, 0) && JSON.stringify(value) === text && !text.includes('\\ud')
}

function isOrdered(value: JsonValue, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  // Nothing within the deepest level, so nothing deeper is ever looked at.
  if (depth === MAX_DEPTH) return Object.keys(value).length === 0
  if (isList(value)) return value.every((item) => isOrdered(item, depth + 1))
  let before: string | undefined
  for (const key of Object.keys(value)) {
    if (before !== undefined && key < before) return false
    before = key
    const item = value[key] as JsonValue
    if (typeof item === 'object' && item !== null && !isOrdered(item, depth + 1)) return false
  }
  return true
}
