/**
 * Why a number is what it is: the entries that make it, added up in groups. What is summed here is summed from the
 * columns, without the checkpoints of balances that the number itself comes from, so that the two can be held together.
 */
import { KIND } from '../../projections/event-kind'
import type { Timeline } from '../../projections/timeline'
import { balanceAt, balancesAt } from '../balances-at'
import { historyAt } from '../history-at'
import type { Bound } from '../resolve-moment'
import { unitsOf } from '../units'
import type { CategoryIndex } from './category-index'
import { addCut, cutOf, type GroupSum, GroupSums } from './cut-sums'
import { type Cells, type Elements, PrefixSums } from './prefix-sums'
import { countRecorded, type Sequence, type Subject, sequenceOf } from './sequence'

export interface Question {
  readonly subject: Subject
  readonly bound: Bound
  /** Asks for a change: only entries that this earlier moment does not show. */
  readonly since?: Bound
  /** Asks for the balance of a row of a history: entries up to the one in this slot, in the order of value dates. */
  readonly upTo?: number
}

export interface Explanation {
  /** By key: EVENT_KINDS, month (months.ts), or number of a category; those without an entry are left out. */
  readonly groups: readonly GroupSum[]
  /** Entries, and their sum in minor units. */
  readonly count: number
  readonly sum: number
}

/** The key of what was not read yet, among categories. */
export const UNREAD = -1

export function explainBy(timeline: Timeline, question: Question, by: 'kind' | 'month'): Explanation {
  return totalled(sumsOf(timeline, question, by))
}

/**
 * By category, as far as they were read; the rest of the number stands under UNREAD. What lies between two moments is
 * told by what the later of them knows: an entry of both that was corrected in between is no difference.
 */
export function explainByCategory(timeline: Timeline, question: Question, categories: CategoryIndex): Explanation {
  const all = totalled(sumsOf(timeline, question, 'kind'))
  const sequence = sequenceOf(timeline, question.subject)
  const sums = new GroupSums()
  const asOf = Math.max(question.bound.position, question.since?.position ?? 0)
  for (const { bound, upTo, sign } of partsOf(question)) {
    const cells = categories.cellsAt(bound.position)
    const groupOf = (slot: number) => categories.categoryAt(slot, bound.position)
    addCut(sums, 'group', sign, { sequence, cut: cutOf(sequence, bound, upTo), cells }, groupOf)
    addMoved(sums, timeline, categories, { bound, sign }, asOf)
  }
  const known = totalled(sums)
  sums.add(UNREAD, all.count - known.count, all.sum - known.sum)
  return totalled(sums)
}

/** Moves what a part shows from the categories of its own position to those of a later one. */
function addMoved(
  sums: GroupSums,
  { columns }: Timeline,
  categories: CategoryIndex,
  { bound, sign }: Part,
  asOf: number,
): void {
  for (const slot of new Set(categories.movedBetween(bound.position, asOf))) {
    if (slot >= bound.position || (columns.day[slot] as number) > bound.day) continue
    const [before, after] = [categories.categoryAt(slot, bound.position), categories.categoryAt(slot, asOf)]
    if (before === undefined || after === undefined || before === after) continue
    const amount = sign * (columns.effect[slot] as number)
    sums.add(before, -sign, -amount)
    sums.add(after, sign, amount)
  }
}

/** The number itself, as it is shown everywhere else; undefined where the moment does not show the row that is asked about. */
export function numberAsked(timeline: Timeline, { subject, bound, since, upTo }: Question): number | undefined {
  if (subject.kind === 'account' && upTo !== undefined) {
    const history = historyAt(timeline, subject.account, bound)
    const row = history.rowOf(upTo)
    return row < 0 ? undefined : history.balance(row)
  }
  const at = (moment: Bound) =>
    subject.kind === 'account'
      ? balanceAt(timeline, subject.account, moment)
      : totalOf(timeline, subject.unit, balancesAt(timeline, moment))
  return at(bound) - (since ? at(since) : 0)
}

/** @param balances of all accounts, by number */
export function totalOf(timeline: Timeline, unit: number, balances: Float64Array): number {
  const { ofAccount } = unitsOf(timeline)
  let total = 0
  for (let account = 0; account < balances.length; account++) {
    if (ofAccount[account] === unit) total += balances[account] as number
  }
  return total
}

/** The same sum once more, event by event from the first, with nothing kept from before: slow, for when nobody waits. */
export function sumAgain(timeline: Timeline, { subject, bound, since, upTo }: Question): number {
  const { members } = sequenceOf(timeline, subject)
  const { effect, account, day } = timeline.columns
  const lastDay = upTo === undefined ? bound.day : (day[upTo] as number)
  let sum = 0
  for (let slot = 0; slot < bound.position; slot++) {
    const amount = effect[slot] as number
    if (amount === 0 || members[account[slot] as number] !== 1) continue
    const on = day[slot] as number
    if (on > lastDay || (upTo !== undefined && on === lastDay && slot > upTo)) continue
    if (since && slot < since.position && on <= since.day) continue
    sum += amount
  }
  return sum
}

interface Part {
  readonly bound: Bound
  readonly upTo?: number
  readonly sign: 1 | -1
}

/** What a change takes away it has summed first: of two moments the second one stays near the cursor. */
function partsOf({ bound, since, upTo }: Question): Part[] {
  const shown: Part = { bound, sign: 1, ...(upTo === undefined ? {} : { upTo }) }
  return since ? [{ bound: since, sign: -1 }, shown] : [shown]
}

function sumsOf(timeline: Timeline, question: Question, by: 'kind' | 'month'): GroupSums {
  const sequence = sequenceOf(timeline, question.subject)
  const { kind } = timeline.columns
  const sums = new GroupSums()
  for (const { bound, upTo, sign } of partsOf(question)) {
    const cells = cellsAt(sequence, bound.position)
    const groupOf = (slot: number) => kind[slot] as number
    const cut = cutOf(sequence, bound, upTo)
    addCut(sums, by === 'month' ? 'month' : 'group', sign, { sequence, cut, cells }, groupOf)
  }
  return sums
}

function totalled(sums: GroupSums): Explanation {
  const groups = sums.list()
  let count = 0
  let sum = 0
  for (const group of groups) {
    count += group.count
    sum += group.sum
  }
  return { groups, count, sum }
}

/** Subjects kept a timeline: the one that is asked about, and those asked about before. */
const MOST_KEPT = 3
const kept = new WeakMap<Timeline, Map<string, PrefixSums>>()

function cellsAt(sequence: Sequence, position: number): Cells {
  const { timeline, key } = sequence
  const subjects = kept.get(timeline) ?? new Map<string, PrefixSums>()
  kept.set(timeline, subjects)
  const sums = subjects.get(key) ?? new PrefixSums()
  subjects.delete(key)
  subjects.set(key, sums)
  if (subjects.size > MOST_KEPT) subjects.delete(subjects.keys().next().value ?? key)
  return sums.after(countRecorded(sequence, position), entryElements(sequence))
}

/** The subject's entries in the order of recording, in cells by kind. */
function entryElements({ timeline, recorded, members }: Sequence): Elements {
  const { effect, account, day, kind } = timeline.columns
  const { slots, length } = recorded
  return {
    length,
    sum(from, to, sign, cells) {
      for (let index = from; index < to; index++) {
        const slot = slots ? (slots[index] as number) : index
        const amount = effect[slot] as number
        if (amount === 0 || members[account[slot] as number] !== 1) continue
        const cell = cells.cell(day[slot] as number, kind[slot] as number)
        cells.sums[cell] = (cells.sums[cell] as number) + sign * amount
        cells.counts[cell] = (cells.counts[cell] as number) + sign
      }
    },
  }
}

/** The key of a group by kind, by the type of its events; undefined for what is no type. */
export function kindNamed(type: string): number | undefined {
  return (KIND as Readonly<Record<string, number>>)[type]
}

/** Kinds in the order in which they are told: what came in, then what went out. */
export const KINDS_IN_ORDER: readonly number[] = [
  KIND.Deposited,
  KIND.TransferReceived,
  KIND.TransferReturned,
  KIND.EntryReversed,
  KIND.Withdrawn,
  KIND.TransferSent,
]
