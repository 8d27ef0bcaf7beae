/** The newest entries of the whole ledger that answer to a text, at the cursor's moment, as they are found. */
import { useEffect, useState } from 'react'
import type { FoundEntry, SearchResults } from '../../application/ledger-api'
import { useCursor } from '../cursor-store'
import { hindsight, useLedger } from '../ledger-store'

export type { FoundEntry }

export interface FoundEntries {
  readonly entries: readonly FoundEntry[]
  /** How many answer, as far as known. */
  readonly total: number
  readonly searching: boolean
}

const NOTHING: FoundEntries = { entries: [], total: 0, searching: false }
/** A single letter is in nearly every entry. */
const SHORTEST = 2
/** Milliseconds: whoever types on has the next letter there by then. */
const PAUSE = 25

export function useFoundEntries(text: string, limit: number): FoundEntries {
  const [found, setFound] = useState(NOTHING)
  const moment = useCursor((cursor) => cursor.moment)
  const localId = useLedger((ledger) => ledger.localId)
  const wanted = text.trim()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another ledger has other entries
  useEffect(() => {
    if (wanted.length < SHORTEST) {
      setFound(NOTHING)
      return
    }
    const stop = new AbortController()
    const { signal } = stop
    const show = ({ entries, total, done }: SearchResults) => {
      if (!signal.aborted) setFound({ entries, total, searching: !done })
    }
    const search = async () => {
      // What was found for the text before stays until there is something new.
      setFound((before) => ({ ...before, searching: true }))
      await hindsight()
        .search(wanted, { at: moment, limit, onResults: show, signal })
        .then(show, () => signal.aborted || setFound(NOTHING))
    }
    const timer = setTimeout(() => void search(), PAUSE)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [wanted, limit, moment, localId])
  return found
}
