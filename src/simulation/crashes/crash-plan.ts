/**
 * What a run of kills consists of: profiles that each live through some kills, every kill in the midst of something. One
 * seed is one plan; how far the browser has come at a moment is its own affair, so a plan is repeated, not a crash.
 */
import { SeededRandom } from '../../exchange/sample/seeded-random'

/** What goes on when the browser is killed. */
export const CRASH_KINDS = [
  'commands',
  'transfers',
  'reversals',
  'import',
  'last step of an import',
  'cancelled import',
  'first opening',
  'upgrade',
  'rebuilt states',
  'packing',
  'clearing',
  'snapshot',
  'removed ledger',
] as const
export type CrashKind = (typeof CRASH_KINDS)[number]

/** What transactions are for, as one sees from outside by the tables they name and what they do there. */
export type Phase =
  | 'command'
  | 'staging'
  | 'import commit'
  | 'upgrade'
  | 'rebuild'
  | 'packing'
  | 'clearing'
  | 'snapshot'
  | 'registry'

/** Before the first write of a transaction, before a later one, or when it is committed and nobody has heard of it yet. */
export type Point = 'begin' | 'write' | 'end'

export interface KillMoment {
  /** undefined: by the clock alone. */
  readonly at?: { readonly phase: Phase; readonly point: Point; readonly nth: number }
  /** Milliseconds, from there or from the beginning. */
  readonly after: number
}

export interface Round {
  readonly kind: CrashKind
  readonly seed: number
  readonly tabs: number
  readonly moment: KillMoment
}

interface Habits {
  readonly phases: readonly [Phase, ...Phase[]]
  /** Transactions of the phase there may be, at most. */
  readonly most: number
  /** Milliseconds it may take. */
  readonly takes: number
}

const HABITS: Readonly<Record<CrashKind, Habits>> = {
  commands: { phases: ['command'], most: 12, takes: 120 },
  transfers: { phases: ['command'], most: 12, takes: 120 },
  reversals: { phases: ['command'], most: 8, takes: 80 },
  import: { phases: ['staging', 'staging', 'snapshot'], most: 2, takes: 500 },
  'last step of an import': { phases: ['import commit'], most: 1, takes: 500 },
  'cancelled import': { phases: ['clearing', 'staging'], most: 2, takes: 300 },
  'first opening': { phases: ['upgrade', 'registry'], most: 1, takes: 400 },
  upgrade: { phases: ['upgrade'], most: 1, takes: 300 },
  'rebuilt states': { phases: ['rebuild'], most: 1, takes: 400 },
  packing: { phases: ['packing'], most: 1, takes: 800 },
  clearing: { phases: ['clearing'], most: 1, takes: 600 },
  snapshot: { phases: ['snapshot'], most: 3, takes: 800 },
  'removed ledger': { phases: ['registry'], most: 4, takes: 200 },
}

/** An upgrade makes tables; it writes no rows. */
const POINTS = { few: ['begin', 'end'], many: ['begin', 'write', 'end', 'end'] } as const satisfies Record<
  string,
  readonly [Point, ...Point[]]
>

/** Kills that one profile lives through. */
const LIFE = 5

/** Lives of at most five kills each; every kind comes before any comes again. */
export function planOfCrashes(seed: number, kills: number): readonly (readonly Round[])[] {
  const random = new SeededRandom(seed)
  const lives: Round[][] = []
  let deck: CrashKind[] = []
  for (let kill = 0; kill < kills; kill++) {
    if (deck.length === 0) deck = shuffled(random)
    const life = kill % LIFE === 0 ? [] : lives.at(-1)
    if (kill % LIFE === 0) lives.push(life as Round[])
    life?.push(anyRound(random, deck.pop() as CrashKind))
  }
  // Only a profile that never saw the program can be opened first.
  return lives.map((life) => life.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a))))
}

function isFirst({ kind }: Round): boolean {
  return kind === 'first opening'
}

function shuffled(random: SeededRandom): CrashKind[] {
  const left: CrashKind[] = [...CRASH_KINDS]
  return CRASH_KINDS.flatMap(() => left.splice(random.bits() % left.length, 1))
}

function anyRound(random: SeededRandom, kind: CrashKind): Round {
  const { phases, most, takes } = HABITS[kind]
  const seed = random.bits()
  const tabs = random.chance(70) ? 1 : random.between(2, 3)
  if (random.chance(30)) return { kind, seed, tabs, moment: { after: random.between(0, takes) } }
  const at = {
    phase: random.pick(phases),
    point: random.pick(POINTS[kind === 'upgrade' || kind === 'first opening' ? 'few' : 'many']),
    nth: random.between(1, most),
  }
  // Right there, or a moment later: while the disk is at it.
  return { kind, seed, tabs, moment: { at, after: random.chance(50) ? 0 : random.between(1, 12) } }
}
