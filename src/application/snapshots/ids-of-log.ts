/** The ids of a log's events, read from the log: for a timeline whose snapshot lost them. */
import { linesOf } from '../../event-log/batch-codec'
import type { EventLog } from '../../event-log/event-log'
import { ScannedLines } from '../../event-log/scanning/scanned-lines'
import { IdColumn } from '../../projections/id-column'

/**
 * Of the first `size` events, four words each.
 * @throws StorageError, SyntaxError where an event cannot be read.
 */
export async function idsOfLog(log: EventLog, size: number): Promise<Uint32Array> {
  const ids = new IdColumn()
  ids.reserve(size)
  const lines = new ScannedLines()
  for await (const { bytes } of log.readBatches({ to: size })) {
    let start = 0
    for (const line of linesOf(bytes)) {
      const end = start + line.length
      lines.begin(bytes)
      if (lines.scan(start, end)) ids.pushWords(lines.eventId, 0)
      else ids.push((JSON.parse(new TextDecoder().decode(line)) as { readonly eventId: string }).eventId)
      start = end + 2
    }
  }
  return ids.toWords()
}
