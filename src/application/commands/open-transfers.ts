/** Transfers in transit: apart from what runs them, since every start asks whether there are any. */
import { transferStream } from '../../domain/stream-id'
import type { Timeline } from '../../projections/timeline'

/** Streams of the transfers that have begun and not ended. */
export function openTransfers(timeline: Timeline): string[] {
  const { transfers } = timeline
  return transfers.unended().map((number) => transferStream(transfers.id(number)))
}
