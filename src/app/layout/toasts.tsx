/** The kit's toast region on the store's toasts. */
import { dismissToast, useToasts } from '../../stores/toast-store'
import { ToastRegion } from '../../ui/feedback/toast-region'

export function Toasts() {
  return <ToastRegion toasts={useToasts((state) => state.toasts)} onDismiss={dismissToast} />
}
