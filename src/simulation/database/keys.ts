/** Keys of the simulated database, their order (Indexed Database API, "compare two keys"), and ranges of them. */

export type Key = number | string | Date | Uint8Array | readonly Key[]

export function compareKeys(a: Key, b: Key): number {
  const rank = rankOf(a) - rankOf(b)
  if (rank !== 0) return rank
  if (Array.isArray(a) && Array.isArray(b)) {
    const at = a.findIndex((item, index) => index >= b.length || compareKeys(item as Key, b[index] as Key) !== 0)
    if (at < 0) return a.length - b.length
    return at >= b.length ? 1 : compareKeys(a[at] as Key, b[at] as Key)
  }
  return a < b ? -1 : a > b ? 1 : 0
}

function rankOf(key: unknown): number {
  if (typeof key === 'number' && !Number.isNaN(key)) return 1
  if (key instanceof Date) return 2
  if (typeof key === 'string') return 3
  if (key instanceof Uint8Array) return 4
  if (Array.isArray(key)) return 5
  throw new DOMException('This is no key.', 'DataError')
}

/** Stands where the program expects `IDBKeyRange`. */
export class KeyRange {
  private constructor(
    readonly lower: Key | undefined,
    readonly upper: Key | undefined,
    readonly lowerOpen: boolean,
    readonly upperOpen: boolean,
  ) {
    for (const key of [lower, upper]) if (key !== undefined) rankOf(key)
  }

  static only(key: Key): KeyRange {
    return new KeyRange(key, key, false, false)
  }

  static lowerBound(lower: Key, open = false): KeyRange {
    return new KeyRange(lower, undefined, open, true)
  }

  static upperBound(upper: Key, open = false): KeyRange {
    return new KeyRange(undefined, upper, true, open)
  }

  static bound(lower: Key, upper: Key, lowerOpen = false, upperOpen = false): KeyRange {
    const order = compareKeys(lower, upper)
    if (order > 0 || (order === 0 && (lowerOpen || upperOpen))) {
      throw new DOMException('The range holds no key.', 'DataError')
    }
    return new KeyRange(lower, upper, lowerOpen, upperOpen)
  }

  includes(key: Key): boolean {
    const below = this.lower === undefined ? 1 : compareKeys(key, this.lower)
    const above = this.upper === undefined ? -1 : compareKeys(key, this.upper)
    return (below > 0 || (below === 0 && !this.lowerOpen)) && (above < 0 || (above === 0 && !this.upperOpen))
  }
}

/** What a query may be asked with: a key, a range, or nothing for all. */
export type Query = Key | KeyRange | null | undefined

export function rangeOf(query: Query): KeyRange | undefined {
  if (query === null || query === undefined) return undefined
  return query instanceof KeyRange ? query : KeyRange.only(query)
}
