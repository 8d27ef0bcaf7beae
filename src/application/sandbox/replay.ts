/**
 * A log again, without some of its entries or with some moved: what "what if" means. Every later event is decided anew.
 * Pure: events in, events and verdicts out; it keeps states of streams and a few bytes an event, never the events.
 *
 * [SB1] Without changes every event comes out as it went in.
 * [SB2] An event is refused only because of the changes: what `decide` would refuse in the original as well, for the same
 *   reason, such as an overdraft that a bank's log holds, is a fact and stays one.
 * [SB3] What comes out is a log by LOG-FORMAT: positions and revisions without a gap, reversals and steps of transfers of
 *   what is there. An event keeps its id as long as its type, data and metadata are the same.
 * [SB4] A transfer is left out, moved or refused as a whole; its later steps follow from the state they find, so money
 *   that was returned to its sender may be received instead, or the other way round.
 * [SB5] A reversal of a moved entry undoes the amount that the entry now has; of one that is not there it is refused.
 */
import { type CompleteCommand, decide } from '../../domain/decide'
import { fitsBeside } from '../../domain/money'
import type { Rejection } from '../../domain/rejections'
import type { JsonObject, RecordedEvent } from '../../event-log/recorded-event'
import { EntryIndex } from '../../exchange/checking/entry-index'
import { effectOf } from '../../exchange/checking/ledger-rules'
import { type Changes, type EntryMove, movedData } from './changes'
import { commandOf, subjectOf } from './event-as-command'
import { ReplayStates } from './replay-states'
import { type Place, stepInBranch } from './transfer-step'

export type Outcome =
  | { readonly kind: 'kept'; readonly event: RecordedEvent }
  /** Because it was chosen. */
  | { readonly kind: 'left-out' }
  /** It could not be recorded any more. */
  | { readonly kind: 'refused'; readonly rejection: Rejection }
  /** A later step of a transfer that is not there. */
  | { readonly kind: 'gone' }

interface Changed {
  readonly eventId: string
  readonly streamId: string
  readonly amount: unknown
}

export class Replay {
  /** Events that came out. */
  size = 0
  /** Stretches of the original that did not come out: first and last position of each. */
  readonly dropped: [number, number][] = []
  readonly #entries = new EntryIndex()
  readonly #original = new ReplayStates((id) => this.#entries.find(id))
  /** The same states until something is different. */
  #branch: ReplayStates | undefined
  readonly #accountOrdinals = new Map<string, number>()
  readonly #goneEntries = new Set<string>()
  readonly #goneTransfers = new Set<string>()
  readonly #changed = new Map<string, Changed>()

  constructor(
    private readonly changes: Changes,
    private readonly newId: () => string,
  ) {}

  /** Whether what came out is still the beginning of the original, byte for byte. */
  get isSame(): boolean {
    return this.#branch === undefined
  }

  /** Of every event of the original, in order. */
  take(event: RecordedEvent): Outcome {
    const subject = subjectOf(event)
    if (this.changes.without.has(subject) || this.changes.moved.has(subject)) this.#branch ??= this.#original.copy()
    const outcome = this.#outcome(event, subject)
    if (outcome.kind === 'kept') {
      this.size++
      this.#branch?.take(outcome.event)
      const { eventId, streamId, data } = outcome.event
      if (eventId !== event.eventId) this.#changed.set(event.eventId, { eventId, streamId, amount: data.amount })
    } else this.#drop(event)
    this.#original.take(event)
    this.#index(event)
    return outcome
  }

  #outcome(event: RecordedEvent, subject: string): Outcome {
    const branch = this.#branch
    if (!branch) return { kind: 'kept', event }
    if (this.#goneTransfers.has(subject)) return { kind: 'gone' }
    if (this.changes.without.has(subject)) {
      this.#goneTransfers.add(subject)
      return { kind: 'left-out' }
    }
    const move = this.changes.moved.get(subject)
    const command = commandOf(event)
    if (!command) {
      const place = stepInBranch(event, move, this.#original, branch)
      return place ? { kind: 'kept', event: this.#placed(event, place, branch) } : { kind: 'gone' }
    }
    const place = this.#changedPlace(event, move)
    const rejection = this.#judge(event, command, place, branch)
    if (!rejection) return { kind: 'kept', event: this.#placed(event, place, branch) }
    if (command.type === 'Transfer') this.#goneTransfers.add(subject)
    return { kind: 'refused', rejection }
  }

  /** What the event says in the branch. */
  #changedPlace(event: RecordedEvent, move: EntryMove | undefined): Place {
    const { streamId, type } = event
    let { data } = event
    if (move) data = movedData(data, move)
    const undone = typeof data.entryId === 'string' ? this.#changed.get(data.entryId) : undefined
    if (undone && type === 'EntryReversed') {
      data = { ...data, entryId: undone.eventId, amount: undone.amount as number }
    } else if (undone && type === 'EntryAnnotated') data = { ...data, entryId: undone.eventId }
    return { streamId, type, data }
  }

  #judge(event: RecordedEvent, original: CompleteCommand, place: Place, branch: ReplayStates): Rejection | undefined {
    if (original.type === 'ReverseEntry' || original.type === 'AnnotateEntry') {
      // In a sound log the entry is there, unless it is gone from the branch, or from its account.
      const elsewhere = (this.#changed.get(original.entryId)?.streamId ?? event.streamId) !== event.streamId
      if (elsewhere || this.#goneEntries.has(original.entryId)) return entryGone(decide(original, branch.context))
      return original.type === 'AnnotateEntry' ? undefined : this.#tooMuch(place, branch)
    }
    const command = place.data === event.data ? original : commandOf({ ...event, data: place.data })
    const rejection = command && rejectionOf(decide(command, branch.context))
    if (!rejection) return undefined
    if (rejectionOf(decide(original, this.#original.context))?.code !== rejection.code) return rejection
    return this.#tooMuch(place, branch)
  }

  /** Sums stay exact in every log, whatever else it holds. */
  #tooMuch(place: Place, branch: ReplayStates): Rejection | undefined {
    const { amount } = place.data
    const currency = branch.currencyOf(place.streamId)
    if (typeof amount !== 'number' || currency === undefined) return undefined
    if (fitsBeside(branch.turnover(currency), amount)) return undefined
    const message = `All amounts in ${currency} together would be more than can be added exactly.`
    return { code: 'amount-too-large', message, facts: { amount, currency } }
  }

  #placed(event: RecordedEvent, { streamId, type, data }: Place, branch: ReplayStates): RecordedEvent {
    const metadata = this.#metadata(event)
    const isSame = data === event.data && type === event.type && metadata === event.metadata
    const { eventId, globalPosition } = event
    const told = { ...metadata, branchedFrom: { eventId, globalPosition } }
    return {
      ...event,
      globalPosition: this.size + 1,
      streamId,
      streamRevision: branch.revision(streamId) + 1,
      eventId: isSame ? eventId : this.newId(),
      type,
      data,
      metadata: isSame ? metadata : told,
    }
  }

  /** What names other events names them as they are in the branch. */
  #metadata({ metadata, type, data }: RecordedEvent): JsonObject {
    const cause = typeof metadata.causationId === 'string' ? this.#changed.get(metadata.causationId) : undefined
    const undone = type === 'EntryReversed' ? this.#entries.find(String(data.entryId)) : undefined
    const place = undone && metadata.reversedPosition === undone.position ? undone.position : undefined
    const shifted = place === undefined ? undefined : place - this.#droppedBefore(place)
    if (!cause && shifted === place) return metadata
    return {
      ...metadata,
      ...(cause && { causationId: cause.eventId }),
      ...(shifted !== undefined && { reversedPosition: shifted }),
    }
  }

  #droppedBefore(position: number): number {
    let sum = 0
    for (const [first, last] of this.dropped) if (first < position) sum += Math.min(last, position - 1) - first + 1
    return sum
  }

  #drop({ globalPosition, eventId }: RecordedEvent): void {
    this.#goneEntries.add(eventId)
    const last = this.dropped.at(-1)
    if (last && last[1] === globalPosition - 1) last[1] = globalPosition
    else this.dropped.push([globalPosition, globalPosition])
  }

  #index(event: RecordedEvent): void {
    const isReversible = event.type === 'Deposited' || event.type === 'Withdrawn'
    this.#entries.add(event.eventId, isReversible ? this.#ordinal(event.streamId) : 0, effectOf(event, this.#entries))
  }

  #ordinal(streamId: string): number {
    const known = this.#accountOrdinals.get(streamId)
    if (known !== undefined) return known
    const next = this.#accountOrdinals.size + 1
    this.#accountOrdinals.set(streamId, next)
    return next
  }
}

function rejectionOf(decision: ReturnType<typeof decide>): Rejection | undefined {
  return 'rejection' in decision ? decision.rejection : undefined
}

/** In words for people who left the entry out, not for those who mistyped an id. */
function entryGone(decision: ReturnType<typeof decide>): Rejection | undefined {
  const rejection = rejectionOf(decision)
  if (rejection?.code !== 'entry-not-found') return rejection
  const facts = { ...rejection.facts, missingIn: 'sandbox' }
  return { ...rejection, message: 'The entry that it is about is not in the sandbox.', facts }
}
