/** A key, keys pressed together (`Ctrl K`), or letters pressed one after the other (`g l`). */
import { Fragment } from 'react'
import { kitMessages as words } from '../../locales/en/kit'
import { keyWords } from '../key-words'
import styles from './kbd.module.css'

export function Kbd({ children }: { readonly children: string }) {
  const keys = inTurn(children)
  if (keys.length === 1) return <kbd className={styles.kbd}>{keyWords(children)}</kbd>
  return (
    <span className={styles.turns}>
      {keys.map((key, index) => (
        <Fragment key={key}>
          {index > 0 && <span>{words.followedBy}</span>}
          <kbd className={styles.kbd}>{key}</kbd>
        </Fragment>
      ))}
    </span>
  )
}

/** Only letters wait for one another: any other key is held while the next is pressed. */
function inTurn(keys: string): readonly string[] {
  return /^\p{Ll}( \p{Ll})+$/u.test(keys) ? keys.split(' ') : [keys]
}
