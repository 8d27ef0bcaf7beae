/**
 * A seal that grows by many events at once: their leaves, and then each level of the tree above them, are hashed
 * together. It comes to the same frontier as one `appendLeaf` after another.
 */
import { appendLeaf, type Frontier, leafHash } from '../merkle-tree'
import { HASH_BYTES, MessageHasher } from './message-hasher'

const LEAF = 0
const NODE = 1

export class GrowingSeal {
  readonly #hasher: MessageHasher
  /** Root of the full subtree of 2^level leaves, where the number of leaves sealed has that bit. */
  #levels: (Uint8Array | undefined)[] = []
  #sealed = 0

  constructor(hasher: MessageHasher = new MessageHasher()) {
    this.#hasher = hasher
  }

  /** Leaves so far. */
  get size(): number {
    return this.#sealed + this.#hasher.count
  }

  /** The canonical event in `bytes` from `start` to `end`; copied, so they may change afterwards. */
  append(bytes: Uint8Array, start = 0, end = bytes.length): void {
    const length = 1 + end - start
    if (!this.#hasher.hasRoom(length)) this.#settle()
    if (this.#hasher.hasRoom(length)) this.#hasher.add(LEAF, bytes, start, end)
    else this.#restore(appendLeaf(this.frontier, this.#sealed, leafHash(bytes.slice(start, end))), this.#sealed + 1)
  }

  /** RFC 6962 roots of the full subtrees, largest first. Asked rarely: what was appended is hashed then. */
  get frontier(): Frontier {
    this.#settle()
    const frontier: Uint8Array[] = []
    for (const node of this.#levels.toReversed()) if (node) frontier.push(node)
    return frontier
  }

  #settle(): void {
    this.#sealed += this.#hasher.count
    let nodes: Uint8Array = this.#hasher.hash()
    for (let level = 0; nodes.length > 0; level++) nodes = this.#settleLevel(level, nodes)
  }

  /** Takes the nodes of a level; gives those they make above it. */
  #settleLevel(level: number, nodes: Uint8Array): Uint8Array {
    const waiting = this.#levels[level]
    const all = waiting ? joined(waiting, nodes) : nodes
    const isOdd = (all.length / HASH_BYTES) % 2 === 1
    const paired = isOdd ? all.length - HASH_BYTES : all.length
    this.#levels[level] = isOdd ? all.slice(paired) : undefined
    const above = new Uint8Array(paired / 2)
    // A pair takes two blocks of the hasher, and each of its leaves took at least one: where they fitted, all pairs do.
    for (let at = 0; at < paired; at += 2 * HASH_BYTES) this.#hasher.add(NODE, all, at, at + 2 * HASH_BYTES)
    return this.#hasher.hash(above)
  }

  #restore(frontier: Frontier, size: number): void {
    this.#sealed = size
    this.#levels = []
    let left = frontier.length
    for (let level = 0, rest = size; rest > 0; level++, rest = Math.floor(rest / 2)) {
      this.#levels[level] = rest % 2 === 1 ? frontier[--left] : undefined
    }
  }
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length)
  both.set(left)
  both.set(right, left.length)
  return both
}
