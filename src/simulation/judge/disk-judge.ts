/**
 * Judges what is committed, with eyes of its own: it reads rows, not the store's answers. After every turn the events
 * there are those that were there before, unaltered, and after them new ones; and all that hangs on them fits.
 */

import type { StreamState } from '../../domain/stream-state'
import { canonicalJson } from '../../event-log/canonical-json'
import { appendLeaf, EMPTY_FRONTIER, type Frontier, leafHash } from '../../event-log/merkle-tree'
import type { JsonValue, RecordedEvent } from '../../event-log/recorded-event'
import type { BatchRow, CommandRow, HeadRow, IndexRow, StreamStateRow } from '../../storage/ledger-database'
import type { CommittedRows } from './committed-rows'
import { require } from './fault'
import { NaiveFold } from './naive-fold'

const decoder = new TextDecoder()

export class DiskJudge {
  /** Canonical, by position less one. */
  lines: string[] = []
  events: RecordedEvent[] = []
  /** After so many events. */
  frontiers: Frontier[] = [EMPTY_FRONTIER]
  /** Positions up to this one were acknowledged to somebody. */
  acknowledged = 0
  #fold = new NaiveFold()
  #ids = new Map<string, number>()
  #generation = -1
  readonly #linesOf = new WeakMap<object, readonly string[]>()

  /** @param stateVersion of the program: states of another are no good, and it folds them anew when it opens the log */
  constructor(
    private readonly disk: CommittedRows,
    private readonly stateVersion?: number,
  ) {}

  positionOf(eventId: string): number | undefined {
    return this.#ids.get(eventId)
  }

  get ledgerId(): string | undefined {
    return this.#rows<HeadRow>('head')[0]?.ledgerId
  }

  get inTransit(): ReadonlySet<string> {
    return new Set(this.#fold.inTransit.keys())
  }

  /** @returns the events that are new; undefined where nothing was committed since the last look */
  look(): readonly RecordedEvent[] | undefined {
    if (this.disk.generation === this.#generation) return undefined
    this.#generation = this.disk.generation
    const head = this.#rows<HeadRow>('head')[0]
    const stored = head ? this.#storedLines() : []
    require(stored.length >= this.acknowledged, () => `Event ${stored.length + 1} was acknowledged and is gone.`)
    // What nobody was told of may go with the power.
    if (stored.length < this.lines.length) this.#forget()
    const known = this.lines.length
    for (const [index, line] of stored.entries()) {
      if (index < known) require(line === this.lines[index], () => `Event ${index + 1} was altered.`)
      else this.#add(line)
    }
    if (head) {
      this.#judgeHead(head)
      this.#judgeIndex()
      if (this.stateVersion === undefined || head.stateVersion === this.stateVersion) this.#judgeStreams()
      this.#judgeCommands()
    }
    this.#fold.judgeMoney()
    return this.events.slice(known)
  }

  /** Batches that are in no log. */
  orphans(): number {
    return this.#rows('batches').length - this.#rows('index').length
  }

  #forget(): void {
    this.lines = []
    this.events = []
    this.frontiers = [EMPTY_FRONTIER]
    this.#fold = new NaiveFold()
    this.#ids = new Map()
  }

  #rows<Row>(table: string): readonly Row[] {
    return this.disk.all(table) as readonly Row[]
  }

  #storedLines(): string[] {
    const lines: string[] = []
    for (const { first, count, batchId, byteLength } of this.#rows<IndexRow>('index')) {
      require(first === lines.length + 1, () => `A batch begins at ${first}, not at ${lines.length + 1}.`)
      const batch = this.disk.get('batches', batchId) as BatchRow | undefined
      require(batch?.bytes.length === byteLength, () => `The batch at ${first} is missing or of another length.`)
      const own = this.#linesOf.get(batch) ?? decoder.decode(batch.bytes).split(',\n').slice(0, -1)
      this.#linesOf.set(batch, own)
      require(own.length === count, () => `The batch at ${first} holds ${own.length} events, not ${count}.`)
      lines.push(...own)
    }
    return lines
  }

  #add(line: string): void {
    const position = this.lines.length + 1
    const event = JSON.parse(line) as RecordedEvent
    require(event.globalPosition === position, () => `Event ${position} says that it is ${event.globalPosition}.`)
    require(canonicalJson(event as unknown as JsonValue) === line, () => `Event ${position} is not canonical.`)
    const other = this.#ids.get(event.eventId)
    require(other === undefined, () => `Event ${position} is event ${other} again.`)
    const before = this.events.at(-1)?.recordedAt ?? ''
    require(before <= event.recordedAt, () => `Event ${position} was recorded before the one before it.`)
    this.#fold.apply(event)
    const revision = this.#fold.revisions.get(event.streamId)
    require(event.streamRevision === revision, () => `Event ${position} has revision ${event.streamRevision}.`)
    this.#ids.set(event.eventId, position)
    this.lines.push(line)
    this.events.push(event)
    this.frontiers.push(appendLeaf(this.frontiers[position - 1] as Frontier, position - 1, leafHash(line)))
  }

  #judgeHead(head: HeadRow): void {
    const { length } = this.lines
    require(head.size === length, () => `The head counts ${head.size} events, there are ${length}.`)
    require(this.#isFrontier(head.frontier, length), () => `The root is not that of the ${length} events.`)
    const last = this.events.at(-1)?.recordedAt ?? ''
    require(head.lastRecordedAt === last, () => `The head was recorded at ${head.lastRecordedAt}, not ${last}.`)
    const bytes = this.#rows<IndexRow>('index').reduce((sum, row) => sum + row.byteLength, 0)
    require(head.bytes === bytes, () => `The head counts ${head.bytes} bytes, there are ${bytes}.`)
  }

  #judgeIndex(): void {
    for (const { first, frontier } of this.#rows<IndexRow>('index')) {
      require(this.#isFrontier(frontier, first - 1), () => `The seal before event ${first} does not fit.`)
    }
  }

  #judgeStreams(): void {
    const rows = this.#rows<StreamStateRow<StreamState>>('streams')
    const { revisions, accounts } = this.#fold
    require(rows.length === revisions.size, () => `${rows.length} streams are stored, there are ${revisions.size}.`)
    for (const { streamId, revision, state } of rows) {
      const right = revisions.get(streamId)
      require(revision === right, () => `${streamId} is stored at revision ${revision}, it is at ${right}.`)
      if (state.kind !== 'account') continue
      const balance = accounts.get(state.accountId)?.balance
      require(state.balance === balance, () => `${streamId} is stored with ${state.balance}, it has ${balance}.`)
    }
  }

  /** A command's row names all that was recorded under its id here, and nothing else. */
  #judgeCommands(): void {
    const named = new Set<number>()
    for (const { commandId, positions } of this.#rows<CommandRow>('commands')) {
      for (const position of positions) {
        const of = this.events[position - 1]?.metadata.commandId
        require(of === commandId, () => `Command ${commandId} names event ${position}, which is of ${String(of)}.`)
        named.add(position)
      }
    }
    for (const { globalPosition, metadata } of this.events) {
      const isOwn = typeof metadata.commandId === 'string'
      require(!isOwn || named.has(globalPosition), () => `No command names event ${globalPosition}.`)
    }
  }

  #isFrontier(packed: Uint8Array, size: number): boolean {
    const hashes = this.frontiers[size]
    return hashes !== undefined && Buffer.concat([...hashes]).equals(packed)
  }
}
