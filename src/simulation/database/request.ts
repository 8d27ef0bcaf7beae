/** A request: what is asked of the database, and later its answer. */
import { Emitter } from './events'

export class Request extends Emitter {
  readyState: 'pending' | 'done' = 'pending'
  error: DOMException | null = null
  /** Of a request to open: the transaction that upgrades. */
  transaction: unknown = null
  source: unknown = null
  #result: unknown

  /** @param answer does what is asked; run when its turn comes */
  constructor(readonly answer: () => unknown = () => undefined) {
    super()
  }

  get result(): unknown {
    if (this.readyState === 'pending') throw new DOMException('There is no answer yet.', 'InvalidStateError')
    return this.#result
  }

  succeed(result: unknown): void {
    this.readyState = 'done'
    this.#result = result
    this.error = null
  }

  fail(error: DOMException): void {
    this.readyState = 'done'
    this.#result = undefined
    this.error = error
  }

  /** A cursor goes on: the same request is answered again. */
  again(): void {
    this.readyState = 'pending'
  }
}
