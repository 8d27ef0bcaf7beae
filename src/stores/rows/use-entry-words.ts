/**
 * The words of entries on screen, each as known within so many events. What is cached is there at once, the rest is read:
 * as soon as it comes on screen, but while the cursor is on its way only now and then, for most rows are gone again
 * before they could be read.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isOnItsWay } from '../clocks/motion'
import { cachedEntryWords, type EntryWords, readEntryWords } from '../entry-words'
import { useLedger } from '../ledger-store'

export interface WordsWanted {
  /** globalPosition of the entry. */
  readonly position: number
  /** Corrections count within the first so many events. */
  readonly until: number
}

/** Between two readings on the way, milliseconds. */
const NOW_AND_THEN = 160

/** Undefined for those that are being read, or cannot be. */
export function useEntryWords(wanted: readonly WordsWanted[]): readonly (EntryWords | undefined)[] {
  const timeline = useLedger((ledger) => ledger.timeline)
  const [, setReads] = useState(0)
  const reading = useRef(false)
  const readAt = useRef(0)
  const later = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(later.current), [])
  // What a read did not bring is not asked for again and again.
  const unreadable = useRef(new Set<string>())
  const known = useRef<readonly Known[]>([])
  const words = wanted.map(({ position, until }) =>
    same(known.current, position, cachedEntryWords(timeline, position, until)),
  )
  useLayoutEffect(() => {
    known.current = wanted.map(({ position }, index) => [position, words[index]])
  })
  useEffect(() => {
    const missing = wanted.filter((each, index) => words[index] === undefined && !unreadable.current.has(keyOf(each)))
    if (missing.length === 0 || reading.current) return
    clearTimeout(later.current)
    const wait = readAt.current + NOW_AND_THEN - performance.now()
    if (wait > 0 && isOnItsWay()) {
      later.current = setTimeout(() => setReads((count) => count + 1), wait)
      return
    }
    readAt.current = performance.now()
    reading.current = true
    const until = Math.max(...missing.map((each) => each.until))
    const positions = missing.map(({ position }) => position)
    // Reading ends in a render, which asks for what came on screen meanwhile.
    readEntryWords(timeline, positions, until)
      .catch(() => undefined)
      .then(() => {
        reading.current = false
        for (const each of missing) {
          if (cachedEntryWords(timeline, each.position, each.until) === undefined) unreadable.current.add(keyOf(each))
        }
        setReads((count) => count + 1)
      })
  })
  return words
}

type Known = readonly [position: number, words: EntryWords | undefined]

/** One object as long as it says the same, which is what a row's memo looks at. */
function same(known: readonly Known[], position: number, words: EntryWords | undefined): EntryWords | undefined {
  const before = known.find(([of]) => of === position)?.[1]
  if (before === undefined || words === undefined) return words
  const isSame =
    before.payee === words.payee &&
    before.memo === words.memo &&
    before.category === words.category &&
    before.counterpartId === words.counterpartId
  return isSame ? before : words
}

function keyOf({ position, until }: WordsWanted): string {
  return `${position} ${until}`
}

/** The same for rows that are all known within as many events. */
export function useRowWords(positions: readonly number[], until: number): readonly (EntryWords | undefined)[] {
  return useEntryWords(positions.map((position) => ({ position, until })))
}
