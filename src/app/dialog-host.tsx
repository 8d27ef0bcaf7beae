/** Dialogs load when the page is at rest, or at once when one is asked for: nobody needs them to see a balance. */
import { lazy, Suspense, useEffect, useState } from 'react'
import { useDialog } from '../stores/dialog-store'
import { whenIdle } from './when-idle'

const AllDialogs = lazy(() => import('./all-dialogs').then((module) => ({ default: module.AllDialogs })))

export function DialogHost() {
  const requested = useDialog((state) => state.request !== null)
  const [idle, setIdle] = useState(false)
  useEffect(() => whenIdle(() => setIdle(true)), [])
  if (!requested && !idle) return null
  return (
    <Suspense fallback={null}>
      <AllDialogs />
    </Suspense>
  )
}
