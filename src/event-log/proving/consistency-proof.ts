/** The proof that a log of some size is the beginning of the same log later, made from the frontiers stored with the batches. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { rootOf } from '../merkle-tree'
import { frontierAt } from '../root-at'
import { consistencySubtrees, isConsistent, type Subtree } from './consistency-path'
import { type ProvableLog, rightRoot } from './inclusion-proof'

/** Hashes are lower-case hex. Plain data: it can be sent, stored, and checked elsewhere. */
export interface ConsistencyProof {
  readonly firstSize: number
  readonly firstRoot: string
  readonly secondSize: number
  readonly secondRoot: string
  /** In the order of RFC 6962, section 2.1.2. */
  readonly path: readonly ConsistencyStep[]
}

/** The root over the events from one position to another. */
export interface ConsistencyStep extends Subtree {
  readonly hash: string
}

/** @throws RangeError where the log is shorter than `second`, or `first` larger than that. */
export async function proveConsistency(log: ProvableLog, first: number, second: number): Promise<ConsistencyProof> {
  const head = await log.head()
  const areSizes = Number.isSafeInteger(first) && Number.isSafeInteger(second) && first >= 0
  if (!areSizes || first > second || second > head.size)
    throw new RangeError(`The log has ${head.size} events, so it cannot be proved from ${first} to ${second}.`)
  const end = await frontierAt(log, second)
  const firstRoot = rootOf(await frontierAt(log, first))
  const path: ConsistencyStep[] = []
  for (const subtree of consistencySubtrees(first, second)) {
    const level = Math.ceil(Math.log2(subtree.to - subtree.from + 1))
    const hash = await rightRoot(log, { ...subtree, level }, second, end, [])
    path.push({ ...subtree, hash: bytesToHex(hash) })
  }
  return { firstSize: first, firstRoot, secondSize: second, secondRoot: rootOf(end), path }
}

/** Whether the proof leads to both of its roots. Whether they are the roots one cares for is for the reader to compare. */
export function checkConsistency(proof: ConsistencyProof): boolean {
  try {
    const { firstSize, firstRoot, secondSize, secondRoot, path } = proof
    return isConsistent(
      { size: firstSize, root: hexToBytes(firstRoot) },
      { size: secondSize, root: hexToBytes(secondRoot) },
      path.map(({ hash }) => hexToBytes(hash)),
    )
  } catch {
    // What is no proof proves nothing.
    return false
  }
}
