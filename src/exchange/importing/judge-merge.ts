/**
 * The second pass, where ledger and file have diverged: which of the file's events are known here, and whether the
 * others can be recorded at the end without making a log that an import would refuse.
 */
import { instantMillis, instantOfMillis } from '../../domain/calendar'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { storedEvents } from '../checking/stored-events'
import { LogChecker } from '../log-checker'
import { type ImportConflict, LogFormatError, MAX_LISTED_CONFLICTS, throwIfCancelled } from '../log-format-error'
import { readLog } from '../log-reader'
import { canonicalEvent } from '../reading/canonical-event'
import { EffectsTally } from './effects-tally'
import { KnownEvents } from './event-content'
import type { ImportContext } from './import-context'
import type { JudgedFile } from './judge-file'
import type { StagingWriter } from './staging-writer'

export interface JudgedMerge {
  /** Stands at the end of the ledger as it would be. */
  readonly checker: LogChecker
  readonly tally: EffectsTally
  readonly conflicts: readonly ImportConflict[]
  readonly conflictCount: number
}

/** Whether every event of the file is known here with the same content. */
export async function isAllKnown(context: ImportContext, { common }: JudgedFile): Promise<boolean> {
  const { log, head, options } = context
  const known = new KnownEvents()
  for await (const { event } of storedEvents(log, common + 1, head.size)) {
    throwIfCancelled(options.signal)
    known.add(event)
  }
  for await (const event of eventsBeyond(context, common)) {
    if (known.compare(event) !== 'same') return false
  }
  return true
}

/** Stages what is unknown here; conflicts are collected, not thrown. */
export async function judgeMerge(
  context: ImportContext,
  file: JudgedFile,
  writer: StagingWriter<unknown>,
): Promise<JudgedMerge> {
  const { log, head, options, now } = context
  const known = new KnownEvents()
  const checker = await LogChecker.from(log, {
    to: head.size,
    signal: options.signal,
    onEvent: (event) => {
      if (event.globalPosition > file.common) known.add(event)
    },
  })
  const merge = new Merge(checker, new EffectsTally(now), writer, sourceOf(context, file))
  for await (const event of eventsBeyond(context, file.common)) {
    const found = known.compare(event)
    if (found === 'other') merge.refuse(event, 'other-content', 'is known here with another content')
    else if (found === 'unknown' && merge.take(event)) await writer.flush()
  }
  return merge
}

/** The file's events after a position, checked before. */
async function* eventsBeyond({ source, options }: ImportContext, position: number): AsyncGenerator<RecordedEvent> {
  let done = 0
  let total: number | undefined
  for await (const part of readLog(source, options)) {
    if (part.kind === 'header') total = part.header.size ?? undefined
    if (part.kind !== 'events') continue
    done += part.events.length
    for (const { event } of part.events) {
      // The first pass has checked every field.
      const checked = event as unknown as RecordedEvent
      if (checked.globalPosition > position) yield checked
    }
    options.onProgress?.({ phase: 'comparing', done, ...(total !== undefined && { total }), unit: 'events' })
  }
}

interface MergeSource {
  readonly ledgerId: string
  readonly rootHash: string
  /** When the merge is recorded: never before the ledger's last event. */
  readonly recordedAt: string
  /** The true clock, where it stands before that. */
  readonly clock?: string
}

function sourceOf({ now, head }: ImportContext, { header, checker }: JudgedFile): MergeSource {
  const clock = instantOfMillis(now)
  const isBehind = clock < head.lastRecordedAt
  return {
    ledgerId: header.ledgerId,
    rootHash: header.rootHash ?? checker.rootHash,
    recordedAt: isBehind ? head.lastRecordedAt : clock,
    ...(isBehind && { clock }),
  }
}

class Merge implements JudgedMerge {
  readonly conflicts: ImportConflict[] = []
  conflictCount = 0

  constructor(
    readonly checker: LogChecker,
    readonly tally: EffectsTally,
    private readonly writer: StagingWriter<unknown>,
    private readonly source: MergeSource,
  ) {}

  /** Records an unknown event at the end, or lists why that cannot be. @returns whether a batch is full. */
  take(event: RecordedEvent): boolean {
    const { checker, writer, tally } = this
    const merged = this.rewrite(event)
    try {
      const bytes = writer.encode(canonicalEvent({ ...merged }, {}))
      const frontier = writer.beginsBatch ? checker.frontier : undefined
      const checked = checker.check(merged, bytes)
      tally.add(checked, instantMillis(event.recordedAt))
      return this.conflictCount === 0 && writer.keep(checker.size, frontier)
    } catch (error) {
      if (!(error instanceof LogFormatError)) throw error
      this.refuse(event, error.code, `cannot follow what this ledger holds. ${error.problem}`)
      return false
    }
  }

  refuse({ eventId, globalPosition, type }: RecordedEvent, reason: ImportConflict['reason'], why: string): void {
    this.conflictCount++
    if (this.conflicts.length >= MAX_LISTED_CONFLICTS) return
    const message = `Event ${globalPosition} of the file (${type}, ${eventId}) ${why.replace(/\.?$/, '.')}`
    this.conflicts.push({ eventId, position: globalPosition, reason, message })
  }

  /** The event as it is recorded here; where it comes from is kept, an earlier origin inside it. */
  private rewrite(event: RecordedEvent): RecordedEvent {
    const { importedFrom: from, ...metadata } = event.metadata
    const { ledgerId, rootHash, recordedAt, clock } = this.source
    const origin = {
      ledgerId,
      rootHash,
      globalPosition: event.globalPosition,
      recordedAt: event.recordedAt,
      ...(clock !== undefined && { clock }),
      ...(from !== undefined && { from }),
    }
    return {
      ...event,
      globalPosition: this.checker.size + 1,
      streamRevision: this.checker.revision(event.streamId) + 1,
      recordedAt,
      metadata: { ...metadata, importedFrom: origin },
    }
  }
}
