/**
 * Judges events one after another as a log: every invariant of LOG-FORMAT, from the first event on. On the way it
 * folds what a ledger keeps beside its events (stream revisions and states, the Merkle frontier), so that an import
 * writes exactly what has been checked.
 */
import { instantMillis, instantOfMillis, isInstant } from '../domain/calendar'
import { checkEventData } from '../domain/event-schema'
import type { EventType } from '../domain/events'
import { isUuid, parseStreamId } from '../domain/stream-id'
import { makeDecisionState, type Reversal, type StreamState } from '../domain/stream-state'
import type { EventLog, StreamRow } from '../event-log/event-log'
import { type Frontier, rootOf } from '../event-log/merkle-tree'
import type { JsonObject, RecordedEvent } from '../event-log/recorded-event'
import type { ScannedLines } from '../event-log/scanning/scanned-lines'
import { GrowingSeal } from '../event-log/sealing/growing-seal'
import { UuidMap } from '../event-log/uuid-set'
import { CheckedStream } from './checking/checked-stream'
import { EntryIndex } from './checking/entry-index'
import { effectOf, type Fold, LedgerRules } from './checking/ledger-rules'
import { PlainEntry } from './checking/plain-entry'
import { storedEvents } from './checking/stored-events'
import { todaysForm } from './checking/todays-form'
import { type FilePlace, LogFormatError, throwIfCancelled } from './log-format-error'
import { inWords, type LogHeader } from './reading/log-header'

export interface Checked {
  readonly type: EventType
  /** Milliseconds since 1970. */
  readonly recordedAt: number
  readonly stream: CheckedStream
  /** Signed effect on the stream's account, minor units; 0 where the event is no entry. */
  readonly effect: number
  /** Where the event was read from its bytes alone; it holds until the next event is checked. */
  readonly plain?: PlainEntry
  /** Where it was read as an object. */
  readonly event?: RecordedEvent
}

export class LogChecker {
  size = 0
  /** Milliseconds since 1970. */
  private lastMillis = Number.NEGATIVE_INFINITY
  private readonly seal = new GrowingSeal()
  private readonly streams = new Map<string, CheckedStream>()
  /** Where an account's stream stands in `accountStreams`. */
  private readonly accounts = new UuidMap()
  private readonly accountStreams: CheckedStream[] = []
  private readonly plain = new PlainEntry()
  private readonly entries = new EntryIndex()
  private readonly rules = new LedgerRules((streamId) => this.streams.get(streamId)?.state, this.entries)
  private readonly fold: Fold = makeDecisionState({ reversalOf: (event) => this.reversalOf(event) })

  /**
   * A checker that stands at the end of a ledger, for what a merge would add.
   * @param onEvent sees the ledger's events on the way.
   * @throws Error where the ledger itself is not sound; AbortError.
   */
  static async from(
    log: EventLog<StreamState>,
    options: {
      readonly to: number
      readonly signal?: AbortSignal | undefined
      readonly onEvent?: (event: RecordedEvent) => void
    },
  ): Promise<LogChecker> {
    const checker = new LogChecker()
    for await (const { event, bytes } of storedEvents(log, 1, options.to)) {
      throwIfCancelled(options.signal)
      try {
        checker.check(event, bytes)
      } catch (error) {
        throw new Error(`Event ${checker.size + 1} of this ledger is not sound. Verify the ledger.`, { cause: error })
      }
      options.onEvent?.(event)
    }
    return checker
  }

  /** Of all events so far. Asked rarely: they are hashed then. */
  get frontier(): Frontier {
    return this.seal.frontier
  }

  /** Of the last event; '' before the first. */
  get lastRecordedAt(): string {
    return this.size === 0 ? '' : instantOfMillis(this.lastMillis)
  }

  /** Lower-case hex. */
  get rootHash(): string {
    return rootOf(this.frontier)
  }

  revision(streamId: string): number {
    return this.streams.get(streamId)?.revision ?? 0
  }

  state(streamId: string): StreamState | undefined {
    return this.streams.get(streamId)?.state
  }

  /** Rows of all streams, or of those that events after a position have changed. */
  *streamRows(changedAfter = 0): Generator<StreamRow<StreamState>, void, undefined> {
    for (const { streamId, revision, state, touchedAt } of this.streams.values()) {
      if (touchedAt > changedAfter && state !== undefined) yield { streamId, revision, state }
    }
  }

  /**
   * Takes the next event. Where it throws, the checker stands where it stood.
   * @param bytes its canonical form.
   * @throws LogFormatError
   */
  check(candidate: unknown, bytes: Uint8Array, place: FilePlace = { position: this.size + 1 }): Checked {
    const recorded = candidate as RecordedEvent
    const stream = this.checkEnvelope(recorded, place)
    const event = inTodaysForm(recorded, place)
    const fault = checkEventData(stream.category, event.type, event.schemaVersion, event.data)
    // An event that is not known here is no reason to blame its account.
    if (fault?.code !== 'newer-version') checkOpened(event, stream, place)
    if (fault) throw new LogFormatError(fault.code, fault.message, { ...place, path: fault.path })
    this.rules.check(event, stream, place)
    return this.take(event, stream, bytes)
  }

  /**
   * As `check`, of a scanned line.
   * @throws LogFormatError
   */
  checkLine(lines: ScannedLines, index: number): Checked {
    const checked = this.takePlain(lines, index)
    if (checked) return checked
    const position = this.size + 1
    const place = lines.firstLine === 0 ? { position } : { line: lines.firstLine + index, position }
    return this.check(JSON.parse(lines.text(index)), lines.line(index), place)
  }

  /**
   * Compares with what the header says of its events; the file is at its end.
   * @throws LogFormatError `size-mismatch` or `root-mismatch`.
   */
  checkSeal({ size, rootHash }: LogHeader): void {
    if (size !== null && size !== this.size) {
      throw new LogFormatError('size-mismatch', `The file’s header says ${size} events, but it holds ${this.size}.`, {
        path: 'size',
      })
    }
    if (rootHash !== null && rootHash !== this.rootHash) {
      throw new LogFormatError(
        'root-mismatch',
        `The seal is broken: rootHash is ${inWords(rootHash)}, but the events give "${this.rootHash}".`,
        { path: 'rootHash' },
      )
    }
  }

  /** Everything about an event but its data. */
  private checkEnvelope(event: RecordedEvent, place: FilePlace): CheckedStream {
    if (isRedacted(event))
      throw new LogFormatError('newer-version', 'The event’s words have been erased (redacted).', {
        ...place,
        path: 'redacted',
      })
    const position = this.size + 1
    if (event.globalPosition !== position) {
      throw new LogFormatError(
        'position-gap',
        `globalPosition is ${inWords(event.globalPosition)} where ${position} must follow.`,
        { ...place, path: 'globalPosition' },
      )
    }
    const stream = this.streams.get(event.streamId) ?? this.newStream(event.streamId, place)
    if (event.streamRevision !== stream.revision + 1) {
      throw new LogFormatError(
        'revision-gap',
        `streamRevision is ${inWords(event.streamRevision)} where ${stream.revision + 1} must follow in ${event.streamId}.`,
        { ...place, path: 'streamRevision' },
      )
    }
    if (!isUuid(event.eventId)) throw badField('eventId', event.eventId, 'a UUID in lower case', place)
    if (this.entries.has(event.eventId)) {
      throw new LogFormatError('repeated-event-id', `eventId ${event.eventId} was used by an earlier event.`, {
        ...place,
        path: 'eventId',
      })
    }
    if (typeof event.type !== 'string') throw badField('type', event.type, 'a text', place)
    if (!Number.isInteger(event.schemaVersion) || event.schemaVersion < 1)
      throw badField('schemaVersion', event.schemaVersion, 'a whole number from 1', place)
    this.checkTime(event.recordedAt, place)
    if (!isObject(event.metadata)) throw badField('metadata', event.metadata, 'an object', place)
    if (!isObject(event.data)) throw badField('data', event.data, 'an object', place)
    return stream
  }

  private checkTime(recordedAt: unknown, place: FilePlace): void {
    if (typeof recordedAt !== 'string' || !isInstant(recordedAt)) {
      throw new LogFormatError('bad-date', `recordedAt is ${inWords(recordedAt)}.`, { ...place, path: 'recordedAt' })
    }
    if (instantMillis(recordedAt) < this.lastMillis) {
      throw new LogFormatError(
        'time-falls',
        `recordedAt ${recordedAt} is before ${this.lastRecordedAt} of the event before.`,
        { ...place, path: 'recordedAt' },
      )
    }
  }

  private newStream(streamId: unknown, place: FilePlace): CheckedStream {
    const parsed = parseStreamId(streamId)
    if (!parsed || typeof streamId !== 'string')
      throw badField('streamId', streamId, '“ledger-”, “account-” or “transfer-” and a UUID in lower case', place)
    return new CheckedStream(this.streams.size + 1, streamId, parsed.category, parsed.id)
  }

  /** A deposit or withdrawal that nothing is wrong with; undefined where `check` is to judge. */
  private takePlain(lines: ScannedLines, index: number): Checked | undefined {
    const { plain, entries } = this
    if (lines.globalPosition[index] !== this.size + 1 || !plain.read(lines, index)) return undefined
    const stream = this.accountStreams[this.accounts.getWords(plain.accountIds, plain.accountIdAt) ?? -1]
    const account = stream?.account
    if (!stream || !account || lines.streamRevision[index] !== stream.revision + 1) return undefined
    const { amount, effect, recordedAt, type } = plain
    if (recordedAt < this.lastMillis || !this.rules.canAdd(amount, account.currency)) return undefined
    if (entries.hasWords(lines.eventId, 4 * index)) return undefined
    this.size++
    this.lastMillis = recordedAt
    stream.revision++
    stream.touchedAt = this.size
    stream.addEffect(effect)
    entries.addWords(lines.eventId, 4 * index, stream.ordinal, effect)
    this.rules.add(amount, account.currency)
    this.seal.append(lines.bytes, lines.start[index], lines.end[index])
    return { type, recordedAt, stream, effect, plain }
  }

  private take(event: RecordedEvent, stream: CheckedStream, bytes: Uint8Array): Checked {
    const effect = effectOf(event, this.entries)
    this.know(stream)
    stream.revision++
    for (const streamId of this.fold.touches(event)) {
      const touched = streamId === stream.streamId ? stream : this.streams.get(streamId)
      if (!touched) throw new Error(`${event.type} at ${event.globalPosition} passed its check without ${streamId}`)
      touched.state = this.fold.evolve(touched.state, event, streamId)
      touched.touchedAt = event.globalPosition
    }
    this.rules.take(event, stream, effect)
    this.seal.append(bytes)
    this.size++
    const recordedAt = instantMillis(event.recordedAt)
    this.lastMillis = recordedAt
    // Its type was found in the schema.
    return { type: event.type as EventType, recordedAt, stream, effect, event }
  }

  private know(stream: CheckedStream): void {
    if (stream.revision > 0) return
    this.streams.set(stream.streamId, stream)
    if (stream.category === 'account') this.accounts.set(stream.id, this.accountStreams.push(stream) - 1)
  }

  /** What a reversal undoes is known here; the event's metadata may hold the positions of another log. */
  private reversalOf(event: RecordedEvent): Reversal | undefined {
    const entry = this.entries.find(String(event.data.entryId))
    return entry && { reverses: entry.effect > 0 ? 'Deposited' : 'Withdrawn', position: entry.position }
  }
}

function inTodaysForm(event: RecordedEvent, place: FilePlace): RecordedEvent {
  try {
    return todaysForm(event)
  } catch {
    // An upcaster takes the data for what its version has it be.
    const what = `data is not what ${event.type} version ${event.schemaVersion} has`
    throw new LogFormatError('bad-field', `${what}.`, { ...place, path: 'data' })
  }
}

function checkOpened({ type, streamId }: RecordedEvent, { category, state }: CheckedStream, place: FilePlace): void {
  if (category !== 'account' || type === 'AccountOpened' || state !== undefined) return
  throw new LogFormatError('account-not-opened', `${type} in ${streamId}, which no event has opened.`, {
    ...place,
    path: 'streamId',
  })
}

/** LOG-FORMAT reserves this form: `{…, leafHash, redacted: true}` in place of type and data. */
function isRedacted(event: object): boolean {
  return 'redacted' in event && event.redacted === true && !('type' in event)
}

function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function badField(path: string, found: unknown, wanted: string, place: FilePlace): LogFormatError {
  const what = found === undefined ? `${path} is missing` : `${path} is ${inWords(found)}`
  return new LogFormatError('bad-field', `${what}; it must be ${wanted}.`, { ...place, path })
}
