/** A subscription that reads from its own position to the head, and again whenever it is told of more. */
import type { Leap, Subscription } from './event-log'
import type { RecordedEvent } from './recorded-event'

export interface SubscriptionSource {
  /** Events in the log now. */
  size(): Promise<number>
  /** All events from a position to the head, in order, some at a time. */
  read(from: number): AsyncIterable<readonly RecordedEvent[]>
  /** The subscriber's shorter way, if it has one. */
  readonly leap?: Leap | undefined
}

export class CatchUpSubscription implements Subscription {
  #next: number
  #pump: Promise<void> | undefined
  #again = false
  #stopped = false
  #failure: { readonly error: unknown } | undefined

  constructor(
    private readonly source: SubscriptionSource,
    from: number,
    private readonly onEvents: (events: readonly RecordedEvent[]) => void,
    private readonly onError: ((error: unknown) => void) | undefined,
    private readonly onEnd: (subscription: CatchUpSubscription) => void,
  ) {
    this.#next = Math.max(1, from)
  }

  /** Events that have just been recorded here: taken as they are where they come next, otherwise read with what is before. */
  offer(events: readonly RecordedEvent[]): void {
    if (this.#pump || this.#stopped || events[0]?.globalPosition !== this.#next) this.wake()
    else this.#deliver(events)
  }

  /** There may be more to read. A failed read is reported to `onError` and tried again at the next call. */
  wake(): void {
    this.#run().catch((error) => this.#report(error))
  }

  async caughtUp(): Promise<void> {
    const size = await this.source.size()
    while (this.#next <= size && !this.#stopped) {
      const before = this.#next
      await this.#run()
      if (this.#next === before && !this.#stopped) throw new Error(`Event ${before} of ${size} cannot be read.`)
    }
    if (this.#failure) throw this.#failure.error
  }

  unsubscribe(): void {
    this.#stopped = true
    this.onEnd(this)
  }

  #run(): Promise<void> {
    if (this.#stopped) return Promise.resolve()
    this.#again = true
    this.#pump ??= this.#readAll().finally(() => {
      this.#pump = undefined
    })
    return this.#pump
  }

  async #readAll(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false
      await this.#leap()
      for await (const events of this.source.read(this.#next)) {
        if (this.#stopped) return
        this.#deliver(events)
      }
    }
  }

  async #leap(): Promise<void> {
    if (!this.source.leap) return
    const size = await this.source.size()
    if (size < this.#next) return
    const next = await this.source.leap(this.#next, size)
    if (next < this.#next) throw new Error(`A leap from event ${this.#next} led back to ${next}.`)
    this.#next = next
  }

  #deliver(events: readonly RecordedEvent[]): void {
    const first = events[0]
    const last = events.at(-1)
    if (!first || !last) return
    if (first.globalPosition !== this.#next)
      throw new Error(`Event ${this.#next} was expected, not ${first.globalPosition}.`)
    this.#next = last.globalPosition + 1
    try {
      this.onEvents(events)
    } catch (error) {
      // The subscriber is in an unknown state: giving it the events again, or the next ones, could only harm.
      this.#failure = { error }
      this.unsubscribe()
      this.#report(error)
    }
  }

  #report(error: unknown): void {
    if (this.onError) this.onError(error)
    else queueMicrotask(() => Promise.reject(error))
  }
}

/** The subscriptions of one log. */
export class Subscriptions {
  readonly #all = new Set<CatchUpSubscription>()

  open(
    source: SubscriptionSource,
    from: number,
    onEvents: (events: readonly RecordedEvent[]) => void,
    onError: ((error: unknown) => void) | undefined,
  ): Subscription {
    const subscription = new CatchUpSubscription(source, from, onEvents, onError, (ended) => this.#all.delete(ended))
    this.#all.add(subscription)
    subscription.wake()
    return subscription
  }

  /** Events that have just been recorded here. */
  offer(events: readonly RecordedEvent[]): void {
    for (const subscription of [...this.#all]) subscription.offer(events)
  }

  wake(): void {
    for (const subscription of [...this.#all]) subscription.wake()
  }

  /** Resolves when each has all there is, or has told why it has not. */
  async caughtUp(): Promise<void> {
    await Promise.allSettled([...this.#all].map((subscription) => subscription.caughtUp()))
  }

  end(): void {
    for (const subscription of [...this.#all]) subscription.unsubscribe()
  }
}
