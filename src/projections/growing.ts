/** Typed arrays that grow: by a sixteenth rather than twofold, for memory is budgeted by the event. */

export type Column = Float64Array | Int32Array | Uint32Array | Uint8Array

/** Elements that a column gains at least when it grows, so that small logs do not grow at each event. */
const LEAST_GROWTH = 4096

/** Elements that a column of so many is best given room for, so that the next ones need no larger copy of it. */
export function withRoom(length: number): number {
  return length + Math.max(LEAST_GROWTH, length >>> 4)
}

/** All of a column's memory, where what was given is only its beginning. */
export function wholeOf(words: Uint32Array): Uint32Array {
  return new Uint32Array(words.buffer, words.byteOffset)
}

/** The column itself where it holds `length` elements, or a larger copy of it. */
export function grownTo<Kind extends Column>(column: Kind, length: number): Kind {
  if (length <= column.length) return column
  const capacity = Math.max(length, withRoom(column.length))
  const grown = new (column.constructor as new (length: number) => Kind)(capacity)
  grown.set(column)
  return grown
}
