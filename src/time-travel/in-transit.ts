/** Which transfers are on their way at a moment: sent, and neither received nor returned, all within its bounds. */
import type { Timeline } from '../projections/timeline'
import type { Bound } from './resolve-moment'

/** A test by the transfer's number; it holds for the timeline as it is now. */
export function inTransitAt(timeline: Timeline, { position, day: lastDay }: Bound): (transfer: number) => boolean {
  const { day } = timeline.columns
  const [sent, received, returned] = (['sent', 'received', 'returned'] as const).map((step) =>
    timeline.transfers.slots(step),
  ) as [Uint32Array, Uint32Array, Uint32Array]
  // A step that was not taken stands above every position (NO_SLOT).
  const isSeen = (slot: number) => slot < position && (day[slot] as number) <= lastDay
  return (transfer) =>
    isSeen(sent[transfer] as number) && !isSeen(received[transfer] as number) && !isSeen(returned[transfer] as number)
}
