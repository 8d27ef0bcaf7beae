/** The root of a prefix of the log, from the stored frontier of the batch it ends in: at most one batch is hashed again. */
import type { EventLog } from './event-log'
import { appendLeaf, type Frontier, leafHash, rootOf } from './merkle-tree'

const LINE_FEED = 10

/** RFC 6962 frontier after `position` events. @throws RangeError beyond the head. */
export async function frontierAt(log: Pick<EventLog, 'head' | 'readBatches'>, position: number): Promise<Frontier> {
  const head = await log.head()
  if (position < 0 || position > head.size)
    throw new RangeError(`The log has ${head.size} events, so no root at ${position}.`)
  if (position === head.size) return head.frontier
  for await (const batch of log.readBatches({ from: position + 1, to: position + 1 })) {
    let frontier = batch.frontier
    let size = batch.first - 1
    let start = 0
    for (; size < position; size++) {
      const end = batch.bytes.indexOf(LINE_FEED, start)
      // The comma before the line feed belongs to the file, not to the event.
      frontier = appendLeaf(frontier, size, leafHash(batch.bytes.subarray(start, end - 1)))
      start = end + 1
    }
    return frontier
  }
  throw new Error(`No stored batch holds event ${position + 1} of ${head.size}.`)
}

/** RFC 6962 root after `position` events, lower-case hex. */
export async function rootAt(log: Pick<EventLog, 'head' | 'readBatches'>, position: number): Promise<string> {
  return rootOf(await frontierAt(log, position))
}
