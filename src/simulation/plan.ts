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
  kill: 4,
  'lose-power': 1,
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
  wait: 12,
} as const

export type ActionKind = keyof typeof WEIGHTS

export interface Action {
  readonly kind: ActionKind
  readonly seed: number
}

const KINDS = Object.entries(WEIGHTS).flatMap(([kind, weight]) => Array<ActionKind>(weight).fill(kind as ActionKind))

export function planOf(seed: number, length: number): readonly Action[] {
  const random = new SeededRandom(seed)
  return Array.from({ length }, () => {
    const kind = KINDS[random.bits() % KINDS.length] ?? 'wait'
    return { kind, seed: random.bits() }
  })
}
