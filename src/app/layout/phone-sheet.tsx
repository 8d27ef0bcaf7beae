/** The sidebar on a phone: a sheet behind the menu, with what the header has no room for. Open while it is rendered. */
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { layoutMessages as words } from '../../locales/en/app/layout'
import { Button } from '../../ui/action/button'
import { LedgerActions } from './ledger-actions'
import styles from './phone-sheet.module.css'

export interface PhoneSheetProps {
  readonly onClose: () => void
  /** Accounts, totals, views. */
  readonly children: ReactNode
}

export function PhoneSheet({ onClose, children }: PhoneSheetProps) {
  return (
    <ModalOverlay isDismissable isOpen onOpenChange={(open) => !open && onClose()} className={styles.scrim ?? ''}>
      <Modal className={styles.sheet ?? ''}>
        <Dialog aria-label={words.menu} className={styles.body ?? ''}>
          <div className={styles.top}>
            {words.menu}
            <Button variant="bare" label={words.close} icon={<X />} onPress={onClose} />
          </div>
          <div className={styles.side}>{children}</div>
          <div className={styles.actions}>
            <LedgerActions />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
