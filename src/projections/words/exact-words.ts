/**
 * Words of a search that mean one field as a whole, beside those that mean a piece of any text: a category, and what
 * started an event (its correlationId). They travel as words do, told apart by a character that no text has.
 */
import { searchText } from './search-text'

/** Around the category in the words of an event. */
export const CATEGORY_MARK = '\x1f'
const CORRELATION_MARK = '\x1e'

/** An event's words, its category marked off, in the order of the fields' names; '' for an event without words. */
export function markedWords(category: string, others: string): string {
  if (category === '') return others
  return others === ''
    ? CATEGORY_MARK + category + CATEGORY_MARK
    : `${CATEGORY_MARK}${category}${CATEGORY_MARK} ${others}`
}

/** Holds for events of exactly this category, but for case, accents and width. */
export function categoryWord(category: string): string {
  return CATEGORY_MARK + searchText(category) + CATEGORY_MARK
}

/** Holds for events with exactly this correlationId. */
export function correlationWord(correlationId: string): string {
  return CORRELATION_MARK + correlationId
}

/** The correlationId that a word of a search means; undefined for any other word. */
export function correlationOf(word: string): string | undefined {
  return word.startsWith(CORRELATION_MARK) ? word.slice(1) : undefined
}

/**
 * 64 bits that stand for a correlationId: two of a million differ with a chance beyond one in ten million. Written into
 * `into` from `to` on.
 * @param bytes UTF-8, from `start` to `end`
 */
export function hashInto(into: Uint32Array, to: number, bytes: Uint8Array, start = 0, end = bytes.length): void {
  let first = 0x811c9dc5
  let second = 0x2f0b4a3d
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    first = Math.imul(first ^ byte, 0x01000193)
    second = Math.imul(second ^ byte, 0x5bd1e995)
    second ^= second >>> 15
  }
  first = Math.imul(first ^ (first >>> 16), 0x85ebca6b)
  into[to] = first ^ (first >>> 13)
  into[to + 1] = second
}
