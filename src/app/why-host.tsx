/** The explanation of a number loads when the first one is asked for. */
import { lazy, Suspense } from 'react'
import { useWhy } from '../stores/explain/why-store'
import { useLedger } from '../stores/ledger-store'

const WhyPanel = lazy(() => import('../features/why/why-panel').then((module) => ({ default: module.WhyPanel })))

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
