/** What a log file says of itself, from its first lines: which ledger, how much of it, and when. Nothing of it is checked. */
import { readLog } from '../../exchange/log-reader'
import type { LogHeader } from '../../exchange/reading/log-header'

export type LogFileFacts = LogHeader

/** undefined where it is no log file, or one without a header (version 0), or cannot be read. */
export async function logFileFacts(file: Blob): Promise<LogFileFacts | undefined> {
  try {
    for await (const part of readLog(file)) if (part.kind === 'header') return part.header
  } catch {
    // Whoever imports it hears what is wrong.
  }
  return undefined
}

/** One after another: a folder may hold a thousand. */
export async function factsOfFiles(files: readonly Blob[]): Promise<readonly (LogFileFacts | undefined)[]> {
  const facts = []
  for (const file of files) facts.push(await logFileFacts(file))
  return facts
}
