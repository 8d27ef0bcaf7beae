/** The root over the events that a moment knows: with it a printed statement can be held against any copy of the log. */
import { useEffect, useState } from 'react'
import { proveEvent } from '../../application/events/log-inspection'
import { useFault } from '../event-log/fault'
import { ledgerApplication, useLedger } from '../ledger-store'

/** Ms: a drag asks for none of the roots on its way. */
const RESTS_AFTER = 250

/** Hexadecimal; '' where the log is damaged before, while it is worked out, before the first event, and where the log cannot be read. */
export function useRootAt(position: number): string {
  const fault = useFault()
  const isSound = fault === undefined || position <= fault.sound
  const localId = useLedger((ledger) => ledger.localId)
  // What a log begins with never changes. The head's own root is no shorter way: it comes a little after its size.
  const key = `${localId} ${position}`
  const [known, setKnown] = useState<{ readonly key: string; readonly root: string }>()
  useEffect(() => {
    if (position === 0 || !isSound) return
    let left = false
    const timer = setTimeout(() => {
      proveEvent(ledgerApplication(), position, { size: position }).then(
        ({ root }) => !left && setKnown({ key, root }),
        () => undefined,
      )
    }, RESTS_AFTER)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [key, position, isSound])
  return isSound && known?.key === key ? known.root : ''
}
