/**
 * The first pass over a file: it is checked from its first event to its seal, and compared with the ledger byte for
 * byte as long as both are the same. What follows a ledger that is a prefix of the file is staged on the way.
 */

import type { Frontier } from '../../event-log/merkle-tree'
import type { ScannedLines } from '../../event-log/scanning/scanned-lines'
import { type Checked, LogChecker } from '../log-checker'
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
    for await (const part of readLog(source, { ...options, scanLines: true })) {
      if (part.kind === 'events') await pass.takeEvents(part.events)
      else if (part.kind === 'lines') await pass.takeLines(part.lines)
      else {
        header = part.header
        continue
      }
      pass.tell(header?.size ?? undefined)
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

  async takeEvents(events: readonly ReadEvent[]): Promise<void> {
    const { checker, writer } = this
    for (const { event, canonical, place } of events) {
      const bytes = writer.encode(canonical)
      const frontier = this.frontierAhead()
      const checked = checker.check(event, bytes, place)
      if (this.isKnown()) await this.compare(bytes)
      else if (this.keep(checked, frontier)) await writer.flush()
    }
  }

  async takeLines(lines: ScannedLines): Promise<void> {
    const { checker, writer } = this
    for (let index = 0; index < lines.count; index++) {
      const frontier = this.frontierAhead()
      const checked = checker.checkLine(lines, index)
      if (this.isKnown()) await this.compare(lines.line(index))
      else {
        writer.put(lines.bytes, lines.start[index] as number, lines.end[index] as number)
        if (this.keep(checked, frontier)) await writer.flush()
      }
    }
  }

  tell(total: number | undefined): void {
    const done = this.checker.size
    this.context.options.onProgress?.({
      phase: 'checking',
      done,
      ...(total !== undefined && { total }),
      unit: 'events',
    })
  }

  async close(): Promise<void> {
    await this.lines.close()
  }

  /** Before the next event, where a batch would begin with it. */
  private frontierAhead(): Frontier | undefined {
    const { checker, writer, context } = this
    return this.isSame && checker.size >= context.head.size && writer.beginsBatch ? checker.frontier : undefined
  }

  /** Whether the event checked last stands where the ledger has one. */
  private isKnown(): boolean {
    return this.checker.size <= this.context.head.size
  }

  /** @returns whether a batch is full. */
  private keep(checked: Checked, frontier: Frontier | undefined): boolean {
    if (!this.isSame) return false
    this.tally.add(checked, checked.recordedAt)
    this.context.onAdded?.(checked)
    return this.writer.keep(this.checker.size, frontier)
  }

  private async compare(bytes: Uint8Array): Promise<void> {
    if (!this.isSame) return
    let stored = this.lines.next()
    while (stored === undefined && (await this.lines.load())) stored = this.lines.next()
    this.isSame = stored !== undefined && areSameBytes(stored, bytes)
    if (this.isSame) this.common++
  }
}
