/** One line of the sidebar. Memoised on what it shows, so that a frame of scrubbing redraws only figures that moved. */
import { type MouseEvent, memo } from 'react'
import { accountMessages as messages } from '../../locales/en/accounts/accounts'
import type { AccountLabel } from '../../stores/account-reading'
import { why } from '../../stores/explain/why-store'
import { show } from '../../stores/view-store'
import { classNames } from '../../ui/class-names'
import { MovedMark } from '../../ui/format/moved-mark'
import styles from './accounts-sidebar.module.css'

interface AccountRowProps {
  readonly id: string
  readonly name: string
  readonly status: AccountLabel['status']
  /** Shown where it is not the currency of the heading. */
  readonly code: string
  readonly balance: string
  readonly minor: number
  /** It plays: what changes is marked. */
  readonly playing: boolean
  readonly current: boolean
  /** Pixels from the top of the list. */
  readonly top: number
  readonly index: number
  readonly count: number
}

export const AccountRow = memo(function AccountRow(props: AccountRowProps) {
  const { id, name, status, code, balance, minor, playing, current, top, index, count } = props
  const open = (event: MouseEvent) => {
    // With a modifier it is an ordinary link: a new tab shows the same account.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    // A finger that means the row often meets its figure: the figure is for the mouse, and `w` for the keyboard.
    const isOnFigure = event.target instanceof Element && event.target.closest(`.${styles.figure}`) !== null
    if (isOnFigure && (event.nativeEvent as PointerEvent).pointerType === 'mouse') why.ask(`account:${id}`)
    else show.account(id)
  }
  const unborn = status === 'not-opened'
  return (
    <li className={styles.item} style={{ top }} aria-posinset={index + 1} aria-setsize={count}>
      <a
        href={`?account=${encodeURIComponent(id)}`}
        className={classNames(styles.row, unborn && styles.unborn)}
        aria-current={current ? 'page' : undefined}
        data-why={`account:${id}`}
        aria-keyshortcuts="w"
        onClick={open}
      >
        <span className={styles.name}>
          <bdi>{name}</bdi>
          {code !== '' && <span className={styles.code}> {code}</span>}
        </span>
        {status === 'closed' && <span className={styles.closed}>{messages.closed}</span>}
        <span className={styles.figure}>
          {unborn ? messages.notOpenedYet : balance}
          <MovedMark value={minor} on={playing} />
        </span>
      </a>
    </li>
  )
})
