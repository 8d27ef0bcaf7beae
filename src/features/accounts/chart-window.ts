/**
 * The stretch of time the account's chart shows. It stays where it is while the cursor moves inside it, so that
 * scrubbing moves the cursor and not the picture; it is laid anew only when the cursor leaves it.
 * All values share one unit (milliseconds, or days on the value-date clock).
 */
export interface ChartWindow {
  readonly from: number
  readonly to: number
}

interface WindowInput {
  readonly previous: ChartWindow | undefined
  readonly cursor: number
  readonly isNow: boolean
  /** The life of the ledger. */
  readonly first: number
  readonly last: number
  /** How much time fits into the picture. */
  readonly span: number
}

/** Where a newly laid window puts the cursor: two thirds in, so that both what led here and what follows are seen. */
const LEAD = 2 / 3

export function chartWindow({ previous, cursor, isNow, first, last, span }: WindowInput): ChartWindow {
  if (last - first <= span) return padded(first, last)
  if (isNow) return { from: last - span, to: last }
  const fits = previous !== undefined && previous.to - previous.from === span && previous.to <= last
  if (fits && cursor >= previous.from && cursor <= previous.to) return previous
  const from = Math.min(Math.max(cursor - span * LEAD, first), last - span)
  return { from, to: from + span }
}

/** A ledger of one moment still needs a width. */
function padded(first: number, last: number): ChartWindow {
  return last > first ? { from: first, to: last } : { from: first - 1, to: last + 1 }
}
