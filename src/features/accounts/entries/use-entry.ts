/** The entry that a dialog is about, read from the log as it is now. */
import { useEffect, useState } from 'react'
import { cachedEntryWords, type EntryWords, readEntryWords } from '../../../stores/entry-words'
import { cachedEvent, useLedger } from '../../../stores/ledger-store'

export interface Entry {
  readonly eventId: string
  readonly position: number
  readonly effectiveOn: string
  /** Signed, minor units. */
  readonly effect: number
  readonly reversed: boolean
  readonly words: EntryWords
}

/** undefined while it is read, null where there is no such entry. */
export function useEntry(position: number): Entry | null | undefined {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const [entry, setEntry] = useState<Entry | null>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  useEffect(() => {
    let left = false
    const read = async (): Promise<Entry | null> => {
      const slot = position - 1
      if (!timeline.isEntry(slot)) return null
      await readEntryWords(timeline, [position], timeline.size)
      const words = cachedEntryWords(timeline, position, timeline.size)
      const event = cachedEvent(position)
      const effectiveOn = event?.data.effectiveOn
      if (words === undefined || event === undefined || typeof effectiveOn !== 'string') return null
      const effect = timeline.columns.effect[slot] ?? 0
      return {
        eventId: event.eventId,
        position,
        effectiveOn,
        effect,
        reversed: timeline.reversedBy(slot) !== undefined,
        words,
      }
    }
    read().then(
      (found) => !left && setEntry(found),
      () => !left && setEntry(null),
    )
    return () => {
      left = true
    }
  }, [position, timeline, version])
  return entry
}
