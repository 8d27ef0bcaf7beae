/** The lines around the events of a log file (LOG-FORMAT, "The file"). */
import type { SignedCheckpoint } from './checkpoint'
import { LOG_FORMAT_NAME, LOG_FORMAT_VERSION } from './reading/log-header'

export interface WrittenHeader {
  readonly ledgerId: string
  readonly name: string
  /** UTC instant. */
  readonly exportedAt: string
  /** Number of events that are written: the file is cut there. */
  readonly size: number
  /** Of exactly these events. */
  readonly rootHash: string
  /** Signed; left out where this browser cannot sign. */
  readonly checkpoint?: SignedCheckpoint | undefined
}

export const LAST_LINE = ']}\n'

/** The first line, its line feed included. */
export function headerLine({ ledgerId, name, exportedAt, size, rootHash, checkpoint }: WrittenHeader): string {
  const keys = {
    format: LOG_FORMAT_NAME,
    formatVersion: LOG_FORMAT_VERSION,
    ledgerId,
    name,
    exportedAt,
    size,
    rootHash,
    ...(checkpoint && { checkpoint }),
  }
  return `${JSON.stringify(keys).slice(0, -1)},"events":[\n`
}
