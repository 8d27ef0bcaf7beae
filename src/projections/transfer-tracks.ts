/** How far each transfer came: the slots of its steps, by the transfer's number (their order of initiation). */
import { grownTo } from './growing'
import { IdColumn } from './id-column'

/** Stands where a step has not been taken, or a link leads nowhere. */
export const NO_SLOT = 0xffffffff

export const TRANSFER_STEPS = ['initiated', 'sent', 'received', 'returned', 'ended'] as const
export type TransferStep = (typeof TRANSFER_STEPS)[number]

export interface TransferSnapshot extends Record<TransferStep, Uint32Array> {
  readonly ids: Uint32Array
}

export class TransferTracks {
  #ids: IdColumn
  #steps: Record<TransferStep, Uint32Array>
  #unended: number[] = []
  #looked = 0

  constructor(snapshot?: TransferSnapshot) {
    this.#ids = new IdColumn(snapshot?.ids)
    this.#steps = eachStep((step) => snapshot?.[step] ?? new Uint32Array(0))
  }

  get count(): number {
    return this.#ids.length
  }

  /** The slots at which this step was taken, by number of transfer; only the first `count` count. */
  slots(step: TransferStep): Uint32Array {
    return this.#steps[step]
  }

  /** The slot at which a transfer took this step; undefined where it did not. */
  slot(transfer: number, step: TransferStep): number | undefined {
    const slot = this.#steps[step][transfer]
    return slot === undefined || slot === NO_SLOT || transfer >= this.count ? undefined : slot
  }

  id(transfer: number): string {
    return this.#ids.at(transfer)
  }

  /** A transfer's number; undefined where the log has no such transfer. */
  number(transferId: string): number | undefined {
    const number = this.#ids.findText(transferId)
    return number < 0 ? undefined : number
  }

  /** The numbers of those that have not ended, oldest first. What has ended is never looked at again. */
  unended(): readonly number[] {
    for (; this.#looked < this.count; this.#looked++) this.#unended.push(this.#looked)
    this.#unended = this.#unended.filter((number) => this.slot(number, 'ended') === undefined)
    return this.#unended
  }

  begin(transferId: string, slot: number): number {
    const number = this.count
    this.#ids.push(transferId)
    for (const step of TRANSFER_STEPS) {
      this.#steps[step] = grownTo(this.#steps[step], number + 1)
      this.#steps[step][number] = NO_SLOT
    }
    this.#steps.initiated[number] = slot
    return number
  }

  /** Notes a later step and gives the transfer's number. A step of an unknown transfer breaks the log's invariants. */
  take(transferId: string, step: TransferStep, slot: number): number {
    const number = this.#ids.find(transferId)
    if (number < 0) throw new Error(`Event ${slot + 1} is a step of the unknown transfer ${transferId}`)
    if (this.slot(number, step) !== undefined) {
      throw new Error(`Event ${slot + 1} repeats the step '${step}' of transfer ${transferId}`)
    }
    this.#steps[step][number] = slot
    return number
  }

  rest(): void {
    this.#ids.rest()
  }

  toSnapshot(): TransferSnapshot {
    return { ids: this.#ids.toWords(), ...eachStep((step) => this.#steps[step].slice(0, this.count)) }
  }
}

function eachStep<Value>(make: (step: TransferStep) => Value): Record<TransferStep, Value> {
  return {
    initiated: make('initiated'),
    sent: make('sent'),
    received: make('received'),
    returned: make('returned'),
    ended: make('ended'),
  }
}
