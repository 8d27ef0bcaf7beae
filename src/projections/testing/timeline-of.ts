/** Test support: a timeline of these events, taken in at once. */
import type { RecordedEvent } from '../../event-log/recorded-event'
import { Timeline } from '../timeline'

export function timelineOf(log: readonly RecordedEvent[]): Timeline {
  const timeline = new Timeline()
  timeline.append(log)
  return timeline
}
