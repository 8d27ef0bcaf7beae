/** The words of the rows on screen. What is cached shows in the same frame; the rest is read, one request at a time. */
import { useEffect, useRef, useState } from 'react'
import { cachedEntryWords, type EntryWords, readEntryWords } from '../entry-words'
import { useLedger } from '../ledger-store'

/**
 * @param positions globalPositions of the entries on screen
 * @param until corrections count within the first so many events
 * @returns for each its words; undefined while they are being read
 */
export function useRowWords(positions: readonly number[], until: number): readonly (EntryWords | undefined)[] {
  const timeline = useLedger((ledger) => ledger.timeline)
  const [, setReads] = useState(0)
  const reading = useRef(false)
  // What a read did not bring is not asked for again and again.
  const unreadable = useRef(new Set<number>())
  const words = positions.map((position) => cachedEntryWords(timeline, position, until))
  useEffect(() => {
    const missing = positions.filter(
      (position, index) => words[index] === undefined && !unreadable.current.has(position),
    )
    if (missing.length === 0 || reading.current) return
    reading.current = true
    // Reading ends in a render, which asks for what came on screen meanwhile.
    readEntryWords(timeline, missing, until)
      .then(
        () => true,
        () => false,
      )
      .then((read) => {
        reading.current = false
        for (const position of missing) {
          if (!read || cachedEntryWords(timeline, position, until) === undefined) unreadable.current.add(position)
        }
        setReads((count) => count + 1)
      })
  })
  return words
}
