/**
 * What `transact` does between reading and writing: judge, decide, record, fold. Synchronous and without a store, so
 * that an adapter only loads, calls this, and writes the changes, in one transaction of its own kind.
 */
import type {
  DecisionState,
  Head,
  StoredBatch,
  StreamRow,
  TransactContext,
  TransactRequest,
  TransactResult,
  Verdict,
} from './event-log'
import { recordEvents } from './record-events'
import type { RecordedEvent } from './recorded-event'

/** A command as it was recorded. */
export interface CommandRecord {
  readonly hash: string
  readonly positions: readonly number[]
}

/** What the adapter has read, all within its transaction. */
export interface LoadedTransaction<State> {
  readonly head: Head
  /** Rows of `request.streamIds`, as far as they exist. */
  readonly rows: ReadonlyMap<string, StreamRow<State>>
  /** Events of `request.positions`, as far as they exist. */
  readonly events: ReadonlyMap<number, RecordedEvent>
  /** What is recorded under the command's id. */
  readonly command: CommandRecord | undefined
}

/** What the adapter has to write, all within its transaction. */
export interface TransactionChanges<State> {
  readonly head: Head
  /** undefined where the decision was to append nothing. */
  readonly batch: StoredBatch | undefined
  readonly rows: readonly StreamRow<State>[]
  readonly command: (CommandRecord & { readonly commandId: string }) | undefined
}

export interface SettledTransaction<State, Rejection> {
  readonly result: TransactResult<Rejection>
  /** undefined where nothing is to be written. */
  readonly changes?: TransactionChanges<State>
}

/** Whether the command has been recorded before: then the adapter answers without deciding. */
export function knownCommand(
  request: TransactRequest,
  recorded: CommandRecord | undefined,
): 'new' | 'duplicate' | 'reused' {
  if (!request.command || request.command.continues || !recorded) return 'new'
  return recorded.hash === request.command.hash ? 'duplicate' : 'reused'
}

/** @param now milliseconds since 1970. @throws whatever `decide` throws; CanonicalJsonError over the limits. */
export function settleTransaction<State, Rejection>(
  loaded: LoadedTransaction<State>,
  request: TransactRequest,
  decide: (context: TransactContext<State>) => Verdict<Rejection>,
  decision: DecisionState<State>,
  now: number,
): SettledTransaction<State, Rejection> {
  let verdict: Verdict<Rejection>
  try {
    verdict = decide(contextOf(loaded, request))
  } catch (error) {
    if (!(error instanceof WrongRevision)) throw error
    const { streamId, expectedRevision, actualRevision } = error
    return { result: { kind: 'wrong-expected-revision', streamId, expectedRevision, actualRevision } }
  }
  if ('reject' in verdict) return { result: { kind: 'rejected', rejection: verdict.reject } }
  const revisionOf = (streamId: string) => loaded.rows.get(streamId)?.revision ?? 0
  const recording = recordEvents(loaded.head, revisionOf, verdict.append, now)
  const { rows, name } = fold(recording.events, loaded, request, decision)
  const head = name === undefined ? recording.head : { ...recording.head, name }
  const command = request.command && {
    commandId: request.command.commandId,
    hash: loaded.command?.hash ?? request.command.hash,
    positions: [...(loaded.command?.positions ?? []), ...recording.events.map((event) => event.globalPosition)],
  }
  return {
    result: { kind: 'appended', events: recording.events, head },
    changes: { head, batch: recording.events.length > 0 ? recording.batch : undefined, rows, command },
  }
}

class WrongRevision extends Error {
  constructor(
    readonly streamId: string,
    readonly expectedRevision: number,
    readonly actualRevision: number,
  ) {
    super(`${streamId} is at revision ${actualRevision}, not ${expectedRevision}`)
  }
}

function contextOf<State>(loaded: LoadedTransaction<State>, request: TransactRequest): TransactContext<State> {
  const row = (streamId: string) => {
    requireNamed(request, streamId)
    return loaded.rows.get(streamId)
  }
  return {
    head: loaded.head,
    state: (streamId) => row(streamId)?.state,
    revision: (streamId) => row(streamId)?.revision ?? 0,
    event: (position) => {
      if (!request.positions?.includes(position)) throw new Error(`The transaction did not ask for event ${position}.`)
      return loaded.events.get(position)
    },
    expectRevision: (streamId, expectedRevision) => {
      const actualRevision = row(streamId)?.revision ?? 0
      if (actualRevision !== expectedRevision) throw new WrongRevision(streamId, expectedRevision, actualRevision)
    },
  }
}

/** A stream that was not read would be folded from nothing: that is a mistake of the caller, never data. */
function requireNamed(request: TransactRequest, streamId: string): void {
  if (!request.streamIds.includes(streamId)) throw new Error(`The transaction did not name the stream ${streamId}.`)
}

function fold<State>(
  events: readonly RecordedEvent[],
  loaded: LoadedTransaction<State>,
  request: TransactRequest,
  decision: DecisionState<State>,
): { rows: readonly StreamRow<State>[]; name: string | undefined } {
  const rows = new Map<string, StreamRow<State>>()
  let name: string | undefined
  for (const event of events) {
    for (const streamId of touchedStreams(decision, event)) {
      requireNamed(request, streamId)
      rows.set(streamId, evolveRow(rows.get(streamId) ?? loaded.rows.get(streamId), event, streamId, decision))
    }
    name = decision.ledgerName(event) ?? name
  }
  return { rows: [...rows.values()], name }
}

/** The streams whose rows change with the event: its own among them, whatever the domain says. */
export function touchedStreams<State>(decision: DecisionState<State>, event: RecordedEvent): ReadonlySet<string> {
  return new Set([event.streamId, ...decision.touches(event)])
}

/** The row of a stream after an event that touches it. */
export function evolveRow<State>(
  row: StreamRow<State> | undefined,
  event: RecordedEvent,
  streamId: string,
  decision: DecisionState<State>,
): StreamRow<State> {
  const revision = event.streamId === streamId ? event.streamRevision : (row?.revision ?? 0)
  return { streamId, revision, state: decision.evolve(row?.state, event, streamId) }
}
