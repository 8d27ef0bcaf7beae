/**
 * What happens in a run: a list of actions, each with a seed of its own for all that is left to chance in it and in the
 * turns after it. So an action that is dropped leaves the others what they are, and a failing run can be made shorter.
 */
import { SeededRandom } from '../exchange/sample/seeded-random'

/** How often each happens, in relation to the others. */
const WEIGHTS = {
  command: 70,
  repeat: 10,
  import: 9,
  cancel: 3,
  open: 5,
  kill: 5,
  'lose-power': 3,
  freeze: 3,
  thaw: 8,
  'move-clock': 4,
  pack: 3,
  sweep: 3,
  rebuild: 1,
  snapshot: 3,
  verify: 2,
  'catch-up': 3,
  fill: 2,
  free: 5,
  break: 2,
  mend: 5,
  disconnect: 2,
  abort: 4,
  hold: 8,
  reopen: 3,
  'make-ledger': 6,
  'remove-ledger': 5,
  'old-program': 3,
  wait: 12,
} as const

export type ActionKind = keyof typeof WEIGHTS

export interface Action {
  readonly kind: ActionKind
  readonly seed: number
}

/** Each run has a temper of its own: some things never happen in it, others often. So what hides behind noise shows. */
const TEMPERS = [0, 1, 1, 4] as const
const MUCH = 6
/** What makes an end of trouble is never missing: on a disk that stays full nothing more would be seen. */
const ALWAYS: ReadonlySet<string> = new Set(['command', 'free', 'mend', 'thaw', 'wait'])

/** @param often if given, nothing else happens but these, and what is never missing */
export function planOf(seed: number, length: number, often?: readonly ActionKind[]): readonly Action[] {
  const random = new SeededRandom(seed)
  const kinds = Object.entries(WEIGHTS).flatMap(([kind, weight]) => {
    const own = random.pick(TEMPERS)
    const chosen = often?.includes(kind as ActionKind) ? MUCH : 0
    const temper = ALWAYS.has(kind) ? 1 : often ? chosen : own
    return Array<ActionKind>(weight * temper).fill(kind as ActionKind)
  })
  return Array.from({ length }, () => ({ kind: kinds[random.bits() % kinds.length] ?? 'wait', seed: random.bits() }))
}
