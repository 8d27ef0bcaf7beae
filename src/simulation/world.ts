/** The simulated machine: a disk, a browser, its tabs, and what goes wrong with them. */
import type { LedgerEntry } from '../application/backend/backend'
import { SeededRandom } from '../exchange/sample/seeded-random'
import { Channels } from './browser/channels'
import type { Browser } from './browser/install'
import { Locks } from './browser/locks'
import { Disk } from './database/disk'
import { Factory } from './database/factory'
import type { Transaction } from './database/transaction'
import { type Agent, Scheduler } from './scheduler'

export const ENTRY: LedgerEntry = {
  localId: 'local',
  name: 'Simulated',
  databaseName: 'ledger',
  ledgerId: '0190a000-0000-7000-8000-000000000001',
}

type LockRest = Parameters<Locks['request']> extends [string, ...infer Rest] ? Rest : never

export class World implements Browser {
  readonly scheduler = new Scheduler()
  readonly disk = new Disk()
  readonly indexedDB: Factory
  readonly agents: Agent[] = []
  /** Of the action under way. */
  random = new SeededRandom(0)
  /** Answers and commits of a thousand that fail. */
  faultRate = 0
  /** Counts what went wrong by the world's doing. */
  faults = 0
  readonly #channels: Channels
  readonly #locks: Locks
  #arrivals = 0

  constructor() {
    this.indexedDB = new Factory(this.disk, this.scheduler, {
      ofRequest: (transaction) => this.#fault(transaction, 'SF5'),
      ofCommit: (transaction) => (transaction.hasWritten ? this.#fault(transaction, 'SF6') : undefined),
    })
    this.#channels = new Channels(this.scheduler, () => this.random)
    this.#locks = new Locks(this.scheduler)
  }

  now(): number {
    return this.scheduler.now + (this.scheduler.current?.skew ?? 0)
  }

  fill(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    return this.random.fill(bytes)
  }

  openChannel(name: string): object {
    return this.#channels.open(name)
  }

  requestLock(name: string, ...rest: unknown[]): Promise<unknown> {
    return this.#locks.request(name, ...(rest as LockRest))
  }

  /** @returns its name */
  arrive(agent: Agent): string {
    this.agents.push(agent)
    return `tab ${++this.#arrivals}`
  }

  /** The tab and all its code end, in the midst of whatever they do. */
  kill(agent: Agent): void {
    agent.dead = true
    this.scheduler.saw('SF1')
    this.agents.splice(this.agents.indexOf(agent), 1)
    this.scheduler.forget(agent)
    this.indexedDB.forget(agent, () => this.random.chance(50))
    this.#channels.forget(agent)
    this.#locks.forget(agent)
  }

  /** Every tab dies, and with them what the disk had not yet got. */
  losePower(): void {
    for (const agent of [...this.agents]) this.kill(agent)
    const kept = this.random.between(0, this.disk.looseCommits)
    if (kept < this.disk.looseCommits) this.scheduler.saw('SF4')
    this.disk.losePower(kept)
  }

  /** A connection is taken away. */
  disconnect(random: SeededRandom): void {
    const { connections } = this.indexedDB
    this.faults++
    const lost = connections[random.bits() % Math.max(1, connections.length)]
    if (lost?.isGiven) this.scheduler.saw('SF8')
    lost?.lose()
  }

  /** The browser gives up a transaction, whatever it was at. */
  abort(random: SeededRandom): void {
    const moving = this.indexedDB.transactions.filter(({ mode }) => mode !== 'versionchange')
    this.faults++
    const given = moving[random.bits() % Math.max(1, moving.length)]
    if (given) this.scheduler.saw('SF7')
    given?.giveUp(new DOMException('It was given up.', 'UnknownError'))
  }

  #fault(transaction: Transaction, kind: 'SF5' | 'SF6'): DOMException | undefined {
    if (transaction.mode === 'versionchange') return undefined
    if (this.disk.isFull && transaction.hasWritten && this.random.chance(50)) {
      this.faults++
      this.scheduler.saw('SF9')
      return new DOMException('The disk is full.', 'QuotaExceededError')
    }
    if (this.random.between(1, 1000) > this.faultRate) return undefined
    this.faults++
    this.scheduler.saw(kind)
    return new DOMException('The disk failed.', this.random.chance(50) ? 'UnknownError' : 'AbortError')
  }
}
