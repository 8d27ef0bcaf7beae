/**
 * The events of a branch as a log file that is written while it is read: the original's stored bytes up to a position, or
 * the original replayed with changes. It is imported like any file, so that a branch is checked from its first event to
 * its last, shows with one commit, and leaves nothing behind where that fails. Runs beside the page.
 */
import type { Rejection } from '../../domain/rejections'
import type { StreamState } from '../../domain/stream-state'
import { linesOf } from '../../event-log/batch-codec'
import { canonicalJson } from '../../event-log/canonical-json'
import type { EventLog } from '../../event-log/event-log'
import { rootOf } from '../../event-log/merkle-tree'
import type { JsonValue, RecordedEvent } from '../../event-log/recorded-event'
import { frontierAt } from '../../event-log/root-at'
import { todaysForm } from '../../exchange/checking/todays-form'
import { writeLog } from '../../exchange/log-writer'
import type { LogSource } from '../../exchange/reading/log-source'
import type { RefusedNote } from '../../storage/branch-origin'
import { noteOf } from './branch-notes'
import type { Changes, EntryMove } from './changes'
import { Replay } from './replay'

/** What a worker is told: plain data. */
export interface BranchRequest {
  /** Of the branch. */
  readonly ledgerId: string
  readonly name: string
  /** So many events of the original. */
  readonly position: number
  /** Subjects, as `Changes`. */
  readonly without: readonly string[]
  readonly moved: readonly (readonly [string, EntryMove])[]
}

/** What became of it. */
export interface BranchFacts {
  /** Of the original's first `position` events. */
  readonly rootHash: string
  readonly size: number
  readonly refused: readonly RefusedNote[]
  readonly refusedCount: number
  readonly dropped: readonly (readonly [number, number])[]
}

/** Refused events that are told one by one. */
const MOST_REFUSED = 500
const CHUNK_BYTES = 256 * 1024

export class BranchLog {
  #rootHash = ''
  #replay: Replay | undefined
  #refused: RefusedNote[] = []
  #refusedCount = 0

  constructor(
    private readonly original: EventLog<StreamState>,
    private readonly request: BranchRequest,
    private readonly environment: { now(): number; newId(): string },
  ) {}

  /** The file; reading it anew begins anew. */
  async source(): Promise<LogSource> {
    const { original, request, environment } = this
    const { position, without, moved } = request
    this.#rootHash = rootOf(await frontierAt(original, position))
    const exportedAt = new Date(environment.now()).toISOString()
    const header = { ledgerId: request.ledgerId, name: request.name, exportedAt }
    if (without.length + moved.length > 0) return () => streamOf(this.#replayed(header))
    const sealed = { ...header, size: position, rootHash: this.#rootHash }
    return () => writeLog(sealed, original.readBatches({ to: position }))
  }

  /** Of the file as it was read last, to its end. */
  facts(): BranchFacts {
    const replay = this.#replay
    return {
      rootHash: this.#rootHash,
      size: replay ? replay.size : this.request.position,
      refused: this.#refused,
      refusedCount: this.#refusedCount,
      dropped: replay?.dropped ?? [],
    }
  }

  async *#replayed(header: object): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    const { without, moved, position } = this.request
    const changes: Changes = { without: new Set(without), moved: new Map(moved) }
    const replay = new Replay(changes, this.environment.newId)
    this.#replay = replay
    this.#refused = []
    this.#refusedCount = 0
    const keys = JSON.stringify({ format: 'hindsight-log', formatVersion: 1, ...header })
    const lines = new LineBuffer(`${keys.slice(0, -1)},"events":[\n`)
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    for await (const { bytes, first } of this.original.readBatches({ to: position })) {
      let at = first
      for (const line of linesOf(bytes)) {
        // The last batch may hold more.
        if (at++ > position) break
        const event = todaysForm(JSON.parse(decoder.decode(line)) as RecordedEvent)
        const outcome = replay.take(event)
        if (outcome.kind === 'refused') this.#refuse(event, outcome.rejection)
        if (outcome.kind !== 'kept') continue
        if (outcome.event === event) lines.addBytes(line)
        else lines.addText(canonicalJson(outcome.event as unknown as JsonValue))
        if (lines.length >= CHUNK_BYTES) yield lines.take()
      }
    }
    lines.end(`],"size":${replay.size}}\n`)
    yield lines.take()
  }

  #refuse(event: RecordedEvent, { code, message, facts }: Rejection): void {
    this.#refusedCount++
    if (this.#refused.length < MOST_REFUSED) this.#refused.push({ ...noteOf(event), code, message, facts })
  }
}

/** Lines of a file, with a comma between two of them. */
class LineBuffer {
  readonly #encoder = new TextEncoder()
  #parts: Uint8Array[] = []
  #isFirst = true
  length = 0

  constructor(start: string) {
    this.#push(this.#encoder.encode(start))
  }

  addText(line: string): void {
    this.addBytes(this.#encoder.encode(line))
  }

  addBytes(line: Uint8Array): void {
    if (!this.#isFirst) this.#push(COMMA)
    this.#isFirst = false
    this.#push(line)
  }

  end(text: string): void {
    if (!this.#isFirst) this.#push(LINE_FEED)
    this.#push(this.#encoder.encode(text))
  }

  take(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.length)
    let at = 0
    for (const part of this.#parts) {
      all.set(part, at)
      at += part.length
    }
    this.#parts = []
    this.length = 0
    return all
  }

  #push(part: Uint8Array): void {
    this.#parts.push(part)
    this.length += part.length
  }
}

const COMMA = new TextEncoder().encode(',\n')
const LINE_FEED = new TextEncoder().encode('\n')

function streamOf(chunks: AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const next = await chunks.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async () => {
      await chunks.return()
    },
  })
}
