/**
 * A frontier holds more than a root: one hash for each full subtree (RFC 6962, 2.1). Those that still fit vouch for the
 * events under them, and the first that does not holds the first changed event.
 */
import { appendLeaf, type Frontier, leafHash } from '../../../event-log/merkle-tree'
import { unpacked } from '../index-plan'

export interface Narrowed {
  /** The first changed event is one of these. */
  readonly first: number
  readonly last: number
  /** Of all events before `first`. */
  readonly frontier: Frontier
  /** Events behind `last` that still fit the seal behind them all. */
  readonly fitting: number
}

/**
 * @param lines the events behind `before`, each in its stored bytes, whatever they hold
 * @param behind the stored seal behind them all
 * @returns undefined where that is none, or they fit it
 */
export function narrowBySeal(
  lines: readonly Uint8Array[],
  before: { readonly size: number; readonly frontier: Frontier },
  behind: Uint8Array | undefined,
): Narrowed | undefined {
  const size = before.size + lines.length
  const wanted = unpacked(behind, size)
  if (!wanted) return undefined
  let { frontier } = before
  for (const [at, line] of lines.entries()) frontier = appendLeaf(frontier, before.size + at, leafHash(line))
  let found: Omit<Narrowed, 'fitting'> | undefined
  let fitting = 0
  for (const [index, { from, to }] of subtreesOf(size).entries()) {
    const isSame = areSame(frontier[index], wanted[index])
    if (found) fitting += isSame ? to - from + 1 : 0
    else if (!isSame) {
      // What lies before the run is vouched for already.
      const first = Math.max(from, before.size + 1)
      found = { first, last: to, frontier: first === from ? frontier.slice(0, index) : before.frontier }
    }
  }
  return found && { ...found, fitting }
}

/** The events under each hash of a frontier, first and last. */
function subtreesOf(size: number): { readonly from: number; readonly to: number }[] {
  const subtrees: { from: number; to: number }[] = []
  let to = 0
  for (let width = 2 ** Math.floor(Math.log2(Math.max(1, size))); width >= 1; width /= 2) {
    if (size - to < width) continue
    subtrees.push({ from: to + 1, to: to + width })
    to += width
  }
  return subtrees
}

function areSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && a.every((byte, at) => byte === b[at])
}
