/** The seal: RFC 6962, section 2.1, Merkle Tree Hash with SHA-256, kept as a frontier so that it grows by appending. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * Roots of the full subtrees of a log, largest first: one for each 1 in the binary form of its size.
 * Plain data (structured-cloneable).
 */
export type Frontier = readonly Uint8Array[]

export const EMPTY_FRONTIER: Frontier = []

const HASH_BYTES = 32
const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** SHA-256(0x00 ‖ data). */
export function leafHash(canonicalEvent: string | Uint8Array): Uint8Array {
  const data = typeof canonicalEvent === 'string' ? utf8ToBytes(canonicalEvent) : canonicalEvent
  return sha256.create().update(LEAF).update(data).digest()
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(NODE).update(left).update(right).digest()
}

/** The frontier after one more leaf; `size` is the number of leaves before it. */
export function appendLeaf(frontier: Frontier, size: number, leaf: Uint8Array): Frontier {
  const next = frontier.slice()
  let node = leaf
  // A subtree is full where the size has a 1: it merges as a carry does in binary addition.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = next.pop()
    if (!left) throw new Error(`A frontier of ${frontier.length} subtrees does not fit a log of ${size} events`)
    node = nodeHash(left, node)
  }
  next.push(node)
  return next
}

/** The root in lower-case hex; of no events: SHA-256 of nothing. */
export function rootOf(frontier: Frontier): string {
  return bytesToHex(foldFrontier(frontier))
}

/** The root over the subtrees of a frontier, or of a part of one. */
export function foldFrontier(frontier: Frontier): Uint8Array {
  if (frontier.length === 0) return sha256(new Uint8Array())
  return frontier.reduceRight((right, left) => nodeHash(left, right))
}

/** The hashes of a frontier behind one another, as they are stored. */
export function bytesOfFrontier(frontier: Frontier): Uint8Array {
  const bytes = new Uint8Array(frontier.length * HASH_BYTES)
  for (const [index, hash] of frontier.entries()) bytes.set(hash, index * HASH_BYTES)
  return bytes
}
