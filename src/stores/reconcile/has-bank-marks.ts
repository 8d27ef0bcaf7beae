/** Whether an account has any balance of the bank: what shows them is loaded only then. */
import { useMemo } from 'react'
import { useLedger } from '../ledger-store'

export function useHasBankMarks(accountId: string): boolean {
  const timeline = useLedger((ledger) => ledger.timeline)
  const count = useLedger((ledger) => ledger.timeline.assertions.length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: of a mutable timeline only more assertions change it
  return useMemo(() => {
    const number = timeline.accountNumber(accountId)
    return timeline.assertions.some(({ account }) => account === number)
  }, [timeline, count, accountId])
}
