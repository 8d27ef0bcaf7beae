/** A whole log as the hashes of its events, 32 bytes each: what two logs are compared by, and proved from. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { foldFrontier, nodeHash } from '../../../event-log/merkle-tree'
import { siblingsOf } from '../../../event-log/proving/audit-path'
import { consistencySubtrees } from '../../../event-log/proving/consistency-path'
import type { ConsistencyProof } from '../../../event-log/proving/consistency-proof'
import type { InclusionProof } from '../../../event-log/proving/inclusion-proof'

const HASH_BYTES = 32

export class LeafTree {
  size = 0
  private leaves = new Uint8Array(1024 * HASH_BYTES)

  add(leaf: Uint8Array): void {
    const at = this.size * HASH_BYTES
    if (at === this.leaves.length) {
      const larger = new Uint8Array(2 * at)
      larger.set(this.leaves)
      this.leaves = larger
    }
    this.leaves.set(leaf, at)
    this.size++
  }

  leaf(position: number): Uint8Array {
    return this.leaves.subarray((position - 1) * HASH_BYTES, position * HASH_BYTES)
  }

  /** Lower-case hex, over the first events. */
  rootAt(size: number): string {
    return bytesToHex(size === 0 ? foldFrontier([]) : this.hash(1, size))
  }

  /** How many events at the beginning are the same. */
  commonWith(other: LeafTree): number {
    const end = Math.min(this.size, other.size) * HASH_BYTES
    let at = 0
    while (at < end && this.leaves[at] === other.leaves[at]) at++
    return Math.floor(at / HASH_BYTES)
  }

  consistency(first: number, second: number): ConsistencyProof {
    const path = consistencySubtrees(first, second).map(({ from, to }) => ({
      from,
      to,
      hash: bytesToHex(this.hash(from, to)),
    }))
    const roots = { firstRoot: this.rootAt(first), secondRoot: this.rootAt(second) }
    return { firstSize: first, secondSize: second, ...roots, path }
  }

  inclusion(position: number, size: number): InclusionProof {
    const path = siblingsOf(position, size).map((sibling) => ({
      ...sibling,
      hash: bytesToHex(this.hash(sibling.from, sibling.to)),
    }))
    return { position, size, leaf: bytesToHex(this.leaf(position)), path, root: this.rootAt(size) }
  }

  /** RFC 6962, 2.1. */
  private hash(from: number, to: number): Uint8Array {
    if (from === to) return this.leaf(from)
    let width = 1
    while (width * 2 < to - from + 1) width *= 2
    return nodeHash(this.hash(from, from + width - 1), this.hash(from + width, to))
  }
}
