/**
 * The entries that could be why a stretch does not agree, the likeliest first, with the reason of each. [RC7] to [RC9]
 * in SPEC.md. Figures and days only: words are read when a suspect comes on screen.
 */
import type { Timeline } from '../../projections/timeline'
import { entriesOf } from '../account-entries'
import { type AmountFault, amountFault } from './amount-faults'
import { pairsIn } from './pairs'
import type { Stretch } from './statements'
import { firstTwin, repeatsIn } from './twins'

export type Reason =
  | AmountFault
  /** Recorded behind the agreement of a mark that no longer agrees. */
  | { readonly kind: 'late' }
  /** `extra`, and another entry of the same amount stands close by. */
  | { readonly kind: 'double'; readonly twin: number }
  /** `extra`, and reversed, but only on a day that the statement does not know yet. */
  | { readonly kind: 'reversed-later'; readonly reversal: number }
  /** Of a day outside the stretch, and exactly what is missing in it. */
  | { readonly kind: 'date' }
  /** Two entries that are the difference together. */
  | { readonly kind: 'pair' }
  /** The same amount twice within days; it does not explain the difference alone. */
  | { readonly kind: 'repeat'; readonly twin: number }

export interface Suspect {
  /** One, or two for a pair; the newest first. */
  readonly slots: readonly number[]
  /** The most telling first. */
  readonly reasons: readonly Reason[]
}

export interface Suspects {
  readonly suspects: readonly Suspect[]
  /** Suspects that are not listed, since there are so many. */
  readonly more: number
  /** Entries of the stretch. */
  readonly entries: number
  /** Entries that pairs were looked for in: the newest ones, where they are fewer than the stretch holds. */
  readonly pairedAmong: number
  /** Entries, inside the stretch or not, of the amount that a missing entry would have: newest first, a few. */
  readonly alike: readonly number[]
}

export const MOST_SUSPECTS = 100
const MOST_ALIKE = 3
const RANK: readonly Reason['kind'][] = [
  'reversed-later',
  'double',
  'extra',
  'sign',
  'digits',
  'slip',
  'date',
  'late',
  'half',
  'once',
  'pair',
  'repeat',
]

/** @param position events known */
export function suspectsIn(timeline: Timeline, account: number, position: number, stretch: Stretch): Suspects {
  const look = new Look(timeline, position, stretch)
  const { byDay } = entriesOf(timeline, account)
  const inside: number[] = []
  const alike: number[] = []
  const { effect, day } = timeline.columns
  let entries = 0
  for (let index = byDay.length - 1; index >= 0; index--) {
    const slot = byDay[index] as number
    if (slot >= position) continue
    const isInside = look.holds(day[slot] as number)
    if (isInside) entries++
    if (effect[slot] === stretch.difference && alike.length < MOST_ALIKE) alike.push(slot)
    if (look.isSettled(slot, isInside)) continue
    if (isInside) inside.push(slot)
    look.judge(slot, isInside)
  }
  const ranked = look.ranked(byDay)
  const pairs = pairsIn(inside, effect, day, -stretch.difference)
  const found = [...ranked, ...pairs.pairs.map((slots): Suspect => ({ slots, reasons: [{ kind: 'pair' }] }))]
  const suspects = found.length > 0 ? found : look.repeats(inside)
  return {
    suspects: suspects.slice(0, MOST_SUSPECTS),
    more: Math.max(0, suspects.length - MOST_SUSPECTS) + pairs.more,
    entries,
    pairedAmong: pairs.among,
    alike,
  }
}

/** One look over the entries of an account. */
class Look {
  readonly #timeline: Timeline
  readonly #position: number
  readonly #stretch: Stretch
  readonly #agreedUntil: number
  readonly #found: { readonly slot: number; readonly reasons: Reason[] }[] = []

  constructor(timeline: Timeline, position: number, stretch: Stretch) {
    this.#timeline = timeline
    this.#position = position
    this.#stretch = stretch
    this.#agreedUntil = stretch.until.mark?.agreedUntil ?? Number.POSITIVE_INFINITY
  }

  holds(day: number): boolean {
    return day > this.#stretch.afterDay && day <= this.#stretch.until.day
  }

  /** Whether the entry and its reversal are on the same side, so that together they are nothing. */
  isSettled(slot: number, isInside: boolean): boolean {
    const other = this.#other(slot)
    return other !== undefined && this.holds(this.#timeline.columns.day[other] as number) === isInside
  }

  judge(slot: number, isInside: boolean): void {
    const { effect } = this.#timeline.columns
    const { difference } = this.#stretch
    if (!isInside) {
      if (effect[slot] === difference) this.#found.push({ slot, reasons: [{ kind: 'date' }] })
      return
    }
    const reasons: Reason[] = []
    const fault = amountFault(effect[slot] as number, difference)
    if (fault) reasons.push(fault)
    if (slot >= this.#agreedUntil) reasons.push({ kind: 'late' })
    if (reasons.length > 0) this.#found.push({ slot, reasons })
  }

  ranked(byDay: Uint32Array): Suspect[] {
    const { day } = this.#timeline.columns
    const found = this.#found.map(({ slot, reasons }) => ({ slot, reasons, rank: rankOf(reasons) }))
    const nearness = (slot: number) => -this.#distance(day[slot] as number)
    const order = (a: (typeof found)[number], b: (typeof found)[number]) =>
      a.rank - b.rank || nearness(b.slot) - nearness(a.slot) || b.slot - a.slot
    const top = found.sort(order)
    // To look for twins costs a look around each: of thousands only what can be listed is worth it.
    for (const each of top.slice(0, MOST_SUSPECTS)) {
      this.#explain(each.slot, each.reasons, byDay)
      each.rank = rankOf(each.reasons)
    }
    return top.sort(order).map(({ slot, reasons }) => ({ slots: [slot], reasons }))
  }

  repeats(inside: readonly number[]): Suspect[] {
    const { effect, day } = this.#timeline.columns
    return repeatsIn(inside, effect, day).map(({ slot, twin }) => ({
      slots: [slot],
      reasons: [{ kind: 'repeat', twin }],
    }))
  }

  /** What more is to be said of an entry that the bank does not have. */
  #explain(slot: number, reasons: Reason[], byDay: Uint32Array): void {
    if (reasons[0]?.kind !== 'extra') return
    const reversal = this.#timeline.reversedBy(slot)
    if (reversal !== undefined && reversal < this.#position) {
      reasons[0] = { kind: 'reversed-later', reversal }
      return
    }
    const twin = firstTwin(slot, byDay, this.#timeline.columns, this.#position)
    if (twin !== undefined) reasons[0] = { kind: 'double', twin }
  }

  /** The reversal of an entry, or the entry of a reversal, where it is known. */
  #other(slot: number): number | undefined {
    const other = this.#timeline.reversedBy(slot) ?? this.#timeline.reverses(slot)
    return other !== undefined && other < this.#position ? other : undefined
  }

  /** Days from the stretch, or within it from where the difference is seen. */
  #distance(day: number): number {
    const { until, afterDay } = this.#stretch
    return day <= afterDay ? afterDay - day + 1 : Math.abs(until.day - day)
  }
}

function rankOf(reasons: readonly Reason[]): number {
  return RANK.indexOf(reasons[0]?.kind ?? 'repeat')
}
