/** How far each projection has come, as the log grows and while work goes on beside the page. */
import { useEffect, useState } from 'react'
import { inspectProjections } from '../../application/events/log-inspection'
import type { ProjectionStatus } from '../../application/events/log-inspection-api'
import { ledgerApplication, useLedger } from '../ledger-store'

export type { ProjectionStatus }

/** Milliseconds behind a change: the timeline has it at once; what is stored beside the page follows. */
const LOOKS = [0, 400, 2_000, 8_000]

export function useProjections(): readonly ProjectionStatus[] {
  const version = useLedger((ledger) => ledger.version)
  const localId = useLedger((ledger) => ledger.localId)
  const [known, setKnown] = useState<{ readonly localId: string; readonly list: readonly ProjectionStatus[] }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: they follow the log's growth
  useEffect(() => {
    let left = false
    const look = () =>
      inspectProjections(ledgerApplication()).then(
        (list) => !left && setKnown({ localId, list }),
        // The ledger was closed meanwhile, or cannot be read, which is said elsewhere.
        () => undefined,
      )
    const timers = LOOKS.map((after) => setTimeout(look, after))
    return () => {
      left = true
      for (const timer of timers) clearTimeout(timer)
    }
  }, [version, localId])
  return known?.localId === localId ? known.list : []
}
