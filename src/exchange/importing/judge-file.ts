/**
 * The first pass over a file: it is checked from its first event to its seal, and compared with the ledger byte for
 * byte as long as both are the same. What follows a ledger that is a prefix of the file is staged on the way.
 */

import { LogChecker } from '../log-checker'
import { throwIfCancelled } from '../log-format-error'
import { readLog } from '../log-reader'
import type { LogHeader } from '../reading/log-header'
import type { ReadEvent } from '../reading/log-part'
import { EffectsTally } from './effects-tally'
import type { ImportContext } from './import-context'
import { areSameBytes, LedgerLines } from './ledger-lines'
import type { StagingWriter } from './staging-writer'

export interface JudgedFile {
  readonly header: LogHeader
  /** Stands at the end of the file. */
  readonly checker: LogChecker
  /** So many events at the beginning are the same in the ledger and in the file. */
  readonly common: number
  /** What follows them, where the ledger is a prefix of the file. */
  readonly tally: EffectsTally
}

/** @throws LogFormatError where the file is not a sound log. */
export async function judgeFile(context: ImportContext, writer: StagingWriter<unknown>): Promise<JudgedFile> {
  const { source, options, head } = context
  const pass = new FilePass(context, writer)
  try {
    let header: LogHeader | undefined
    for await (const part of readLog(source, options)) {
      if (part.kind === 'events') await pass.take(part.events, header?.size ?? undefined)
      else header = part.header
    }
    if (!header) throw new Error('A file was read to its end without a header')
    pass.checker.checkSeal(header)
    throwIfCancelled(options.signal)
    return { header, checker: pass.checker, common: Math.min(pass.common, head.size), tally: pass.tally }
  } finally {
    await pass.close()
  }
}

class FilePass {
  readonly checker = new LogChecker()
  readonly tally: EffectsTally
  common = 0
  private readonly lines: LedgerLines
  private isSame = true

  constructor(
    private readonly context: ImportContext,
    private readonly writer: StagingWriter<unknown>,
  ) {
    this.tally = new EffectsTally(context.now)
    this.lines = new LedgerLines(context.log, context.head.size)
  }

  async take(events: readonly ReadEvent[], total: number | undefined): Promise<void> {
    const { checker, writer, context } = this
    for (const { event, canonical, place } of events) {
      const bytes = writer.encode(canonical)
      const { frontier } = checker
      const checked = checker.check(event, bytes, place)
      const position = checker.size
      if (position <= context.head.size) {
        if (this.isSame) await this.compare(bytes)
      } else if (this.isSame) {
        this.tally.add(checked, checked.recordedAt)
        if (writer.keep(position, frontier)) await writer.flush()
      }
    }
    const done = checker.size
    context.options.onProgress?.({ phase: 'checking', done, ...(total !== undefined && { total }), unit: 'events' })
  }

  async close(): Promise<void> {
    await this.lines.close()
  }

  private async compare(bytes: Uint8Array): Promise<void> {
    let stored = this.lines.next()
    while (stored === undefined && (await this.lines.load())) stored = this.lines.next()
    this.isSame = stored !== undefined && areSameBytes(stored, bytes)
    if (this.isSame) this.common++
  }
}
