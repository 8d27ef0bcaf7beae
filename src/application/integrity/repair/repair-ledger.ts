/**
 * Mends a damaged ledger: what is sound is kept, the rest comes from a log file of it, and everything beside the events is
 * made anew from them.
 *
 * [RP1] Afterwards the ledger verifies, or it is as it was: one transaction switches, and a crash before it changes nothing.
 * [RP2] No event that the ledger's own seals vouch for is lost or altered.
 * [RP3] A file of another ledger, or of one that went another way, is refused.
 * [RP4] What is taken out is set aside as it lay there, until the person lets go of it.
 */

import { ledgerStream } from '../../../domain/stream-id'
import { appendLeaf, bytesOfFrontier, leafHash } from '../../../event-log/merkle-tree'
import type { RecordedEvent } from '../../../event-log/recorded-event'
import { ImportRefusedError, throwIfCancelled } from '../../../exchange/log-format-error'
import { readLog } from '../../../exchange/log-reader'
import type { LogHeader } from '../../../exchange/reading/log-header'
import type { RepairWriter } from '../../../storage/integrity/repair-writer'
import type { StoredTables } from '../../../storage/integrity/stored-tables'
import type { HeadRow } from '../../../storage/ledger-database'
import type { WorkOptions } from '../../ledger-api'
import { readCanonical } from '../byte-walk'
import { isHead, isHeadBelieved } from '../check-tables'
import { type PlannedRow, packed, planRows, unpacked } from '../index-plan'
import type { RepairOutcome } from '../repair-report'
import type { KnownAs } from '../verify-tables'
import { mendedCommands } from './mended-commands'
import { MendedLog } from './mended-log'
import { type StoredSource, StoredSources } from './stored-sources'

export interface RepairRequest extends WorkOptions {
  readonly tables: StoredTables
  /** Not there: everything beside the events is made anew, and only that. */
  readonly file?: Blob | undefined
  /** Keep events too that can be read and keep the rules, though no seal vouches for them. */
  readonly keepDoubtful?: boolean | undefined
  readonly knownAs: KnownAs
  readonly stateVersion: number
  /** undefined for a preview: nothing is written. */
  readonly writer?: RepairWriter | undefined
  /** Called when all is judged and staged; after it there is no way back. */
  readonly beforeCommit?: (() => Promise<void>) | undefined
  /** Milliseconds since 1970. */
  readonly now: number
}

/** @throws LogFormatError, ImportRefusedError `diverged` or `busy`, StorageError, AbortError. */
export async function repairLedger(request: RepairRequest): Promise<RepairOutcome> {
  const look = await request.tables.look()
  const { rows } = planRows(look.index)
  const plan = new Repair(request, look.head, rows)
  const preview = await plan.run(undefined, undefined)
  const end = plan.endOf(preview)
  const { log, header, fileSize } = request.writer ? await plan.run(request.writer, end) : preview
  const size = request.writer ? log.checker.size : end
  const counted = isHeadBelieved(look.head) ? look.head.size : rows.reduce((sum, { count }) => sum + count, 0)
  const lost = Math.max(0, counted - size)
  const outcome = {
    kept: log.kept - (request.writer ? 0 : Math.max(0, log.checker.size - end)),
    restored: log.restored,
    lost,
    doubtful: preview.log.checker.size - end,
    size,
    rootHash: log.checker.rootHash,
    proved: log.proved >= size,
    fileSize,
  }
  if (!request.writer) return outcome
  request.onProgress?.({ phase: 'writing', done: size, total: size, unit: 'events' })
  await request.beforeCommit?.()
  throwIfCancelled(request.signal)
  const { ledgerId } = plan.named(header)
  const state = log.checker.state(ledgerStream(ledgerId))
  const commands = await mendedCommands(request.tables, look.head, log, plan.eventsOf(log))
  const kept = new Set(log.index.map(({ batchId }) => batchId))
  const row: HeadRow = {
    key: 'head',
    size,
    frontier: bytesOfFrontier(log.checker.frontier),
    lastRecordedAt: log.checker.lastRecordedAt,
    ledgerId,
    name: state?.kind === 'ledger' ? state.name : plan.named(header).name,
    commands: commands.given,
    bytes: log.bytes,
    stateVersion: request.stateVersion,
  }
  const committed = await request.writer.commit({
    requires: { head: look.head, rows: look.index.length },
    index: log.index,
    streams: log.checker.streamRows(),
    head: row,
    commands: commands.rows,
    setAside: [...new Set([...log.setAside, ...rows.map(({ batchId }) => batchId)])].filter((id) => !kept.has(id)),
    at: new Date(request.now).toISOString(),
  })
  if (committed === 'moved') throw ImportRefusedError.keptMoving()
  return outcome
}

interface Run {
  readonly log: MendedLog
  readonly header: LogHeader | undefined
  readonly fileSize: number
}

class Repair {
  constructor(
    private readonly request: RepairRequest,
    private readonly head: unknown,
    private readonly rows: readonly PlannedRow[],
  ) {}

  named(header: LogHeader | undefined): KnownAs {
    if (isHeadBelieved(this.head)) return this.head
    const { knownAs } = this.request
    return knownAs.ledgerId === '' && header ? header : knownAs
  }

  /** Where the mended log ends. */
  endOf({ log, fileSize }: Run): number {
    const { size } = log.checker
    // Where the head itself is damaged it cannot speak against the events before it.
    if (this.request.keepDoubtful || !isHeadBelieved(this.head)) return size
    return Math.max(fileSize, log.proved)
  }

  async run(writer: RepairWriter | undefined, end: number | undefined): Promise<Run> {
    const size = isHeadBelieved(this.head) ? this.head.size : undefined
    const sources = new StoredSources(this.request.tables, this.rows, size)
    const judge = (source: StoredSource, first: number) => this.refuseDiverged(source, first, log)
    const log: MendedLog = new MendedLog(sources, writer && ((bytes) => writer.stage(bytes)), judge)
    const header = this.request.file && (await this.takeFile(this.request.file, log))
    const fileSize = log.checker.size
    await this.takeStored(log, end ?? size ?? Number.MAX_SAFE_INTEGER)
    await log.end()
    if (isHead(this.head)) log.takeHeadSeal(this.head.size, this.head.frontier)
    if (header && log.kept === 0 && header.ledgerId !== this.named(undefined).ledgerId)
      throw ImportRefusedError.diverged(0, size ?? 0, fileSize)
    return { log, header, fileSize }
  }

  private async takeFile(file: Blob, log: MendedLog): Promise<LogHeader | undefined> {
    const { signal } = this.request
    let header: LogHeader | undefined
    for await (const part of readLog(file, { signal })) {
      if (part.kind === 'events') {
        for (const { event, canonical } of part.events)
          await log.take(event as unknown as RecordedEvent, new TextEncoder().encode(canonical))
        this.tell(log, header?.size ?? undefined)
      } else if (part.kind !== 'lines') header = part.header
    }
    if (header) log.checker.checkSeal(header)
    return header
  }

  /** Stored events behind the file, as long as one follows another. */
  private async takeStored(log: MendedLog, end: number): Promise<void> {
    while (log.next <= end) {
      throwIfCancelled(this.request.signal)
      const line = await log.storedLine()
      if (!line) return
      const event = readCanonical(line)
      if (typeof event === 'string') return
      try {
        await log.take(event, line)
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.name === 'StorageError') throw error
        return
      }
      if (log.next % 1000 === 0) this.tell(log, end)
    }
  }

  private tell(log: MendedLog, total: number | undefined): void {
    const progress = { phase: 'checking', done: log.checker.size, unit: 'events' } as const
    this.request.onProgress?.({ ...progress, ...(total !== undefined && total < 1e15 && { total }) })
  }

  /** A batch that leads from the seal before it to the seal behind it is as it was recorded: then it is the file that differs. */
  private refuseDiverged(source: StoredSource, first: number, log: MendedLog): void {
    const before = unpacked(source.frontier, source.first - 1)
    const behind =
      this.rows.find((row) => row.first === source.first + source.count)?.frontier ??
      (isHead(this.head) && this.head.size === source.first + source.count - 1 ? this.head.frontier : undefined)
    if (!before || !(behind instanceof Uint8Array)) return
    let frontier = before
    for (const [at, line] of source.lines.entries())
      frontier = appendLeaf(frontier, source.first - 1 + at, leafHash(line))
    if (!packed(frontier, behind)) return
    const size = isHead(this.head) ? this.head.size : source.first + source.count - 1
    throw ImportRefusedError.diverged(first - 1, size - first + 1, Math.max(1, log.checker.size - first + 1))
  }

  /** The events of the mended log as they will be stored, for whoever looks into their words. */
  eventsOf(log: MendedLog): () => AsyncGenerator<RecordedEvent> {
    const { tables } = this.request
    return async function* () {
      for (const { batchId } of log.index) {
        const [bytes] = await tables.bytesOf([batchId])
        const text = new TextDecoder().decode(bytes)
        yield* JSON.parse(`[${text.slice(0, -2)}]`) as RecordedEvent[]
      }
    }
  }
}
