/**
 * Judges a real browser that is killed again and again on one profile, with the judges of the simulation. It hears what
 * the pages were told before each kill, looks at the rows on disk after it, and asks the program when it is open again.
 */
import type { ImportReport, Receipt } from '../../application/ledger-api'
import type { Command } from '../../domain/commands'
import { decisionState } from '../../domain/stream-state'
import { rootOf } from '../../event-log/merkle-tree'
import { makeUuidV7 } from '../../event-log/uuid'
import { SeededRandom } from '../../exchange/sample/seeded-random'
import { anyCommand, anyDay } from '../commands'
import { anyFile, type LogFile } from '../files'
import { Attempts } from '../judge/attempts'
import { DiskJudge } from '../judge/disk-judge'
import { Fault, require } from '../judge/fault'
import { Imports } from '../judge/imports'
import { judgeAccounts, type ToldAccount } from '../judge/projection-judge'
import { RowsOfBrowser, type StoredLedger } from './stored-ledger'

export interface GivenCommand {
  readonly commandId: string
  readonly command: Command
}

/** What a page was told, in the order in which it was; sent out of the browser before the kill. */
export type Word =
  | { readonly commandId: string; readonly receipt: Receipt }
  | { readonly commandId: string; readonly error: ToldError }
  | { readonly file: number; readonly report: ImportReport }
  | { readonly file: number; readonly error: ToldError }

interface ToldError {
  readonly name: string
  readonly message: string
}

/** What the open program says of itself. */
export interface Told {
  readonly size: number
  readonly rootHash: string
  readonly verified: { readonly ok: boolean; readonly reason?: string; readonly size?: number }
  readonly moments: readonly {
    readonly position: number
    readonly day: string
    readonly accounts: readonly ToldAccount[]
  }[]
}

/** All that a decision may say no to; anything else that fails while nobody dies is a fault. */
const REFUSALS = new Set(['CommandRejected', 'ImportRefusedError', 'AbortError'])

export class CrashModel {
  readonly #rows = new RowsOfBrowser()
  readonly disk = new DiskJudge(this.#rows, decisionState.version)
  readonly #attempts = new Attempts(this.disk)
  readonly #imports = new Imports(this.disk)
  readonly #files: LogFile[] = []
  /** Given, and not answered. */
  readonly #open = new Map<string, Command>()
  #words: Word[] = []
  /** The ledger that all this is about, once it was seen. */
  #localId: string | undefined
  readonly #random: SeededRandom
  readonly #newId = makeUuidV7(Date.now, (bytes) => this.#random.fill(bytes))

  constructor(seed: number) {
    this.#random = new SeededRandom(seed)
  }

  commands(seed: number, count: number, types?: readonly Command['type'][]): GivenCommand[] {
    const random = new SeededRandom(seed)
    const given: GivenCommand[] = []
    for (let tries = 0; given.length < count && tries < 50 * count; tries++) {
      const command = anyCommand(random, this.disk.events)
      if (types && !types.includes(command.type)) continue
      given.push(this.#give(this.#newId(), command))
    }
    return given
  }

  /** Nobody knows what became of these: each is given again under its id. */
  unanswered(): GivenCommand[] {
    return [...this.#open].map(([commandId, command]) => this.#give(commandId, command))
  }

  get unansweredCount(): number {
    return this.#open.size + this.#imports.openCount
  }

  #give(commandId: string, command: Command): GivenCommand {
    this.#attempts.begin(commandId, command)
    this.#open.set(commandId, command)
    return { commandId, command }
  }

  /** @param most new events in it */
  file(seed: number, most: number): { readonly file: number; readonly text: string } {
    const file = anyFile(new SeededRandom(seed), this.disk, Date.now(), most)
    this.#imports.begin(file)
    return { file: this.#files.push(file) - 1, text: file.text }
  }

  hear(word: Word): void {
    this.#words.push(word)
  }

  /** What lies on disk now holds all that was told before. @throws Fault */
  look(stored: StoredLedger): void {
    this.#judgeRegistry(stored)
    this.#rows.take(stored)
    const events = this.disk.look() ?? []
    this.#attempts.recorded(events)
    this.#imports.look()
    for (const word of this.#words.splice(0)) this.#take(word)
    const { length } = this.disk.lines
    require(length >= this.disk.acknowledged, () => `${this.disk.acknowledged} events were told, ${length} are there.`)
    // Seen is told.
    this.disk.acknowledged = length
  }

  /** Moments to ask the program about: its end, and some before it on both clocks. */
  moments(seed: number): readonly { readonly position: number; readonly day: string }[] {
    const random = new SeededRandom(seed)
    const { length } = this.disk.lines
    return [length, random.between(0, length), random.between(0, length)].map((position, index) => ({
      position,
      day: index === 0 ? '9999-12-31' : anyDay(random),
    }))
  }

  /** What it says is what a replay of the rows on disk says. @throws Fault */
  judge({ size, rootHash, verified, moments }: Told): void {
    const { lines, frontiers, events } = this.disk
    require(size === lines.length, () => `The ledger says ${size} events, there are ${lines.length}.`)
    const root = rootOf(frontiers[lines.length] ?? [])
    require(rootHash === root, () => `The ledger says root ${rootHash}, it is ${root}.`)
    require(verified.ok, () => `Verify: ${verified.reason}`)
    for (const { position, day, accounts } of moments) judgeAccounts(accounts, events, position, day)
  }

  /** Transfers end as the program opens, not when somebody gives them again. @throws Fault */
  judgeOpened(): void {
    this.#attempts.judgeEnd()
  }

  /** When a program was opened and at rest since: nothing is left of what was cut short. @throws Fault */
  judgeEnd(): void {
    this.#attempts.judgeEnd()
    require(this.disk.orphans() === 0, () => `${this.disk.orphans()} batches were left behind.`)
    require(this.#open.size === 0, () => `${this.#open.size} commands have no answer.`)
  }

  #take(word: Word): void {
    if ('file' in word) {
      const file = this.#files[word.file]
      if (!file) throw new Fault(`Nobody imported file ${word.file}.`)
      if ('report' in word) this.#imports.succeed(file, word.report)
      else {
        const isExpected = REFUSALS.has(word.error.name) || file.isDamaged
        require(isExpected, () => `An import failed: ${word.error.name} ${word.error.message}`)
        this.#imports.fail(file)
      }
      return
    }
    this.#open.delete(word.commandId)
    if ('receipt' in word) this.#attempts.acknowledge(word.commandId, word.receipt, word.receipt.position)
    else {
      require(REFUSALS.has(word.error.name), () => `A command failed: ${word.error.name} ${word.error.message}`)
      this.#attempts.fail(word.commandId, true)
    }
  }

  /** Ledgers are there or not; this one stays, and no database is left of one that is gone. */
  #judgeRegistry({ ledgers, tables }: StoredLedger): void {
    const [first] = ledgers
    this.#localId ??= first?.localId
    const own = ledgers.find(({ localId }) => localId === this.#localId)
    require(this.#localId === undefined || own !== undefined, () => 'The ledger is in no registry any more.')
    require(own?.removing !== 1, () => 'The ledger is being removed.')
    require(this.disk.lines.length === 0 || tables !== undefined, () => 'The database of the ledger is gone.')
  }
}
