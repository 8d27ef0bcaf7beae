/** A small panel beside the control that opened it, open while it is rendered. */
import type { ReactNode, RefObject } from 'react'
import { Dialog, Popover, type PopoverProps } from 'react-aria-components'
import styles from './popover-panel.module.css'

export interface PopoverPanelProps {
  readonly anchor: RefObject<HTMLElement | null>
  /** Accessible name. */
  readonly label: string
  readonly placement?: NonNullable<PopoverProps['placement']>
  readonly onClose: () => void
  readonly children: ReactNode
}

export function PopoverPanel({ anchor, label, placement = 'bottom', onClose, children }: PopoverPanelProps) {
  return (
    <Popover
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement={placement}
      offset={8}
      className={styles.popover ?? ''}
    >
      <Dialog aria-label={label} className={styles.panel ?? ''}>
        {children}
      </Dialog>
    </Popover>
  )
}
