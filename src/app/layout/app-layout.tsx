/** The frame: header, strip, sidebar, sheet and dock as grid areas. On a phone the sidebar is a sheet behind the menu. */
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { layoutMessages as words } from '../../locales/en/app/layout'
import { useDialog } from '../../stores/dialog-store'
import { useWhy } from '../../stores/explain/why-store'
import { useView } from '../../stores/view-store'
import styles from './app-layout.module.css'
import { Header } from './header'
import { Strip } from './strip'
import { useAppearance } from './use-appearance'
import { usePhone } from './use-phone'

/** A desk never loads it. */
const PhoneSheet = lazy(() => import('./phone-sheet').then((module) => ({ default: module.PhoneSheet })))

export interface AppLayoutProps {
  /** The open ledger's name and the menu that switches it. */
  readonly ledgerMenu: ReactNode
  /** Accounts, totals, views. */
  readonly sidebar: ReactNode
  readonly dock: ReactNode
  /** What pushes the sheet aside; its own box, or nothing. On a phone it takes the sheet's place. */
  readonly beside: ReactNode
  /** The sheet: the open account, or the empty ledger. */
  readonly children: ReactNode
}

export function AppLayout({ ledgerMenu, sidebar, dock, beside, children }: AppLayoutProps) {
  const phone = usePhone()
  const [sheetOpen, setSheetOpen] = useState(false)
  const closeSheet = useCallback(() => setSheetOpen(false), [])
  const dockBox = useRef<HTMLDivElement>(null)
  useAppearance()
  useDockHeight(dockBox)
  // Whatever was chosen in the sheet is behind it.
  useEffect(() => useView.subscribe(() => setSheetOpen(false)), [])
  useEffect(() => useDialog.subscribe(() => setSheetOpen(false)), [])
  useEffect(() => useWhy.subscribe(() => setSheetOpen(false)), [])

  return (
    <div className={styles.app}>
      <a className={styles.skip} href="#sheet">
        {words.skip}
      </a>
      <Header className={styles.top ?? ''} ledgerMenu={ledgerMenu} onMenu={() => setSheetOpen(true)} />
      <Strip className={styles.strip ?? ''} />
      {!phone && <aside className={styles.side}>{sidebar}</aside>}
      <main id="sheet" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      {beside}
      <div ref={dockBox} className={styles.dock}>
        {dock}
      </div>
      {phone && sheetOpen && (
        <Suspense fallback={null}>
          <PhoneSheet onClose={closeSheet}>{sidebar}</PhoneSheet>
        </Suspense>
      )}
    </div>
  )
}

/** Publishes the dock's height for what floats above it. */
function useDockHeight(box: React.RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--dock-height', `${element.offsetHeight}px`)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
}
