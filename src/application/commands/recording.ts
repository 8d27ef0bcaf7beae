/**
 * The write side as one part: it loads when the screen stands, or with the first command, since nobody needs it to see a
 * balance.
 */
import { transferStream } from '../../domain/stream-id'
import type { StreamState } from '../../domain/stream-state'
import type { EventLog } from '../../event-log/event-log'
import type { Environment } from '../environment'
import type { Receipt } from '../ledger-api'
import type { Projector } from '../projector'
import { CommandDispatcher, type DispatchOptions } from './command-dispatcher'
import { type TransferEnding, TransferRunner } from './transfer-runner'
import { Turnover } from './turnover'

export class Recording {
  readonly #dispatcher: CommandDispatcher
  readonly #transfers: TransferRunner
  readonly #turnover: Turnover

  constructor(
    log: EventLog<StreamState>,
    private readonly projector: Projector,
    environment: Environment,
  ) {
    this.#transfers = new TransferRunner(log, environment)
    this.#turnover = new Turnover(log, () => projector.timeline)
    this.#dispatcher = new CommandDispatcher(log, projector, this.#transfers, this.#turnover, environment)
  }

  dispatch(command: unknown, options?: DispatchOptions): Promise<Receipt> {
    return this.#dispatcher.dispatch(command, options)
  }

  /** Finishes transfers that a crash cut short. */
  async resumeTransfers(): Promise<void> {
    if ((await this.#transfers.resume(this.projector.timeline)) > 0) await this.projector.catchUp()
  }

  async finishTransfer(transferId: string, ending: TransferEnding): Promise<void> {
    await this.#transfers.run(transferStream(transferId), ending)
    await this.projector.catchUp()
  }

  /**
   * Does a part of what the first command would wait for, a few milliseconds long.
   * @returns whether all is done
   */
  prepare(): boolean {
    return this.#turnover.ahead()
  }
}
