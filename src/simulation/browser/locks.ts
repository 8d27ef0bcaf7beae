/** Locks between tabs: granted in the order of asking, and ended with their tab. */
import type { Agent, Scheduler } from '../scheduler'

interface Options {
  readonly mode?: 'exclusive' | 'shared'
  readonly ifAvailable?: boolean
}
type Work = (lock: { readonly name: string } | null) => unknown

interface Claim {
  readonly name: string
  readonly isShared: boolean
  readonly owner: Agent
  isHeld: boolean
  readonly grant: () => void
}

export class Locks {
  #claims: Claim[] = []

  constructor(private readonly scheduler: Scheduler) {}

  /** Stands where the program expects `navigator.locks.request`. */
  request(name: string, ...given: [Options, Work] | [Work]): Promise<unknown> {
    const [options, work] = given.length === 2 ? given : [{}, given[0]]
    const owner = this.scheduler.agent
    const isShared = options.mode === 'shared'
    return new Promise((resolve, reject) => {
      const run = (lock: { readonly name: string } | null) => Promise.resolve().then(() => work(lock))
      const claim: Claim = {
        name,
        isShared,
        owner,
        isHeld: false,
        grant: () => {
          claim.isHeld = true
          this.scheduler.post(owner, () => {
            run({ name })
              .then(resolve, reject)
              .finally(() => this.#release(claim))
          })
        },
      }
      if (options.ifAvailable && !this.#isFree(claim)) {
        this.scheduler.post(owner, () => run(null).then(resolve, reject))
        return
      }
      this.#claims.push(claim)
      this.#grant()
    })
  }

  forget(owner: Agent): void {
    if (this.#claims.some((claim) => claim.owner === owner && claim.isHeld)) this.scheduler.saw('SF3')
    this.#claims = this.#claims.filter((claim) => claim.owner !== owner)
    this.#grant()
  }

  #release(claim: Claim): void {
    this.#claims = this.#claims.filter((other) => other !== claim)
    this.#grant()
  }

  /** Nobody before it holds or awaits what it cannot share. */
  #isFree(claim: Claim): boolean {
    for (const before of this.#claims) {
      if (before === claim) return true
      if (before.name === claim.name && !(before.isShared && claim.isShared)) return false
    }
    return true
  }

  #grant(): void {
    for (const claim of this.#claims) if (!claim.isHeld && this.#isFree(claim)) claim.grant()
  }
}
