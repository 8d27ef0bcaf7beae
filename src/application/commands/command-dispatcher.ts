/**
 * The write side: one command, one transaction, one receipt. It never reads a projection to decide; the timeline only
 * tells where an entry stands, and `decide` judges on the event read from the log.
 *
 * [CD1] A receipt is given when the events are durable and this page's projections show them.
 * [CD2] The same commandId again gives the first receipt as a duplicate; with another payload it is refused.
 * [CD4] Commands given on this page take effect in the order in which they were given.
 * [CD3] A command that is refused, or a `decide` that throws, records nothing and harms no other command.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { checkCommand } from '../../domain/check-command'
import { type CompleteCommand, type Decision, decide } from '../../domain/decide'
import { asLedgerEvent } from '../../domain/events'
import type { Rejection } from '../../domain/rejections'
import { accountStream, ledgerStream, transferStream } from '../../domain/stream-id'
import type { StreamState } from '../../domain/stream-state'
import { newestVersion } from '../../domain/upcasters'
import { withDefaults } from '../../domain/with-defaults'
import { canonicalJson } from '../../event-log/canonical-json'
import type { EventLog, TransactContext, TransactResult, Verdict } from '../../event-log/event-log'
import type { JsonValue, NewEvent, RecordedEvent } from '../../event-log/recorded-event'
import type { Environment } from '../environment'
import { CommandRejected, WrongExpectedRevisionError } from '../errors'
import type { Receipt } from '../ledger-api'
import type { Projector } from '../projector'
import type { TransferRunner } from './transfer-runner'
import type { Turnover } from './turnover'

export interface DispatchOptions {
  readonly commandId?: string
  readonly expectedRevision?: number
}

export class CommandDispatcher {
  /** The mailbox of this page: what has to be looked up before a transaction must not let a later command pass. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly log: EventLog<StreamState>,
    private readonly projector: Projector,
    private readonly transfers: TransferRunner,
    private readonly turnover: Turnover,
    private readonly environment: Environment,
  ) {}

  async dispatch(given: unknown, options: DispatchOptions = {}): Promise<Receipt> {
    const commandId = options.commandId ?? this.environment.newId()
    const hash = digest(given)
    const checked = checkOptions(options) ?? checkCommand(given)
    if ('code' in checked) {
      const known = options.commandId === undefined ? undefined : await this.log.findCommand(commandId)
      throw new CommandRejected(known && known.hash !== hash ? reused(commandId) : checked)
    }
    const complete = withDefaults(checked, { today: this.environment.today(), newId: this.environment.newId })
    if ('code' in complete) throw new CommandRejected(complete)
    const result = await this.#transact(complete, { commandId, hash }, options.expectedRevision)
    return this.#receipt(complete, commandId, result)
  }

  async #transact(
    command: CompleteCommand,
    id: { commandId: string; hash: string },
    expectedRevision: number | undefined,
  ): Promise<TransactResult<Rejection>> {
    const { ledgerId, position } = await this.#inTurn(() => this.#prepare(command))
    const request = {
      streamIds: streamsOf(command, ledgerId),
      command: id,
      ...(position === undefined ? {} : { positions: [position] }),
    }
    return this.log.transact<Rejection>(request, (context) =>
      this.#verdict(command, id.commandId, expectedRevision, position, ledgerId, context),
    )
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  /** What the transaction cannot find out itself, since it may wait for nothing but the database. */
  async #prepare(command: CompleteCommand): Promise<{ ledgerId: string; position: number | undefined }> {
    // Only the ledger's own stream is named by it, and every look at the log makes people wait.
    const ledgerId = command.type === 'RenameLedger' ? (await this.log.head()).ledgerId : ''
    const position = await this.#positionOf(command)
    await this.turnover.prepare()
    return { ledgerId, position }
  }

  #verdict(
    command: CompleteCommand,
    commandId: string,
    expectedRevision: number | undefined,
    position: number | undefined,
    ledgerId: string,
    context: TransactContext<StreamState>,
  ): Verdict<Rejection> {
    const decision: Decision = decide(command, {
      ledgerId,
      account: (id) => {
        const state = context.state(accountStream(id))
        return state?.kind === 'account' ? state : undefined
      },
      transfer: (id) => {
        const state = context.state(transferStream(id))
        return state?.kind === 'transfer' ? state : undefined
      },
      event: (at) => {
        const event = at === position ? context.event(at) : undefined
        return event && asLedgerEvent(event)
      },
      entryPosition: position,
      expectRevision: () => {
        if (expectedRevision !== undefined) context.expectRevision(judgedStream(command, ledgerId), expectedRevision)
      },
      turnoverOf: (currency) => this.turnover.of(currency),
    })
    if ('rejection' in decision) return { reject: decision.rejection }
    const metadata = { commandId, correlationId: commandId, causationId: commandId }
    return {
      append: decision.events.map(
        (event): NewEvent => ({
          streamId: event.streamId,
          eventId: this.environment.newId(),
          type: event.type,
          schemaVersion: newestVersion(event.type),
          data: event.data as unknown as NewEvent['data'],
          metadata: { ...metadata, ...event.metadata },
        }),
      ),
    }
  }

  /** Where the entry that the command names stands: the caller's hint, or else what the timeline knows. */
  async #positionOf(command: CompleteCommand): Promise<number | undefined> {
    if (command.type !== 'ReverseEntry' && command.type !== 'AnnotateEntry') return undefined
    const known = () => {
      const slot = this.projector.timeline.slotOfEvent(command.entryId)
      return slot === undefined ? undefined : slot + 1
    }
    await this.projector.whole
    const found = known()
    if (found !== undefined) return found
    // Another tab may have recorded it a moment ago.
    await this.projector.catchUp()
    return known() ?? command.position
  }

  async #receipt(command: CompleteCommand, commandId: string, result: TransactResult<Rejection>): Promise<Receipt> {
    switch (result.kind) {
      case 'rejected':
        throw new CommandRejected(result.rejection)
      case 'command-id-reused':
        throw new CommandRejected(reused(commandId))
      case 'wrong-expected-revision':
        throw new WrongExpectedRevisionError(result.streamId, result.expectedRevision, result.actualRevision)
      case 'appended':
      case 'duplicate': {
        const events =
          command.type === 'Transfer' ? await this.#finishTransfer(commandId, result.events) : result.events
        const position = events.at(-1)?.globalPosition ?? (await this.log.head()).size
        await this.projector.waitFor(position)
        return { commandId, events, position, duplicate: result.kind === 'duplicate' }
      }
    }
  }

  async #finishTransfer(commandId: string, first: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
    const initiated = first.find((event) => event.type === 'TransferInitiated')
    if (!initiated) return first
    await this.transfers.run(initiated.streamId)
    // Another tab may have taken some of the steps: the log knows them all under the commandId.
    const known = await this.log.findCommand(commandId)
    return known ? this.log.readAt([...known.positions].sort((a, b) => a - b)) : first
  }
}

/** Digest of the command as given, before defaults: two spellings of one object are one command. */
function digest(given: unknown): string {
  let text: string
  try {
    text = canonicalJson((JSON.parse(JSON.stringify(given) ?? 'null') as JsonValue) ?? null)
  } catch {
    // Not JSON at all: it will be refused as invalid, and must only differ from every valid command.
    text = 'not a command'
  }
  return bytesToHex(sha256(utf8ToBytes(text)))
}

function reused(commandId: string): Rejection {
  return {
    code: 'command-id-reused',
    message: `The command id ${commandId} was used before for another command. Give each command an id of its own, or leave it out.`,
    facts: { commandId },
  }
}

function checkOptions({ commandId, expectedRevision }: DispatchOptions): Rejection | undefined {
  if (commandId !== undefined && (typeof commandId !== 'string' || commandId.length < 1 || commandId.length > 200)) {
    return invalid('commandId', 'A commandId is a text of 1 to 200 characters, such as a UUID.')
  }
  if (expectedRevision !== undefined && (!Number.isSafeInteger(expectedRevision) || expectedRevision < 0)) {
    return invalid('expectedRevision', 'An expectedRevision is a whole number from 0: the revision you last saw.')
  }
  return undefined
}

function invalid(field: string, message: string): Rejection {
  return { code: 'invalid-command', message, facts: { field } }
}

/** The stream whose revision a caller may expect: the account's, the sender's for a transfer. */
function judgedStream(command: CompleteCommand, ledgerId: string): string {
  switch (command.type) {
    case 'RenameLedger':
      return ledgerStream(ledgerId)
    case 'Transfer':
      return accountStream(command.fromAccountId)
    default:
      return accountStream(command.accountId)
  }
}

function streamsOf(command: CompleteCommand, ledgerId: string): string[] {
  switch (command.type) {
    case 'RenameLedger':
      return [ledgerStream(ledgerId)]
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
