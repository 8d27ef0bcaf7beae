/** Stands where the program expects `indexedDB`: opens and deletes databases, for whichever tab runs now. */
import type { Agent, Scheduler } from '../scheduler'
import { Connection, Queue } from './connection'
import type { Disk, StoredDatabase } from './disk'
import { bubble, DatabaseEvent } from './events'
import { Request } from './request'
import type { Faults, Transaction } from './transaction'

interface Opening {
  readonly name: string
  /** undefined: whatever is there; 0: it is to be deleted. */
  readonly version: number | undefined
  readonly owner: Agent
  readonly request: Request
  isTold: boolean
}

export class Factory {
  connections: Connection[] = []
  readonly #queues = new Map<string, Queue>()
  #openings: Opening[] = []
  /** Databases that are being made or upgraded, and how to undo that. Nobody else is let in. */
  readonly #upgrades = new Map<string, { readonly owner: Agent; readonly undo: () => void }>()

  constructor(
    private readonly disk: Disk,
    private readonly scheduler: Scheduler,
    private readonly faults: Faults,
  ) {}

  open(name: string, version?: number): Request {
    return this.#begin(name, version)
  }

  deleteDatabase(name: string): Request {
    return this.#begin(name, 0)
  }

  async databases(): Promise<{ name: string; version: number }[]> {
    return [...this.disk.databases].map(([name, { version }]) => ({ name, version }))
  }

  /** Somebody makes or upgrades a database just now. */
  get isUpgrading(): boolean {
    return this.#upgrades.size > 0
  }

  get transactions(): readonly Transaction[] {
    return [...this.#queues.values()].flatMap(({ transactions }) => transactions)
  }

  /** The tab is gone. */
  forget(owner: Agent, isCommitted: () => boolean): void {
    this.#openings = this.#openings.filter((opening) => opening.owner !== owner)
    for (const connection of this.connections) if (connection.owner === owner) connection.die(isCommitted)
    for (const [name, upgrade] of this.#upgrades) {
      if (upgrade.owner !== owner) continue
      upgrade.undo()
      this.#upgraded(name)
    }
    this.#tidy()
  }

  #begin(name: string, version: number | undefined): Request {
    const request = new Request()
    this.#openings.push({ name, version, owner: this.scheduler.agent, request, isTold: false })
    this.scheduler.post(undefined, () => this.#proceed(name))
    return request
  }

  #queueOf(name: string): Queue {
    const known = this.#queues.get(name)
    if (known) return known
    const queue = new Queue(this.disk, this.scheduler, this.faults)
    queue.onEnded.push(() => this.#tidy())
    this.#queues.set(name, queue)
    return queue
  }

  #tidy(): void {
    this.connections = this.connections.filter((connection) => !connection.isClosed)
    for (const { name, isTold } of this.#openings) {
      if (isTold) this.scheduler.post(undefined, () => this.#proceed(name))
    }
  }

  /** One after another for each database. */
  #proceed(name: string): void {
    const opening = this.#openings.find((each) => each.name === name)
    if (!opening || this.#upgrades.has(name)) return
    const there = this.disk.databases.get(name)
    const { version, owner, request } = opening
    const wanted = version ?? there?.version ?? 1
    if (there && wanted !== 0 && wanted <= there.version) {
      this.#finish(opening)
      if (wanted < there.version) this.#refuse(opening, new DOMException('The database is newer.', 'VersionError'))
      else this.#give(opening, this.#connect(opening, there))
      return
    }
    const others = this.connections.filter((connection) => connection.name === name)
    if (others.length > 0) {
      this.#ask(opening, others, there)
      return
    }
    this.#finish(opening)
    if (wanted === 0) {
      this.disk.databases.delete(name)
      this.disk.generation++
      this.scheduler.post(owner, () => {
        request.succeed(undefined)
        bubble(new DatabaseEvent('success', request), [request])
      })
    } else this.#upgrade(opening, there, wanted)
  }

  /** Those who are in the way are asked to close; who does not is told of. */
  #ask(opening: Opening, others: readonly Connection[], there: StoredDatabase | undefined): void {
    if (opening.isTold) return
    opening.isTold = true
    const versions = { oldVersion: there?.version ?? 0, newVersion: opening.version || null }
    const asked = others.filter(({ isClosing }) => !isClosing)
    let left = asked.length
    for (const other of asked) {
      const tell = () => {
        // A tab hears that it has a connection before it hears anything from it.
        if (!other.isGiven && !other.isClosing) {
          this.scheduler.post(other.owner, tell)
          return
        }
        this.scheduler.saw('SF18')
        other.emit(new DatabaseEvent('versionchange', other, versions))
        if (--left === 0 && asked.some(({ isClosing }) => !isClosing)) this.#block(opening, versions)
      }
      this.scheduler.post(other.owner, tell)
    }
  }

  /** Somebody has heard and stays: who waits is told, and waits on. */
  #block({ owner, request }: Opening, versions: { oldVersion: number; newVersion: number | null }): void {
    this.scheduler.saw('SF19')
    this.scheduler.post(owner, () => request.emit(new DatabaseEvent('blocked', request, versions)))
  }

  #upgrade(opening: Opening, there: StoredDatabase | undefined, version: number): void {
    const { name, owner, request } = opening
    const stored = there ?? { version: 0, stores: new Map() }
    const oldVersion = stored.version
    if (!there) this.disk.databases.set(name, stored)
    const connection = this.#connect(opening, stored)
    const before = new Map(stored.stores)
    const undo = () => {
      stored.version = oldVersion
      stored.stores.clear()
      for (const [store, rows] of before) stored.stores.set(store, rows)
      if (!there) this.disk.databases.delete(name)
      connection.close()
    }
    this.#upgrades.set(name, { owner, undo })
    this.scheduler.post(owner, () => {
      stored.version = version
      const upgrade = connection.begin([...stored.stores.keys()], 'versionchange', 'strict')
      request.transaction = upgrade
      request.succeed(connection)
      upgrade.addEventListener('abort', () => {
        undo()
        this.#upgraded(name)
        request.fail(new DOMException('The upgrade was given up.', 'AbortError'))
        bubble(new DatabaseEvent('error', request), [request])
      })
      upgrade.addEventListener('complete', () => {
        this.#upgraded(name)
        this.#give(opening, connection)
      })
      bubble(new DatabaseEvent('upgradeneeded', request, { oldVersion, newVersion: version }), [request])
    })
  }

  #upgraded(name: string): void {
    this.#upgrades.delete(name)
    this.scheduler.post(undefined, () => this.#proceed(name))
  }

  #connect({ name, owner }: Opening, stored: StoredDatabase): Connection {
    const connection = new Connection(name, owner, stored, this.#queueOf(name))
    this.connections.push(connection)
    return connection
  }

  #give({ owner, request }: Opening, connection: Connection): void {
    this.scheduler.post(owner, () => {
      request.transaction = null
      connection.isGiven = true
      request.succeed(connection)
      bubble(new DatabaseEvent('success', request), [request])
    })
  }

  #refuse({ owner, request }: Opening, error: DOMException): void {
    this.scheduler.post(owner, () => {
      request.fail(error)
      bubble(new DatabaseEvent('error', request), [request])
    })
  }

  #finish(opening: Opening): void {
    this.#openings = this.#openings.filter((other) => other !== opening)
    this.scheduler.post(undefined, () => this.#proceed(opening.name))
  }
}
