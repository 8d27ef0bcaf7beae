/** A key, or keys pressed together. */
import { keyWords } from '../key-words'
import styles from './kbd.module.css'

export function Kbd({ children }: { readonly children: string }) {
  return <kbd className={styles.kbd}>{keyWords(children)}</kbd>
}
