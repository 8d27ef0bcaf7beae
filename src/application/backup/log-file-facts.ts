/** What a log file says of itself, from its first lines: which ledger, how much of it, and when. Nothing of it is checked. */
import { readLog } from '../../exchange/log-reader'
import type { LogHeader } from '../../exchange/reading/log-header'

/** @throws LogFormatError where it is no log file, or one without a header (version 0). */
export async function logFileFacts(file: Blob): Promise<LogHeader> {
  for await (const part of readLog(file)) if (part.kind === 'header') return part.header
  throw new Error('A log file begins with its header')
}
