/** Messages between tabs, as they are at their worst: late, in any order, twice, or lost on a page that is frozen. */
import type { SeededRandom } from '../../exchange/sample/seeded-random'
import type { Agent, Scheduler } from '../scheduler'

/** Stands where the program expects `BroadcastChannel`. */
export interface Channel {
  onmessage: ((event: { readonly data: unknown }) => void) | null
  postMessage(data: unknown): void
  close(): void
}

/** Turns that a late message takes more, at most. */
const LATEST = 10

interface Ear {
  readonly name: string
  readonly owner: Agent
  readonly channel: Channel
}

export class Channels {
  #ears: Ear[] = []
  /** Counts the messages, and which was heard last by each. */
  #sent = 0
  readonly #heard = new WeakMap<Channel, number>()

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

  /** @param late times that it is put back */
  #deliver(owner: Agent, hear: () => void, late: number): void {
    this.scheduler.post(owner, late === 0 ? hear : () => this.#deliver(owner, hear, late - 1))
  }

  #send({ owner, channel }: Ear, data: unknown): void {
    if (owner.frozen && this.random().chance(70)) {
      this.scheduler.saw('SF11')
      return
    }
    const sent = ++this.#sent
    const times = this.random().chance(10) ? 2 : 1
    if (times === 2) this.scheduler.saw('SF12')
    const hear = () => {
      if (sent < (this.#heard.get(channel) ?? 0)) this.scheduler.saw('SF13')
      this.#heard.set(channel, sent)
      channel.onmessage?.({ data: structuredClone(data) })
    }
    for (let time = 0; time < times; time++) {
      this.#deliver(owner, hear, this.random().chance(20) ? this.random().between(1, LATEST) : 0)
    }
  }
}
