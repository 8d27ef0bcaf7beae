/** One line of the sidebar. Memoised on what it shows, so that a frame of scrubbing redraws only figures that moved. */
import { type MouseEvent, memo } from 'react'
import { accountMessages as messages } from '../../locales/en/accounts/accounts'
import type { AccountLabel } from '../../stores/account-reading'
import { show } from '../../stores/view-store'
import { classNames } from '../../ui/class-names'
import styles from './accounts-sidebar.module.css'

interface AccountRowProps {
  readonly id: string
  readonly name: string
  readonly status: AccountLabel['status']
  /** Shown where it is not the currency of the heading. */
  readonly code: string
  readonly balance: string
  readonly current: boolean
  /** Pixels from the top of the list. */
  readonly top: number
  readonly index: number
  readonly count: number
}

export const AccountRow = memo(function AccountRow(props: AccountRowProps) {
  const { id, name, status, code, balance, current, top, index, count } = props
  const open = (event: MouseEvent) => {
    // With a modifier it is an ordinary link: a new tab shows the same account.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    show.account(id)
  }
  const unborn = status === 'not-opened'
  return (
    <li className={styles.item} style={{ top }} aria-posinset={index + 1} aria-setsize={count}>
      <a
        href={`?account=${encodeURIComponent(id)}`}
        className={classNames(styles.row, unborn && styles.unborn)}
        aria-current={current ? 'page' : undefined}
        onClick={open}
      >
        <span className={styles.name}>
          {name}
          {code !== '' && <span className={styles.code}> {code}</span>}
        </span>
        {status === 'closed' && <span className={styles.closed}>{messages.closed}</span>}
        <span className={styles.figure}>{unborn ? messages.notOpenedYet : balance}</span>
      </a>
    </li>
  )
})
