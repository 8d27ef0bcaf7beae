/** The events of the rows in sight, read a few batches at a time; whoever scrolls on does not wait for what is gone by. */
import { useEffect, useRef, useState } from 'react'
import type { RecordedEvent } from '../../../event-log/recorded-event'
import { cachedEvent, readEvents } from '../../../stores/ledger-store'

export function useRowEvents(positions: readonly number[]): readonly (RecordedEvent | undefined)[] {
  const [, setReads] = useState(0)
  const reading = useRef(false)
  const unreadable = useRef(new Set<number>())
  const events = positions.map((position) => cachedEvent(position))
  useEffect(() => {
    const missing = positions.filter((position, row) => events[row] === undefined && !unreadable.current.has(position))
    if (missing.length === 0 || reading.current) return
    reading.current = true
    // Reading ends in a render, which asks for what came into sight meanwhile.
    const done = () => {
      reading.current = false
      for (const position of missing) if (!cachedEvent(position)) unreadable.current.add(position)
      setReads((count) => count + 1)
    }
    readEvents(missing).then(done, done)
  })
  return events
}
