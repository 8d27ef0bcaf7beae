/**
 * The categories of a subject's entries, read from the log while the cursor rests, as far as the moment needs them. What
 * was read is kept for the subjects asked about last, and shows while reading goes on.
 */
import { useEffect, useMemo, useState } from 'react'
import { readCategories } from '../../application/explain/read-categories'
import type { Timeline } from '../../projections/timeline'
import { CategoryIndex } from '../../time-travel/explain/category-index'
import { keyOf, type Subject } from '../../time-travel/explain/sequence'
import { useCursor } from '../cursor-store'
import { ledgerApplication, useLedger } from '../ledger-store'
import type { AskedNumber } from './asked-number'
import { eventsNeeded, subjectOf } from './question-of'
import { RESTS_AFTER } from './use-proof'

const MOST_KEPT = 3
const kept = new WeakMap<Timeline, Map<string, CategoryIndex>>()

function indexOf(timeline: Timeline, subject: Subject): CategoryIndex {
  const key = keyOf(subject)
  const indices = kept.get(timeline) ?? new Map<string, CategoryIndex>()
  kept.set(timeline, indices)
  const index = indices.get(key) ?? new CategoryIndex(timeline, subject)
  indices.delete(key)
  indices.set(key, index)
  if (indices.size > MOST_KEPT) indices.delete(indices.keys().next().value ?? key)
  return index
}

export interface Categories {
  readonly index: CategoryIndex | undefined
  /** Events taken in: what is computed of the index anew for each of them is never told of fewer than `done`. */
  readonly read: number
  /** Events read, of those the moment shows. */
  readonly done: number
  readonly total: number
  readonly state: 'reading' | 'stopped' | 'failed' | 'done'
  stop(): void
  goOn(): void
}

/** Milliseconds between two looks at what was read. */
const SHOWN_EVERY = 150

/** @param wanted whether somebody looks at categories */
export function useCategories(asked: AskedNumber | undefined, wanted: boolean): Categories {
  const timeline = useLedger((ledger) => ledger.timeline)
  const cursor = useCursor((state) => state.bound)
  const subject = useMemo(() => (wanted && asked ? subjectOf(asked) : undefined), [asked, wanted])
  const total = eventsNeeded(timeline, asked, cursor)
  return useCategoriesOf(subject, total)
}

/** @param total of so many events; `subject` undefined while nobody looks at them */
export function useCategoriesOf(subject: Subject | undefined, total: number): Categories {
  const timeline = useLedger((ledger) => ledger.timeline)
  const [, setLooked] = useState(0)
  const [halted, setHalted] = useState<'stopped' | 'failed'>()
  const index = useMemo(() => subject && indexOf(timeline, subject), [timeline, subject])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject is read anew
  useEffect(() => setHalted(undefined), [index])
  useEffect(() => {
    if (!index || halted || index.taken >= total) return
    const stop = new AbortController()
    let shown = performance.now()
    const onPage = async () => {
      if (performance.now() - shown > SHOWN_EVERY) {
        shown = performance.now()
        setLooked((count) => count + 1)
      }
      // Frames and keys come in between.
      await new Promise((resolve) => setTimeout(resolve))
    }
    const start = async () => {
      const ledger = await ledgerApplication().desk.ledger
      // Another ledger was opened meanwhile: its events say nothing of this one.
      if (ledger.timeline !== timeline) return
      await readCategories(index, (positions) => ledger.log.readAt(positions), total, { onPage, signal: stop.signal })
    }
    const timer = setTimeout(() => {
      start().then(
        () => setLooked((count) => count + 1),
        () => stop.signal.aborted || setHalted('failed'),
      )
    }, RESTS_AFTER)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [timeline, index, total, halted])
  // Another reader of the same index may have come further meanwhile, also where this one was stopped.
  const read = index?.taken ?? 0
  const done = Math.min(read, total)
  return {
    index,
    read,
    done,
    total,
    state: done >= total ? 'done' : (halted ?? 'reading'),
    stop: () => setHalted('stopped'),
    goOn: () => setHalted(undefined),
  }
}
