/** Random figures that follow from a seed, the same in every engine: integers only, no `Math.random`. */
export class SeededRandom {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** 32 random bits (a Weyl sequence through a mixer of shifts and multiplications). */
  bits(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + (this.bits() % (high - low + 1))
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.bits() % items.length] ?? items[0]
  }

  /** True in so many cases of a hundred. */
  chance(percent: number): boolean {
    return this.bits() % 100 < percent
  }

  fill(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    for (let at = 0; at < bytes.length; at++) bytes[at] = this.bits() & 0xff
    return bytes
  }
}
