/** The explanation of a number loads with the dialogs, or at once when one is asked for. */
import { lazy, Suspense } from 'react'
import { useWhy } from '../stores/explain/why-store'
import { useLedger } from '../stores/ledger-store'

const WhyPanel = lazy(() => import('./all-dialogs').then((module) => ({ default: module.WhyPanel })))

export function WhyHost() {
  const asked = useWhy((state) => state.question !== null)
  const ready = useLedger((ledger) => ledger.status === 'ready')
  if (!asked || !ready) return null
  return (
    <Suspense fallback={null}>
      <WhyPanel />
    </Suspense>
  )
}
