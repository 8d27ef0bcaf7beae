/** Brand, ledger, search, and what concerns the ledger as a whole. */
import { Menu as MenuIcon, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { layoutMessages as words } from '../../locales/en/app/layout'
import { dialogs } from '../../stores/dialog-store'
import { Button } from '../../ui/action/button'
import { classNames } from '../../ui/class-names'
import { Kbd } from '../../ui/feedback/kbd'
import { BrandMark } from './brand-mark'
import styles from './header.module.css'
import { LedgerActions } from './ledger-actions'

export interface HeaderProps {
  readonly ledgerMenu: ReactNode
  /** Opens the sheet that holds the sidebar on a phone. */
  readonly onMenu: () => void
  readonly className?: string
}

const isMac = /Mac|iP(hone|ad)/.test(globalThis.navigator?.platform ?? '')

function openPalette(): void {
  dialogs.open({ kind: 'palette' })
}

export function Header({ ledgerMenu, onMenu, className }: HeaderProps) {
  return (
    <header className={classNames(styles.header, className)}>
      <div className={styles.brand}>
        <BrandMark />
        <span className={styles.name}>{words.brand}</span>
        <span className={styles.bar} />
        {ledgerMenu}
      </div>
      <button
        type="button"
        className={classNames(styles.find, styles.desk)}
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
        onClick={openPalette}
      >
        <Search aria-hidden="true" />
        {words.search}
        <span className={styles.keys} aria-hidden="true">
          <Kbd>{isMac ? '⌘ K' : 'Ctrl K'}</Kbd>
        </span>
      </button>
      <div className={classNames(styles.actions, styles.desk)}>
        <LedgerActions short />
      </div>
      <div className={styles.phone}>
        <Button variant="bare" label={words.searchShort} icon={<Search />} onPress={openPalette} />
        <Button variant="bare" label={words.menu} icon={<MenuIcon />} onPress={onMenu} />
      </div>
    </header>
  )
}
