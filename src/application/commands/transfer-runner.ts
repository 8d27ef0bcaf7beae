/**
 * The transfer process: a process manager over two account streams and the transfer's own.
 *
 *   TransferInitiated + TransferSent ─▶ TransferReceived ─▶ TransferCompleted
 *                                   └─▶ TransferReturned ─▶ TransferFailed      (the receiver was closed in between)
 *
 * [TP1] Each step is one transaction and idempotent by the transfer's state: whoever runs it, it is recorded once.
 * [TP2] A transfer begun in this database is finished at the next start; an imported one waits for the person.
 * [TP3] Money in transit stays counted: within a currency, accounts plus transfers in transit never change.
 */

import { accountStream, parseStreamId } from '../../domain/stream-id'
import type { StreamState, TransferState } from '../../domain/stream-state'
import { nextTransferStep } from '../../domain/transfer-process'
import { newestVersion } from '../../domain/upcasters'
import type { EventLog } from '../../event-log/event-log'
import type { NewEvent } from '../../event-log/recorded-event'
import type { Timeline } from '../../projections/timeline'
import type { Environment } from '../environment'
import { openTransfers } from './open-transfers'

/** How the person wants an interrupted transfer to end. */
export type TransferEnding = 'complete' | 'return'

export class TransferRunner {
  constructor(
    private readonly log: EventLog<StreamState>,
    private readonly environment: Environment,
  ) {}

  /** Takes every step that is left. Safe to run twice, in two tabs, after a crash. */
  async run(streamId: string, ending: TransferEnding = 'complete'): Promise<void> {
    // Sent, received, completed: a transfer has at most four steps, so more rounds mean a broken invariant.
    for (let round = 0; round < 8; round++) {
      if ((await this.#step(streamId, ending)) === 'done') return
    }
    throw new Error(`${streamId} did not come to an end.`)
  }

  /** Finishes what a crash left half done in this database. */
  async resume(timeline: Timeline): Promise<number> {
    let finished = 0
    for (const streamId of openTransfers(timeline)) {
      const row = await this.log.readStreamRow(streamId)
      if (row?.state.kind !== 'transfer' || !row.state.commandId) continue
      // Only commands given here are known by their id: an import does not fill that table.
      if (!(await this.log.findCommand(row.state.commandId))) continue
      await this.run(streamId)
      finished++
    }
    return finished
  }

  async #step(streamId: string, ending: TransferEnding): Promise<'done' | 'taken'> {
    const row = await this.log.readStreamRow(streamId)
    if (row?.state.kind !== 'transfer')
      throw new Error(`There is no transfer ${parseStreamId(streamId)?.id ?? streamId}.`)
    const { fromAccountId, toAccountId, commandId } = row.state
    const command = commandId ? await this.log.findCommand(commandId) : undefined
    const [previous] = await this.log.readAt(command ? command.positions.slice(-1) : [])
    const result = await this.log.transact<'done'>(
      {
        streamIds: [streamId, accountStream(fromAccountId), accountStream(toAccountId)],
        ...(commandId && command ? { command: { commandId, hash: command.hash, continues: true } } : {}),
      },
      (context) => {
        const transfer = context.state(streamId)
        const receiver = context.state(accountStream(toAccountId))
        if (transfer?.kind !== 'transfer') return { reject: 'done' }
        const events = nextTransferStep(transfer, receiver?.kind === 'account' ? receiver : undefined, ending)
        if (events === 'done') return { reject: 'done' }
        return { append: events.map((event) => this.#newEvent(event, transfer, previous?.eventId)) }
      },
    )
    return result.kind === 'appended' ? 'taken' : 'done'
  }

  #newEvent(
    event: { streamId: string; type: string; data: object },
    transfer: TransferState,
    cause?: string,
  ): NewEvent {
    return {
      streamId: event.streamId,
      eventId: this.environment.newId(),
      type: event.type,
      schemaVersion: newestVersion(event.type),
      data: event.data as NewEvent['data'],
      metadata: {
        ...(transfer.commandId ? { commandId: transfer.commandId } : {}),
        correlationId: transfer.commandId ?? transfer.transferId,
        ...(cause ? { causationId: cause } : {}),
      },
    }
  }
}
