/**
 * What a ledger would say to commands, one after another, without recording anything: they are decided on the states that
 * its log keeps, and what they would change is kept here.
 *
 * [SB6] A verdict is what `decide` says on the ledger as it is, with those before it that pass.
 */

import { type CompleteCommand, decide } from '../../domain/decide'
import type { DecidedEvent } from '../../domain/deciders/decision'
import { asLedgerEvent, type LedgerEvent } from '../../domain/events'
import type { Rejection } from '../../domain/rejections'
import { accountStream, transferStream } from '../../domain/stream-id'
import { decisionState, type StreamState } from '../../domain/stream-state'
import { nextTransferStep } from '../../domain/transfer-process'
import { newestVersion } from '../../domain/upcasters'
import type { EventLog } from '../../event-log/event-log'
import type { RecordedEvent } from '../../event-log/recorded-event'

type States = Map<string, StreamState>

export class DryRun {
  /** As the log has them; undefined where it has none. */
  readonly #recorded = new Map<string, StreamState | undefined>()
  readonly #wouldBe: States = new Map()
  readonly #events = new Map<number, LedgerEvent>()
  /** Of the last event that is, or would be, recorded. */
  #position: number

  /** @param size how many events the log has. */
  constructor(
    private readonly log: EventLog<StreamState>,
    private readonly size: number,
  ) {
    this.#position = size
  }

  /**
   * @param entryPosition where the entry stands that it names.
   * @returns why it would be refused now, and after those before it; undefined where it would not. And the position of its
   *   first event, if it passes.
   */
  async judge(
    command: CompleteCommand,
    entryPosition: number | undefined,
  ): Promise<{ alone?: Rejection; inTurn?: Rejection; position: number }> {
    for (const streamId of streamsOf(command)) {
      if (!this.#recorded.has(streamId)) this.#recorded.set(streamId, (await this.log.readStreamRow(streamId))?.state)
    }
    if (entryPosition !== undefined && !this.#events.has(entryPosition)) {
      const [event] = await this.log.readAt([entryPosition])
      if (event) this.#events.set(entryPosition, asLedgerEvent(event))
    }
    const isRecorded = entryPosition === undefined || entryPosition <= this.size
    const alone = this.#decide(command, isRecorded ? entryPosition : undefined, (id) => this.#recorded.get(id))
    const inTurn = this.#decide(command, entryPosition, (id) => this.#state(id))
    const position = this.#position + 1
    if ('events' in inTurn) this.#take(inTurn.events)
    return {
      ...('rejection' in alone && { alone: alone.rejection }),
      ...('rejection' in inTurn && { inTurn: inTurn.rejection }),
      position,
    }
  }

  /** The event that stands, or would stand, at a position. */
  eventId(position: number): string | undefined {
    return this.#events.get(position)?.eventId
  }

  #state(streamId: string): StreamState | undefined {
    return this.#wouldBe.get(streamId) ?? this.#recorded.get(streamId)
  }

  #decide(
    command: CompleteCommand,
    entryPosition: number | undefined,
    state: (streamId: string) => StreamState | undefined,
  ) {
    return decide(command, {
      ledgerId: '',
      account: (id) => {
        const found = state(accountStream(id))
        return found?.kind === 'account' ? found : undefined
      },
      transfer: (id) => {
        const found = state(transferStream(id))
        return found?.kind === 'transfer' ? found : undefined
      },
      event: (position) => this.#events.get(position),
      entryPosition,
      expectRevision: () => undefined,
    })
  }

  #take(events: readonly DecidedEvent[]): void {
    for (const event of events) this.#record(event)
    const begun = events.find((event) => event.type === 'TransferInitiated')
    if (!begun) return
    for (let steps: readonly DecidedEvent[] | 'done' = []; steps !== 'done'; ) {
      for (const step of steps) this.#record(step)
      const transfer = this.#state(begun.streamId)
      if (transfer?.kind !== 'transfer') return
      const receiver = this.#state(accountStream(transfer.toAccountId))
      steps = nextTransferStep(transfer, receiver?.kind === 'account' ? receiver : undefined)
    }
  }

  #record({ streamId, type, data, metadata = {} }: DecidedEvent): void {
    this.#position++
    const event: RecordedEvent = {
      globalPosition: this.#position,
      streamId,
      streamRevision: 0,
      eventId: `would-be-${this.#position}`,
      type,
      schemaVersion: newestVersion(type),
      recordedAt: '',
      data: data as unknown as RecordedEvent['data'],
      metadata,
    }
    this.#events.set(this.#position, asLedgerEvent(event))
    for (const touched of decisionState.touches(event))
      this.#wouldBe.set(touched, decisionState.evolve(this.#state(touched), event, touched))
  }
}

function streamsOf(command: CompleteCommand): string[] {
  switch (command.type) {
    case 'RenameLedger':
      return []
    case 'Transfer':
      return [
        transferStream(command.transferId),
        accountStream(command.fromAccountId),
        accountStream(command.toAccountId),
      ]
    default:
      return [accountStream(command.accountId)]
  }
}
