/** Which events annotate an entry: a chain from its newest annotation back to its first. */
import { grownTo } from './growing'

const NONE = 0xffffffff

export class Annotations {
  #slots = new Uint32Array(0)
  /** Index of the annotation of the same entry before this one. */
  #previous = new Uint32Array(0)
  #count = 0
  /** Entry's slot to the index of its newest annotation. */
  readonly #newest = new Map<number, number>()

  add(entrySlot: number, slot: number): void {
    this.#slots = grownTo(this.#slots, this.#count + 1)
    this.#previous = grownTo(this.#previous, this.#count + 1)
    this.#slots[this.#count] = slot
    this.#previous[this.#count] = this.#newest.get(entrySlot) ?? NONE
    this.#newest.set(entrySlot, this.#count++)
  }

  /** The slots that annotate an entry, oldest first, among the first `position` events. */
  of(entrySlot: number, position: number): number[] {
    const found: number[] = []
    let index = this.#newest.get(entrySlot) ?? NONE
    while (index !== NONE) {
      const slot = this.#slots[index] as number
      if (slot < position) found.push(slot)
      index = this.#previous[index] as number
    }
    return found.reverse()
  }
}
