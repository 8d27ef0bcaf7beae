/** A key, or keys pressed together. */
import styles from './kbd.module.css'

export function Kbd({ children }: { readonly children: string }) {
  return <kbd className={styles.kbd}>{children}</kbd>
}
