/**
 * Sandboxes: parallel ledgers that begin with the events of another one. A branch is a ledger like any other, in a
 * database of its own, which the registry remembers the origin of; so everything that works on a ledger works on it.
 *
 * [SB9] The original is read only, but for the commands that are given to it by name.
 */
import { isDate } from '../../domain/calendar'
import { isAmount } from '../../domain/money'
import type { RecordedEvent } from '../../event-log/recorded-event'
import type { BranchOrigin } from '../../storage/branch-origin'
import { InvalidMomentError, parseMoment, resolveMoment } from '../../time-travel/resolve-moment'
import type { LedgerEntry } from '../backend/backend'
import { CommandRejected } from '../errors'
import type { LedgerApplication } from '../ledger-application'
import type { OpenLedger } from '../open-ledger'
import { noteOf } from './branch-notes'
import type { EntryMove } from './changes'
import { compared } from './comparison'
import { subjectOf } from './event-as-command'
import { giveCommands } from './give-commands'
import type { Branch, BranchOptions, CommandVerdict, Comparison, GivenCommand, SandboxApi } from './sandbox-api'

type BranchEntry = LedgerEntry & { readonly origin: BranchOrigin }

const MOVABLE: readonly string[] = [
  'Deposited',
  'Withdrawn',
  'TransferInitiated',
  'TransferSent',
  'TransferReceived',
  'TransferReturned',
  'EntryReversed',
]

export class Sandboxes implements SandboxApi {
  constructor(private readonly application: LedgerApplication) {}

  async branch({ name, at = 'now', without = [], moved = [], ...work }: BranchOptions): Promise<Branch> {
    const { backend } = this.application
    const called = checkedName(name)
    const ledger = await this.application.desk.wholeLedger()
    const position = this.#position(ledger, at)
    const left = await chosen(ledger, without, position)
    const moves = await chosen(
      ledger,
      moved.map(({ eventId }) => eventId),
      position,
    )
    moves.forEach((event, index) => {
      checkMove(event, moved[index] ?? {})
    })
    const { ledgerId, name: originalName } = await ledger.log.head()
    const moveOf = (index: number): EntryMove => {
      const { effectiveOn, amount } = moved[index] ?? {}
      return { ...(effectiveOn !== undefined && { effectiveOn }), ...(amount !== undefined && { amount }) }
    }
    const request = {
      name: called,
      position,
      without: left.map(subjectOf),
      moved: moves.map((event, index) => [subjectOf(event), moveOf(index)] as const),
    }
    const { entry } = await backend.directory.createBy(
      called,
      (made) => backend.heavyWork.branch(made, ledger.entry, { ...request, ledgerId: made.ledgerId }, work),
      (facts): BranchOrigin => ({
        localId: ledger.entry.localId,
        ledgerId,
        name: originalName,
        position,
        without: left.map(noteOf),
        moved: moves.map((event, index) => ({ ...noteOf(event), to: moveOf(index) })),
        ...facts,
      }),
    )
    this.application.listChanged()
    return this.#summary(entry as BranchEntry)
  }

  async branches(): Promise<Branch[]> {
    const entries = await this.application.backend.directory.list()
    return entries.flatMap((entry) => (isBranch(entry) ? [this.#summary(entry)] : []))
  }

  async compareBranch(id: string): Promise<Comparison> {
    const { backend, desk } = this.application
    const { entry, original } = await this.#both(id)
    const branch = await backend.heavyWork.balances(entry)
    const other = original && (await backend.heavyWork.balances(original))
    const { timeline } = desk
    return compared(branch, other, (accountId) => timeline.accountNumber(accountId) ?? timeline.accounts.length)
  }

  async branchVerdicts(id: string): Promise<CommandVerdict[]> {
    const { entry, original } = await this.#pair(id)
    return [...(await this.application.backend.heavyWork.verdicts(entry, original))]
  }

  async giveBranchCommands(id: string, eventIds?: readonly string[]): Promise<GivenCommand[]> {
    const { backend } = this.application
    const { entry, original } = await this.#pair(id)
    const branch = await backend.openLog(entry)
    try {
      const wanted = eventIds && new Set(eventIds)
      return await this.#withLedger(original, (ledger) =>
        giveCommands({ branch, origin: entry.origin, original: ledger.log }, ledger, wanted),
      )
    } finally {
      branch.close()
    }
  }

  async discardBranch(id: string): Promise<void> {
    const { entry, original } = await this.#both(id)
    if (this.application.desk.localId === id && original) await this.application.openLedger(original.localId)
    await this.application.removeLedger(id, { confirmName: entry.name })
  }

  /** The open ledger itself where it is that one, or else one that is opened for as long as the work takes. */
  async #withLedger<Result>(entry: LedgerEntry, work: (ledger: OpenLedger) => Promise<Result>): Promise<Result> {
    const { desk } = this.application
    if (desk.localId === entry.localId) return work(await desk.ledger)
    const ledger = await desk.openBeside(entry)
    try {
      return await work(ledger)
    } finally {
      await ledger.settled()
      ledger.close()
    }
  }

  #position({ timeline }: OpenLedger, at: BranchOptions['at']): number {
    const moment = parseMoment(at)
    if (moment !== 'now' && 'effectiveOn' in moment)
      throw new InvalidMomentError('A branch begins at {position} or {recordedAt}; leave `at` out for now.')
    return resolveMoment(timeline, moment).position
  }

  async #both(id: string): Promise<{ entry: BranchEntry; original: LedgerEntry | undefined }> {
    const entries = await this.application.backend.directory.list()
    const entry = entries.find(({ localId }) => localId === id)
    if (!entry || !isBranch(entry))
      throw refused(`There is no sandbox ${id}. branches() lists those there are.`, { id })
    return { entry, original: entries.find(({ localId }) => localId === entry.origin.localId) }
  }

  async #pair(id: string): Promise<{ entry: BranchEntry; original: LedgerEntry }> {
    const { entry, original } = await this.#both(id)
    if (original) return { entry, original }
    throw refused(`The ledger that “${entry.name}” was branched from is no longer here.`, { id })
  }

  #summary({ localId, name, origin }: BranchEntry): Branch {
    return { id: localId, name, origin, current: this.application.desk.localId === localId }
  }
}

function isBranch(entry: LedgerEntry): entry is BranchEntry {
  return entry.origin !== undefined
}

/** The events of these ids, which must stand before the branch begins. */
async function chosen(ledger: OpenLedger, ids: readonly string[], position: number): Promise<readonly RecordedEvent[]> {
  const positions = ids.map((eventId) => {
    const slot = ledger.timeline.slotOfEvent(eventId)
    if (slot !== undefined && slot < position) return slot + 1
    throw refused(`There is no event ${eventId} before the branch begins.`, { eventId })
  })
  return ledger.log.readAt(positions)
}

function checkMove(event: RecordedEvent, { effectiveOn, amount }: EntryMove): void {
  const { eventId } = event
  if (!MOVABLE.includes(event.type))
    throw refused(`${event.type} moved no money: it can be left out, not moved.`, { eventId })
  if (effectiveOn === undefined && amount === undefined)
    throw refused('Say where to move the entry: effectiveOn, amount or both.', { eventId })
  if (effectiveOn !== undefined && !isDate(effectiveOn))
    throw refused('effectiveOn must be a date that exists, written YYYY-MM-DD.', { field: 'effectiveOn' })
  if (amount === undefined) return
  if (!isAmount(amount)) throw refused('amount must be a whole number of minor units above 0.', { field: 'amount' })
  if (event.type === 'EntryReversed')
    throw refused('A reversal undoes its entry in full: move the entry instead.', { field: 'amount' })
}

function checkedName(name: unknown): string {
  const trimmed = typeof name === 'string' && name.isWellFormed() ? name.trim() : ''
  if (trimmed.length > 0 && trimmed.length <= 200) return trimmed
  throw refused('Give the sandbox a name of 1 to 200 characters.', { field: 'name' })
}

function refused(message: string, facts: Record<string, string>): CommandRejected {
  return new CommandRejected({ code: 'invalid-command', message, facts })
}
