/** Messages between tabs, as they are at their worst: late, in any order, twice, or lost on a page that is frozen. */
import type { SeededRandom } from '../../exchange/sample/seeded-random'
import type { Agent, Scheduler } from '../scheduler'

/** Stands where the program expects `BroadcastChannel`. */
export interface Channel {
  onmessage: ((event: { readonly data: unknown }) => void) | null
  postMessage(data: unknown): void
  close(): void
}

interface Ear {
  readonly name: string
  readonly owner: Agent
  readonly channel: Channel
}

export class Channels {
  #ears: Ear[] = []

  constructor(
    private readonly scheduler: Scheduler,
    private readonly random: () => SeededRandom,
  ) {}

  open(name: string): Channel {
    const owner = this.scheduler.agent
    let isClosed = false
    const channel: Channel = {
      onmessage: null,
      postMessage: (data) => {
        if (isClosed) throw new DOMException('The channel is closed.', 'InvalidStateError')
        for (const ear of this.#ears) if (ear.name === name && ear.channel !== channel) this.#send(ear, data)
      },
      close: () => {
        isClosed = true
        this.#ears = this.#ears.filter((ear) => ear.channel !== channel)
      },
    }
    this.#ears.push({ name, owner, channel })
    return channel
  }

  forget(owner: Agent): void {
    this.#ears = this.#ears.filter((ear) => ear.owner !== owner)
  }

  #send({ owner, channel }: Ear, data: unknown): void {
    if (owner.frozen && this.random().chance(70)) return
    const times = this.random().chance(10) ? 2 : 1
    for (let time = 0; time < times; time++) {
      this.scheduler.post(owner, () => channel.onmessage?.({ data: structuredClone(data) }))
    }
  }
}
