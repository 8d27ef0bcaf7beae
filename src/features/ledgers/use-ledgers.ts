/** The ledgers of this device as lists show them. Of the open one name and size are taken from what is open, not from the list. */
import { useEffect } from 'react'
import type { LedgerSummary } from '../../application/ledger-api'
import { ledgerMessages as messages } from '../../locales/en/ledgers'
import { refreshLedgers, useLedger } from '../../stores/ledger-store'
import { formatCount } from '../../ui/format/format-money'

export function useLedgers(): readonly LedgerSummary[] {
  const ledgers = useLedger((state) => state.ledgers)
  const localId = useLedger((state) => state.localId)
  const name = useLedger((state) => state.name)
  const size = useLedger((state) => state.size)
  return inFamilies(ledgers).map((ledger) =>
    ledger.id === localId ? { ...ledger, name, size, current: true } : { ...ledger, current: false },
  )
}

/** Each ledger with its sandboxes behind it. */
function inFamilies(ledgers: readonly LedgerSummary[]): readonly LedgerSummary[] {
  const ids = new Set(ledgers.map(({ id }) => id))
  const withBranches = (ledger: LedgerSummary): readonly LedgerSummary[] => [
    ledger,
    ...ledgers.filter(({ branchOf }) => branchOf === ledger.id).flatMap(withBranches),
  ]
  return ledgers.filter(({ branchOf }) => branchOf === undefined || !ids.has(branchOf)).flatMap(withBranches)
}

/** How many events, and whether it is a sandbox. */
export function sizeWords({ size, branchOf }: LedgerSummary): string {
  const events = messages.events(size, formatCount(size))
  return branchOf === undefined ? events : messages.sandboxOf(events)
}

/** Reads the list again when a dialog that shows it opens. */
export function useFreshLedgers(): readonly LedgerSummary[] {
  useEffect(() => {
    void refreshLedgers()
  }, [])
  return useLedgers()
}
