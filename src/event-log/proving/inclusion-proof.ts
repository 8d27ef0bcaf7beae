/**
 * The proof that an event is part of the log, made from the frontiers that are stored with the batches: for a million
 * events about ten batches are read and hashed again, not the log.
 */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { linesOf } from '../batch-codec'
import { canonicalJson } from '../canonical-json'
import type { EventLog } from '../event-log'
import { appendLeaf, type Frontier, foldFrontier, leafHash, rootOf } from '../merkle-tree'
import type { JsonValue, RecordedEvent } from '../recorded-event'
import { frontierAt } from '../root-at'
import { rootByPath, type Sibling, siblingsOf } from './audit-path'

/** Hashes are lower-case hex. Plain data: it can be sent, stored, and checked elsewhere. */
export interface InclusionProof {
  readonly position: number
  /** Events of the log whose root it is. */
  readonly size: number
  /** SHA-256 of a zero byte and the canonical event. */
  readonly leaf: string
  /** Lowest first. */
  readonly path: readonly ProofStep[]
  readonly root: string
}

export interface ProofStep extends Sibling {
  readonly hash: string
}

export type ProvableLog = Pick<EventLog, 'head' | 'readBatches'>

/** Leaves that are hashed together with the event's own, rather than each subtree being looked up. */
const NEAR = 512

/**
 * @param size of the log when the root was its root: the head's, or an earlier one
 * @throws RangeError where the log has no such event, or is shorter.
 */
export async function proveInclusion(log: ProvableLog, position: number, size: number): Promise<InclusionProof> {
  const head = await log.head()
  const fits = Number.isSafeInteger(position) && Number.isSafeInteger(size) && position >= 1 && position <= size
  if (!fits || size > head.size)
    throw new RangeError(`The log has ${head.size} events, so event ${position} of ${size} cannot be proved.`)
  const near = await nearLeaves(log, position, Math.min(size, position + NEAR))
  const leaf = near.leaves[0] as Uint8Array
  const end = await frontierAt(log, size)
  const path: ProofStep[] = []
  for (const sibling of siblingsOf(position, size)) {
    const hash =
      sibling.side === 'left'
        ? // A full subtree that ends where the event's own begins is in the frontier before it.
          rootAtLevel(near.before, position - 1, sibling.level)
        : await rightRoot(log, sibling, size, end, near.leaves.slice(sibling.from - position))
    path.push({ ...sibling, hash: bytesToHex(hash) })
  }
  return { position, size, leaf: bytesToHex(leaf), path, root: rootOf(end) }
}

/** Whether the event is the one that the proof speaks of, and the proof leads to its root. */
export function checkInclusion(event: RecordedEvent, proof: InclusionProof): boolean {
  try {
    if (event.globalPosition !== proof.position) return false
    const leaf = leafHash(canonicalJson(event as unknown as JsonValue))
    if (bytesToHex(leaf) !== proof.leaf) return false
    const path = proof.path.map(({ hash }) => hexToBytes(hash))
    const root = rootByPath(proof.position, proof.size, leaf, path)
    return root !== undefined && bytesToHex(root) === proof.root
  } catch {
    // What is no event, or no proof, proves nothing.
    return false
  }
}

/** The frontier before the event, and the leaves from it on up to `to`. */
async function nearLeaves(
  log: ProvableLog,
  position: number,
  to: number,
): Promise<{ readonly before: Frontier; readonly leaves: readonly Uint8Array[] }> {
  let before: Frontier | undefined
  const leaves: Uint8Array[] = []
  for await (const batch of log.readBatches({ from: position, to })) {
    let { frontier, first: at } = batch
    for (const line of linesOf(batch.bytes)) {
      const leaf = leafHash(line)
      if (at === position) before = frontier
      if (at < position) frontier = appendLeaf(frontier, at - 1, leaf)
      else leaves.push(leaf)
      at++
    }
  }
  if (!before) throw new Error(`No stored batch holds event ${position}.`)
  return { before, leaves }
}

/** Of a subtree to the right: full, or what there is of it at the end of the log. */
export async function rightRoot(
  log: ProvableLog,
  { from, to, level }: Omit<Sibling, 'side'>,
  size: number,
  end: Frontier,
  near: readonly Uint8Array[],
): Promise<Uint8Array> {
  const width = 2 ** level
  const count = to - from + 1
  if (count < width) return foldFrontier(below(end, size, width))
  if (near.length >= count) {
    const frontier = near.slice(0, count).reduce<Frontier>((sofar, leaf, at) => appendLeaf(sofar, at, leaf), [])
    return foldFrontier(frontier)
  }
  // Once it is full it merges with what lies before it: one event earlier its parts still stand in the frontier.
  const { before, leaves } = await nearLeaves(log, to, to)
  return foldFrontier(appendLeaf(below(before, to - 1, width), width - 1, leaves[0] as Uint8Array))
}

/** The roots of a frontier that stand for fewer than `width` leaves each. */
function below(frontier: Frontier, size: number, width: number): Frontier {
  const parts = ones(size % width)
  return parts === 0 ? [] : frontier.slice(-parts)
}

/** The root of the full subtree of 2^level leaves in a frontier that has one. */
function rootAtLevel(frontier: Frontier, size: number, level: number): Uint8Array {
  const root = frontier[frontier.length - 1 - ones(size % 2 ** level)]
  if (!root) throw new Error(`A frontier of ${frontier.length} subtrees does not fit a log of ${size} events`)
  return root
}

function ones(value: number): number {
  let count = 0
  for (let rest = value; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return count
}
