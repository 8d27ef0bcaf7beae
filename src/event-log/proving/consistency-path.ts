/**
 * That one log is an earlier state of another: RFC 6962, section 2.1.2 (RFC 9162, 2.1.4), as pure arithmetic on hashes.
 * Whoever knows both roots need see no event: some twenty hashes show that the smaller log is the larger one's beginning.
 *
 * [CS1] For every two sizes the path leads from its hashes to both roots.
 * [CS2] An altered, dropped, added or swapped hash, other sizes or other roots: it does not.
 * [CS3] A path is the same whether it is computed from all leaves or from stored frontiers.
 */
import { nodeHash } from '../merkle-tree'

/** A subtree whose root stands in the path: positions of its first and last event. */
export interface Subtree {
  readonly from: number
  readonly to: number
}

/** The subtrees of a path from `first` events to `second`, in the order of RFC 6962; none where that says nothing. */
export function consistencySubtrees(first: number, second: number): readonly Subtree[] {
  if (first < 1) return []
  const subtrees: Subtree[] = []
  let low = 0
  let high = second
  let rest = first
  let isWhole = true
  // From the root down to where the smaller tree ends; what lies beside the way is collected on the way back.
  while (rest < high - low) {
    const half = largestPowerBelow(high - low)
    if (rest <= half) {
      subtrees.push({ from: low + half + 1, to: high })
      high = low + half
    } else {
      subtrees.push({ from: low + 1, to: low + half })
      low += half
      rest -= half
      isWhole = false
    }
  }
  if (!isWhole) subtrees.push({ from: low + 1, to: high })
  return subtrees.reverse()
}

/**
 * Whether the path leads to both roots.
 * @param path hashes in the order of `consistencySubtrees`
 */
export function isConsistent(
  first: { readonly size: number; readonly root: Uint8Array },
  second: { readonly size: number; readonly root: Uint8Array },
  path: readonly Uint8Array[],
): boolean {
  const sizes = [first.size, second.size]
  if (!sizes.every((size) => Number.isSafeInteger(size) && size >= 0) || first.size > second.size) return false
  if (first.size === second.size) return path.length === 0 && areEqual(first.root, second.root)
  // Every log begins with no events.
  if (first.size === 0) return path.length === 0
  return leadsToBoth(first, second, path)
}

/** RFC 9162, 2.1.4.2: the smaller tree's right edge is followed upward, and both roots are put together on the way. */
function leadsToBoth(
  first: { readonly size: number; readonly root: Uint8Array },
  second: { readonly size: number; readonly root: Uint8Array },
  path: readonly Uint8Array[],
): boolean {
  const hashes = isPowerOfTwo(first.size) ? [first.root, ...path] : path
  let own = first.size - 1
  let last = second.size - 1
  while (own % 2 === 1) {
    own = Math.floor(own / 2)
    last = Math.floor(last / 2)
  }
  let [small, large] = [hashes[0] as Uint8Array, hashes[0] as Uint8Array]
  for (const hash of hashes.slice(1)) {
    if (last === 0) return false
    if (own % 2 === 1 || own === last) {
      small = nodeHash(hash, small)
      large = nodeHash(hash, large)
      // It ends, for `own` is not 0 here: `last` is not, and an even `own` is `last`.
      while (own % 2 === 0) {
        own = Math.floor(own / 2)
        last = Math.floor(last / 2)
      }
    } else large = nodeHash(large, hash)
    own = Math.floor(own / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && areEqual(small, first.root) && areEqual(large, second.root)
}

function largestPowerBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

function isPowerOfTwo(count: number): boolean {
  let rest = count
  while (rest % 2 === 0) rest /= 2
  return rest === 1
}

function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index])
}
