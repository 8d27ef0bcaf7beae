/**
 * All balances after every `stride` elements of a sequence of entries, so that the balances after any number of them
 * are a copy and at most half a stride of additions (or subtractions, which are exact too: every partial sum of a
 * log's amounts is a safe integer). Nothing is computed before somebody asks.
 *
 * [PJ5] The stride is at least the number of accounts, and a balance is kept in 4 bytes wherever all of a checkpoint's fit,
 * so that checkpoints cost at most 4 bytes an element (8 where some account holds more than 21 million of its units).
 */
const LEAST_STRIDE = 1024

/** The entries to sum, by slot; the columns may be longer than what they hold. */
export interface Entries {
  readonly effect: Float64Array
  readonly account: Uint32Array
  /** Slots in the sequence's order; undefined where the sequence is that of the slots. */
  readonly order: Uint32Array | undefined
  /** Elements in the sequence. */
  readonly length: number
  /** Accounts known, at least those that the entries name. */
  readonly accounts: number
}

type Saved = Int32Array | Float64Array

export class Checkpoints {
  #stride = LEAST_STRIDE
  /** #saved[k]: balances after (k + 1) · stride elements, less zeros at the end. */
  #saved: Saved[] = []
  /** The balances after the first `#count` elements: those of now, which are asked for before any other. */
  #latest = new Float64Array(0)
  #count = 0

  /** Writes the balances after the first `count` elements into `into`, by account number. Allocates only checkpoints that were never taken. */
  balancesAfter(count: number, entries: Entries, into: Float64Array): void {
    if (count === entries.length) {
      this.#advance(entries)
      into.set(this.#latest.subarray(0, into.length))
      into.fill(0, this.#latest.length)
      return
    }
    this.#extend(entries)
    const nearest = Math.min(Math.round(count / this.#stride), this.#saved.length)
    const start = this.#saved[nearest - 1]
    if (start) {
      into.set(start)
      into.fill(0, start.length)
    } else into.fill(0)
    const from = nearest * this.#stride
    if (from <= count) addRun(entries, from, count, 1, into)
    else addRun(entries, count, from, -1, into)
  }

  /** One account's balance after the first `count` elements. */
  balanceAfter(count: number, entries: Entries, account: number): number {
    if (count === entries.length) {
      this.#advance(entries)
      return this.#latest[account] ?? 0
    }
    this.#extend(entries)
    const nearest = Math.min(Math.round(count / this.#stride), this.#saved.length)
    const start = this.#saved[nearest - 1]?.[account] ?? 0
    const from = nearest * this.#stride
    return from <= count ? start + sumOf(entries, from, count, account) : start - sumOf(entries, count, from, account)
  }

  /** Forgets what was summed over elements from this index on: they have changed. */
  changedFrom(index: number): void {
    this.#saved.length = Math.min(this.#saved.length, Math.floor(index / this.#stride))
    if (index < this.#count) this.#count = 0
  }

  /**
   * Takes a few of the checkpoints that are not there yet: for a moment in which nobody waits.
   * @returns whether all are there
   */
  prepare(entries: Entries, most: number): boolean {
    return this.#extend(entries, most)
  }

  /** Puts the checkpoints right after one element was inserted at `index`, without summing again. */
  insertedAt(index: number, entries: Entries): void {
    if (index < this.#count) {
      const slot = entries.order ? (entries.order[index] as number) : index
      const account = entries.account[slot] as number
      this.#makeRoom(account + 1)
      this.#latest[account] = (this.#latest[account] as number) + (entries.effect[slot] as number)
      this.#count++
    }
    for (let k = Math.floor(index / this.#stride); k < this.#saved.length; k++) {
      this.#add(k, entries, index, 1)
      this.#add(k, entries, (k + 1) * this.#stride, -1)
    }
  }

  #add(k: number, entries: Entries, index: number, sign: 1 | -1): void {
    const slot = entries.order ? (entries.order[index] as number) : index
    const account = entries.account[slot] as number
    let balances = this.#saved[k] as Saved
    const balance = (balances[account] ?? 0) + sign * (entries.effect[slot] as number)
    const isWider = balances instanceof Int32Array && !isInt32(balance)
    if (isWider || account >= balances.length) {
      const Kind = isWider || balances instanceof Float64Array ? Float64Array : Int32Array
      const longer = new Kind(Math.max(account + 1, balances.length))
      longer.set(balances)
      this.#saved[k] = balances = longer
    }
    balances[account] = balance
  }

  #advance(entries: Entries): void {
    this.#makeRoom(entries.accounts)
    if (this.#count === 0) this.#latest.fill(0)
    addRun(entries, this.#count, entries.length, 1, this.#latest)
    this.#count = entries.length
  }

  #makeRoom(accounts: number): void {
    if (accounts <= this.#latest.length) return
    const longer = new Float64Array(accounts)
    longer.set(this.#latest)
    this.#latest = longer
  }

  #extend(entries: Entries, most = Number.POSITIVE_INFINITY): boolean {
    while (this.#stride < entries.accounts) {
      this.#stride *= 2
      this.#saved = this.#saved.filter((_, index) => index % 2 === 1)
    }
    const stride = this.#stride
    if ((this.#saved.length + 1) * stride > entries.length) return true
    const running = new Float64Array(entries.accounts)
    running.set(this.#saved.at(-1) ?? [])
    const last = Math.min(entries.length, (this.#saved.length + most) * stride)
    for (let end = (this.#saved.length + 1) * stride; end <= last; end += stride) {
      addRun(entries, end - stride, end, 1, running)
      this.#saved.push(compact(running))
    }
    return (this.#saved.length + 1) * stride > entries.length
  }
}

function addRun(entries: Entries, from: number, to: number, sign: 1 | -1, into: Float64Array): void {
  const { effect, account, order } = entries
  for (let index = from; index < to; index++) {
    const slot = order ? (order[index] as number) : index
    const amount = effect[slot] as number
    if (amount === 0) continue
    const number = account[slot] as number
    into[number] = (into[number] as number) + sign * amount
  }
}

function sumOf(entries: Entries, from: number, to: number, wanted: number): number {
  const { effect, account, order } = entries
  let sum = 0
  for (let index = from; index < to; index++) {
    const slot = order ? (order[index] as number) : index
    if (account[slot] === wanted) sum += effect[slot] as number
  }
  return sum
}

function isInt32(value: number): boolean {
  return value === (value | 0)
}

/** Without zeros at the end, and in half the bytes where that holds them all. */
function compact(balances: Float64Array): Saved {
  let length = balances.length
  while (length > 0 && balances[length - 1] === 0) length--
  const small = new Int32Array(length)
  for (let index = 0; index < length; index++) {
    const balance = balances[index] as number
    small[index] = balance
    if (small[index] !== balance) return balances.slice(0, length)
  }
  return small
}
