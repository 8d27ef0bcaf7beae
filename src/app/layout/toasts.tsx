/** The kit's toast region on the store's toasts. */
import { useEffect } from 'react'
import { useCursor } from '../../stores/cursor-store'
import { useLedger } from '../../stores/ledger-store'
import { dismissToast, dismissToastsOfLedger, dismissToastsOfPast, useToasts } from '../../stores/toast-store'
import { ToastRegion } from '../../ui/feedback/toast-region'

export function Toasts() {
  const isNow = useCursor((cursor) => cursor.isNow)
  useEffect(() => {
    if (isNow) dismissToastsOfPast()
  }, [isNow])
  useEffect(
    () =>
      useLedger.subscribe((now, before) => {
        if (now.localId !== before.localId) dismissToastsOfLedger()
      }),
    [],
  )
  return <ToastRegion toasts={useToasts((state) => state.toasts)} onDismiss={dismissToast} />
}
