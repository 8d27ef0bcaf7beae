/** Words for screen readers only. */
import type { ReactNode } from 'react'
import styles from './live-region.module.css'

export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>
}

/** Speaks its text whenever it changes, when the reader is done with what it is saying. */
export function LiveRegion({ children }: { readonly children: string }) {
  return (
    <div role="status" aria-live="polite" className={styles.hidden}>
      {children}
    </div>
  )
}
