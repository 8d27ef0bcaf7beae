/** Events by position, read when somebody looks at them. */
import { useEffect, useState } from 'react'
import type { LedgerEvent } from '../../domain/events'
import { cachedEvent, readEvents } from '../../stores/ledger-store'

export interface EventsRead {
  readonly events: ReadonlyMap<number, LedgerEvent>
  /** Reading is over and something was not there. */
  readonly missing: boolean
}

export function useEvents(positions: readonly number[]): EventsRead {
  const [done, setDone] = useState('')
  const wanted = positions.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for the positions
  useEffect(() => {
    let left = false
    readEvents(positions).then(
      () => !left && setDone(wanted),
      () => !left && setDone(wanted),
    )
    return () => {
      left = true
    }
  }, [wanted])
  const events = new Map<number, LedgerEvent>()
  for (const position of positions) {
    const event = cachedEvent(position)
    // The log holds only events of this domain: `decide` made them, or an import checked them.
    if (event !== undefined) events.set(position, event as unknown as LedgerEvent)
  }
  return { events, missing: done === wanted && events.size < positions.length }
}
