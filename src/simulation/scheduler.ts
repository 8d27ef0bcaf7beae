/**
 * Owns every callback of the simulated browser: answers of the database, messages, locks, and what people do. One is
 * run a turn, chosen by the seed, and everything that follows from it by promises runs before the next; so one seed
 * gives one run, and code of two tabs never mixes within a turn.
 */
import type { SeededRandom } from '../exchange/sample/seeded-random'
import type { FaultId } from './fault-ids'

/** A tab, with the workers that die with it. */
export interface Agent {
  readonly name: string
  /** It runs nothing for now, and the world goes on. */
  frozen: boolean
  dead: boolean
  /** Milliseconds between its clock and the world's. */
  skew: number
}

/** Whose transaction it was, and the tables in which it changed something. */
export interface Committed {
  readonly owner: Agent
  readonly wrote: readonly string[]
}

interface Task {
  /** undefined: the browser itself. */
  readonly owner: Agent | undefined
  readonly run: () => void
}

export class Scheduler {
  /** Whose code runs in this turn. */
  current: Agent | undefined
  /** The true time: milliseconds since 1970. */
  now = Date.UTC(2026, 2, 1, 12)
  turns = 0
  /** The transaction that was committed last. */
  committed: Committed | undefined
  #tasks: Task[] = []
  #turnEnds: (() => void)[] = []

  /** Faults that came about, by their id in SPEC.md: what never happens is not tested. */
  readonly seen = new Map<FaultId, number>()

  saw(fault: FaultId): void {
    this.seen.set(fault, (this.seen.get(fault) ?? 0) + 1)
  }

  post(owner: Agent | undefined, run: () => void): void {
    if (!owner?.dead) this.#tasks.push({ owner, run })
  }

  /** Calls back when everything that this turn led to has run. */
  atTurnEnd(run: () => void): void {
    this.#turnEnds.push(run)
  }

  forget(owner: Agent): void {
    this.#tasks = this.#tasks.filter((task) => task.owner !== owner)
  }

  /** The agent whose code runs; the browser never calls the program. */
  get agent(): Agent {
    if (!this.current) throw new Error('Nobody runs now.')
    return this.current
  }

  /** Runs one callback. @returns whether there was one to run */
  async turn(random: SeededRandom): Promise<boolean> {
    const ready = this.#tasks.filter(({ owner }) => !owner?.frozen)
    const task = ready[random.bits() % Math.max(1, ready.length)]
    if (!task) return false
    this.#tasks.splice(this.#tasks.indexOf(task), 1)
    this.now += random.between(0, 20)
    this.turns++
    this.current = task.owner
    task.run()
    await settled()
    // A tab may have died in its own turn, or its transactions been given up.
    for (const end of this.#turnEnds.splice(0)) end()
    this.current = undefined
    return true
  }
}

const atOnce = globalThis.setImmediate

/** Resolves when no promise has anything left to do: nothing here waits for the outside. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    atOnce(resolve)
  })
}
