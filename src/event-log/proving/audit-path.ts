/**
 * That an event is part of a log: RFC 6962, section 2.1.1 (RFC 9162, 2.1.3), as pure arithmetic on hashes. Twenty hashes
 * prove one event of a million; whoever knows the root need see no other event.
 *
 * [AU1] The path of every event of every log leads from its leaf to the root.
 * [AU2] An altered event, another place, another size or an altered path leads to another root, or nowhere.
 * [AU3] A path is the same whether it is computed from all leaves or from stored frontiers.
 */
import { nodeHash } from '../merkle-tree'

/** A subtree beside the way from the leaf to the root. */
export interface Sibling {
  /** On which side of the way it lies. */
  readonly side: 'left' | 'right'
  /** Levels above the leaves. */
  readonly level: number
  /** Positions of its first and last event. */
  readonly from: number
  readonly to: number
}

/** The siblings on the way up from the event at `position` in a log of `size` events, lowest first. */
export function siblingsOf(position: number, size: number): readonly Sibling[] {
  const leaf = position - 1
  const siblings: Sibling[] = []
  for (let level = 0, width = 1; width < size; level++, width *= 2) {
    const own = Math.floor(leaf / width)
    if (own % 2 === 1) siblings.push({ side: 'left', level, from: (own - 1) * width + 1, to: own * width })
    // Where nothing lies to the right yet, the way goes up without a hash.
    else if ((own + 1) * width < size) {
      siblings.push({ side: 'right', level, from: (own + 1) * width + 1, to: Math.min((own + 2) * width, size) })
    }
  }
  return siblings
}

/**
 * The root that a leaf and its path give; undefined where the path has not the length that place and size ask for.
 * @param path hashes of the siblings, lowest first
 */
export function rootByPath(
  position: number,
  size: number,
  leaf: Uint8Array,
  path: readonly Uint8Array[],
): Uint8Array | undefined {
  if (!(Number.isSafeInteger(position) && Number.isSafeInteger(size)) || position < 1 || position > size)
    return undefined
  const siblings = siblingsOf(position, size)
  if (siblings.length !== path.length) return undefined
  return siblings.reduce((node, { side }, step) => {
    const sibling = path[step] as Uint8Array
    return side === 'left' ? nodeHash(sibling, node) : nodeHash(node, sibling)
  }, leaf)
}
