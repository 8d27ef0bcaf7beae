/**
 * Judges answers against the disk: what was acknowledged is there, once and as it was told; what was refused is not;
 * and of what nobody heard an answer to, all of it is there or nothing.
 */

import type { Receipt } from '../../application/ledger-api'
import type { Command } from '../../domain/commands'
import { canonicalJson } from '../../event-log/canonical-json'
import type { JsonValue, RecordedEvent } from '../../event-log/recorded-event'
import type { DiskJudge } from './disk-judge'
import { Fault, require } from './fault'

/** What a command records; a transfer more, later. */
const TYPES: Readonly<Record<Command['type'], readonly string[]>> = {
  RenameLedger: ['LedgerRenamed'],
  OpenAccount: ['AccountOpened'],
  RenameAccount: ['AccountRenamed'],
  SetOverdraftLimit: ['OverdraftLimitChanged'],
  CloseAccount: ['AccountClosed'],
  ReopenAccount: ['AccountReopened'],
  Deposit: ['Deposited'],
  Withdraw: ['Withdrawn'],
  Transfer: ['TransferInitiated', 'TransferSent'],
  ReverseEntry: ['EntryReversed'],
  AnnotateEntry: ['EntryAnnotated'],
  AssertBalance: ['BalanceAsserted'],
}
/** How a transfer may go on, step by step. */
const ENDINGS = [
  ['TransferReceived', 'TransferCompleted'],
  ['TransferReturned', 'TransferFailed'],
] as const

interface Given {
  readonly command: Command
  /** Tries whose answer is not known, and may never be. */
  open: number
  acknowledged: boolean
  /** Somebody was told that it was recorded by this very try. */
  isTaken: boolean
  readonly positions: number[]
}

export class Attempts {
  readonly #given = new Map<string, Given>()

  constructor(private readonly disk: DiskJudge) {}

  /** To be tried again, with the same payload. */
  get known(): readonly { readonly commandId: string; readonly command: Command }[] {
    return [...this.#given].map(([commandId, { command }]) => ({ commandId, command }))
  }

  begin(commandId: string, command: Command): void {
    const given = this.#given.get(commandId) ?? { command, open: 0, acknowledged: false, isTaken: false, positions: [] }
    given.open++
    this.#given.set(commandId, given)
  }

  /** Events that have just been committed. */
  recorded(events: readonly RecordedEvent[]): void {
    const touched = new Set<Given>()
    for (const { metadata, globalPosition } of events) {
      if (typeof metadata.commandId !== 'string' || 'importedFrom' in metadata) continue
      const given = this.#given.get(metadata.commandId)
      require(given !== undefined, () => `Event ${globalPosition} is of a command that nobody gave.`)
      given.positions.push(globalPosition)
      touched.add(given)
    }
    for (const given of touched) this.#judgeShape(given)
  }

  acknowledge(commandId: string, receipt: Receipt, shown: number): void {
    const given = this.#of(commandId)
    given.open--
    require(receipt.duplicate || !given.isTaken, () => `${commandId} was acknowledged as new twice.`)
    given.acknowledged = true
    given.isTaken ||= !receipt.duplicate
    const { events, position } = receipt
    for (const event of events) {
      const line = this.disk.lines[event.globalPosition - 1]
      const told = canonicalJson(event as unknown as JsonValue)
      require(line === told, () => `Event ${event.globalPosition} was told as ${told}, there is ${line ?? 'none'}.`)
    }
    const told = events.map(({ globalPosition }) => globalPosition).join()
    require(told === given.positions.join(), () => `${commandId} recorded ${given.positions.join()}, told ${told}.`)
    require(!this.#isUnfinished(given), () => `${commandId} was acknowledged before its transfer had ended.`)
    require(shown >= position, () => `${commandId} was acknowledged before it showed: ${shown} of ${position}.`)
    this.disk.acknowledged = Math.max(this.disk.acknowledged, position)
  }

  /** @param isRefused by a rule; else something failed, and it may have been recorded all the same */
  fail(commandId: string, isRefused: boolean): void {
    const given = this.#of(commandId)
    if (!isRefused) return
    given.open--
    // Another try of it may have been the one that was recorded.
    const isNothing = given.positions.length === 0 || given.open > 0 || given.acknowledged
    require(isNothing, () => `${commandId} was refused, but recorded as ${given.positions.join()}.`)
  }

  /** When all is quiet and a tab has been opened since, no transfer that was begun here is under way. */
  judgeEnd(): void {
    for (const [commandId, given] of this.#given)
      require(!this.#isUnfinished(given), () => `The transfer of ${commandId} never ended.`)
  }

  #of(commandId: string): Given {
    const given = this.#given.get(commandId)
    if (!given) throw new Fault(`Nobody gave ${commandId}.`)
    return given
  }

  #isUnfinished({ command, positions }: Given): boolean {
    return command.type === 'Transfer' && positions.length > 0 && positions.length < 4
  }

  #judgeShape({ command, positions }: Given): void {
    const types = positions.map((position) => this.disk.events[position - 1]?.type ?? '')
    const first = TYPES[command.type]
    const rest = types.slice(first.length)
    const isWhole = first.every((type, index) => types[index] === type)
    const goesOn =
      command.type === 'Transfer'
        ? ENDINGS.some((ending) => rest.length <= 2 && rest.every((type, index) => ending[index] === type))
        : rest.length === 0
    require(isWhole && goesOn, () => `${command.type} recorded ${types.join(', ')}.`)
    const event = this.disk.events[(positions[0] ?? 0) - 1]
    if (!('amount' in command)) return
    require(event?.data.amount === command.amount, () => `${command.type} of ${command.amount} recorded otherwise.`)
  }
}
