/**
 * What was just done, with a way back. Notices go by themselves, but never while they are pointed at or hold the
 * focus; problems stay until they are dismissed. The region is always there, so that screen readers hear additions.
 */
import { CircleCheck, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { kitMessages as words } from '../../locales/en/kit'
import { Button } from '../action/button'
import { classNames } from '../class-names'
import styles from './toast-region.module.css'

export interface ToastNotice {
  readonly id: number
  readonly message: string
  readonly tone: 'done' | 'problem'
  readonly action?: { readonly label: string; run(): void }
  readonly stays?: boolean
}

export interface ToastRegionProps {
  readonly toasts: readonly ToastNotice[]
  readonly onDismiss: (id: number) => void
}

const MILLIS_SHOWN = 8000

export function ToastRegion({ toasts, onDismiss }: ToastRegionProps) {
  return (
    <section aria-label={words.notifications} className={styles.region}>
      <div role="status" aria-live="polite" aria-relevant="additions text" className={styles.stack}>
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} onDismiss={onDismiss} />
        ))}
      </div>
    </section>
  )
}

function Toast({ toast, onDismiss }: { readonly toast: ToastNotice; readonly onDismiss: (id: number) => void }) {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const stays = toast.stays || toast.tone === 'problem' || pointed || focused
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(() => onDismiss(toast.id), MILLIS_SHOWN)
    return () => clearTimeout(timer)
  }, [stays, toast.id, onDismiss])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a notice only keeps it from going away
    <div
      className={classNames(styles.toast, styles[toast.tone])}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {toast.tone === 'done' ? <CircleCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
      <span className={styles.message}>{toast.message}</span>
      {toast.action && (
        <Button
          size="small"
          onPress={() => {
            toast.action?.run()
            onDismiss(toast.id)
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <Button variant="bare" size="small" label={words.dismiss} icon={<X />} onPress={() => onDismiss(toast.id)} />
    </div>
  )
}
