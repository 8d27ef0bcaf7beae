/** Words for screen readers only. */
import styles from './live-region.module.css'

/** Speaks its text whenever it changes, when the reader is done with what it is saying. */
export function LiveRegion({ children }: { readonly children: string }) {
  return (
    <div role="status" aria-live="polite" className={styles.hidden}>
      {children}
    </div>
  )
}
