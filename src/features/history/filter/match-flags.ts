/**
 * Which entries answer to the filter, by slot, so that a frame of scrubbing filters without reading a word. An entry
 * whose words were corrected may answer at one moment and not at another: for it every correction is judged once.
 */
import type { TextMatcher } from '../../../stores/search/entry-search'

const NO = 0
const YES = 1
const DEPENDS = 2

/** From this many recorded events on, the entry answers or does not. */
interface Turn {
  readonly position: number
  readonly matches: boolean
}

export class MatchFlags {
  readonly #flags: Uint8Array
  readonly #turns = new Map<number, readonly Turn[]>()

  /** @param size events in the log */
  constructor(size: number) {
    this.#flags = new Uint8Array(size)
  }

  /** These answer at every moment that shows them. */
  add(slots: readonly number[]): void {
    for (const slot of slots) this.#flags[slot] = YES
  }

  /** Judges an entry with what its row says after the first `position` events, for the positions where that changed. */
  judge(
    slot: number,
    changes: readonly number[],
    textsAt: (position: number) => readonly string[],
    matches: TextMatcher,
  ): void {
    const turns = [slot + 1, ...changes].map((position) => ({ position, matches: matches(textsAt(position)) }))
    const [first] = turns
    if (turns.length > 1) {
      this.#flags[slot] = DEPENDS
      this.#turns.set(slot, turns)
    } else this.#flags[slot] = first?.matches ? YES : NO
  }

  /** Whether the entry answers after the first `position` events; false for one not judged yet. */
  answers(slot: number, position: number): boolean {
    const flag = this.#flags[slot] ?? NO
    if (flag !== DEPENDS) return flag === YES
    return this.#turns.get(slot)?.findLast((turn) => turn.position <= position)?.matches ?? false
  }
}
