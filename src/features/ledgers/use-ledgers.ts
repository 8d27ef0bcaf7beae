/** The ledgers of this device as lists show them. Of the open one name and size are taken from what is open, not from the list. */
import { useEffect } from 'react'
import type { LedgerSummary } from '../../application/hindsight'
import { refreshLedgers, useLedger } from '../../stores/ledger-store'

export function useLedgers(): readonly LedgerSummary[] {
  const ledgers = useLedger((state) => state.ledgers)
  const localId = useLedger((state) => state.localId)
  const name = useLedger((state) => state.name)
  const size = useLedger((state) => state.size)
  return ledgers.map((ledger) =>
    ledger.id === localId ? { ...ledger, name, size, current: true } : { ...ledger, current: false },
  )
}

/** Reads the list again when a dialog that shows it opens. */
export function useFreshLedgers(): readonly LedgerSummary[] {
  useEffect(() => {
    void refreshLedgers()
  }, [])
  return useLedgers()
}
