/**
 * Imports a log file into a ledger, by the verdict table of LOG-FORMAT ("Import"): all or nothing. It knows the ledger
 * by the port alone. What is added is staged while it is judged, and shows with one commit that requires the head it
 * was judged against; where another tab has moved the head meanwhile, all is judged again.
 */
import { ledgerStream } from '../domain/stream-id'
import type { StreamState } from '../domain/stream-state'
import type { EventLog, Head } from '../event-log/event-log'
import { rootOf } from '../event-log/merkle-tree'
import { judgeCheckpoint, type SignatureVerdict } from './checkpoint'
import type { ImportReport } from './import-report'
import { type EffectsTally, warningOf } from './importing/effects-tally'
import type { ImportContext, ImportOptions } from './importing/import-context'
import { type JudgedFile, judgeFile } from './importing/judge-file'
import { isAllKnown, judgeMerge } from './importing/judge-merge'
import { StagingWriter } from './importing/staging-writer'
import type { LogChecker } from './log-checker'
import { ImportRefusedError, throwIfCancelled } from './log-format-error'
import type { LogHeader } from './reading/log-header'
import type { LogSource } from './reading/log-source'

/** Measured in Chromium: 200 MB of rows of 256 KiB are written in two thirds of the time that rows of 1 MiB take. */
const BATCH_BYTES = 256 * 1024
const MAX_ATTEMPTS = 5

export interface ImportRequest {
  readonly log: EventLog<StreamState>
  readonly source: LogSource
  readonly options?: ImportOptions
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** What an import would write: the events are staged, the rest is this. */
interface Verdict {
  readonly result: ImportReport['result']
  readonly tally: EffectsTally
  /** Of the ledger as it will be; undefined where nothing is to be written. */
  readonly checker?: LogChecker
  readonly head: Head
}

/**
 * @throws LogFormatError where the file is not a sound log; ImportRefusedError where it does not fit the ledger;
 * AbortError; what the log fails with. Whatever it throws, the ledger is as it was.
 */
export async function importLog({ log, source, options = {}, now = Date.now }: ImportRequest): Promise<ImportReport> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const head = await log.head()
    const context: ImportContext = { log, source, options, now: now(), head, onAdded: options.follow?.(head) }
    const writer = new StagingWriter<StreamState>(log, options.dryRun === true, options.newBatchBytes ?? BATCH_BYTES)
    try {
      const file = await judgeFile(context, writer)
      const verdict = await judge(context, file, writer)
      if (!options.dryRun) await options.beforeCommit?.(verdict.head)
      throwIfCancelled(options.signal)
      if (options.dryRun || (await commit(context, verdict, writer)) === 'committed')
        return await report(context, file, verdict)
    } catch (error) {
      // The first failure is the one to tell; what stays staged is swept.
      await writer.discard().catch(() => undefined)
      throw error
    }
    await writer.discard()
  }
  throw ImportRefusedError.keptMoving()
}

async function judge(context: ImportContext, file: JudgedFile, writer: StagingWriter<StreamState>): Promise<Verdict> {
  const { head } = context
  const { checker, common, tally, header } = file
  if (head.size === 0) {
    // A version 0 file knows neither a ledger nor its name.
    const fileName = header.form === 0 && head.name !== '' ? head.name : header.name
    return { result: 'restored', tally, checker, head: headAt(checker, header.ledgerId, fileName) }
  }
  if (common === checker.size) return { result: 'already-present', tally, head }
  if (common === head.size) {
    return { result: 'fast-forwarded', tally, checker, head: headAt(checker, head.ledgerId, head.name) }
  }
  if (!context.options.merge) {
    if (await isAllKnown(context, file)) return { result: 'already-present', tally, head }
    throw ImportRefusedError.diverged(common, head.size - common, checker.size - common)
  }
  const merge = await judgeMerge(context, file, writer)
  if (merge.conflictCount > 0) throw ImportRefusedError.conflictingEvent(merge.conflicts, merge.conflictCount)
  if (merge.tally.added === 0) return { result: 'already-present', tally: merge.tally, head }
  return { result: 'merged', ...merge, head: headAt(merge.checker, head.ledgerId, head.name) }
}

/** The head behind the events of a checker; the ledger's own renamings decide its name. */
function headAt(checker: LogChecker, ledgerId: string, otherName: string): Head {
  const ledger = checker.state(ledgerStream(ledgerId))
  const name = ledger?.kind === 'ledger' ? ledger.name : otherName
  const { size, frontier, lastRecordedAt } = checker
  return { size, frontier, lastRecordedAt, ledgerId, name }
}

async function commit(
  { head, options }: ImportContext,
  verdict: Verdict,
  writer: StagingWriter<StreamState>,
): Promise<'committed' | 'head-moved'> {
  if (!verdict.checker) return 'committed'
  await writer.flush()
  options.onProgress?.({ phase: 'writing', done: verdict.head.size, total: verdict.head.size, unit: 'events' })
  throwIfCancelled(options.signal)
  return writer.commit({
    requires: { size: head.size, ledgerId: head.ledgerId },
    streams: verdict.checker.streamRows(head.size),
    head: verdict.head,
  })
}

async function report(
  { options }: ImportContext,
  { header, checker }: JudgedFile,
  { result, tally, head }: Verdict,
): Promise<ImportReport> {
  const isSealed = header.rootHash !== null
  const notices = tally.notices(isSealed)
  const isDryMerge = result === 'merged' && options.dryRun === true
  return {
    result,
    added: tally.added,
    skipped: checker.size - tally.added,
    size: head.size,
    // `recordedAt` of merged events is not known before they are recorded.
    rootHash: isDryMerge ? null : rootOf(head.frontier),
    sealed: isSealed,
    warnings: notices.map(warningOf),
    notices,
    file: { size: checker.size, name: header.name, exportedAt: header.exportedAt },
    ...(header.checkpoint !== undefined && { signature: await signatureOf(header, checker, options.ownKey) }),
    effects: tally.effects(),
  }
}

function signatureOf(
  { checkpoint, ledgerId }: LogHeader,
  { size, rootHash }: LogChecker,
  ownKey: Uint8Array | undefined,
): Promise<SignatureVerdict> {
  return judgeCheckpoint(checkpoint, { ledgerId, size, rootHash }, ownKey)
}
