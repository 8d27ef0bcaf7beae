/** Which events have been joined to one before each step of its way to the root. */
import type { InclusionProof } from '../../../../stores/event-log/event-proof'

/** Positions, inclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The first is the event alone, the last the whole log. */
export function spansOf({ position, path }: Pick<InclusionProof, 'position' | 'path'>): readonly Span[] {
  const spans: Span[] = [{ from: position, to: position }]
  for (const { from, to } of path) {
    const own = spans.at(-1) as Span
    spans.push({ from: Math.min(own.from, from), to: Math.max(own.to, to) })
  }
  return spans
}
