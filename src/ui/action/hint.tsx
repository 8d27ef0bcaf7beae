/** A short text beside the control that it explains, shown by the control. Says nothing that a screen reader lacks. */
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { Tooltip } from 'react-aria-components'
import styles from './hint.module.css'

export interface HintProps {
  readonly anchor: RefObject<Element | null>
  /** Milliseconds before it shows. */
  readonly delay: number
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Hint({ anchor, delay, onClose, children }: HintProps) {
  const [due, setDue] = useState(delay === 0)
  useEffect(() => {
    if (delay === 0) {
      setDue(true)
      return
    }
    const timer = setTimeout(() => setDue(true), delay)
    return () => clearTimeout(timer)
  }, [delay])
  return (
    <Tooltip
      triggerRef={anchor}
      isOpen={due}
      onOpenChange={(open) => !open && onClose()}
      offset={6}
      className={styles.hint ?? ''}
    >
      {children}
    </Tooltip>
  )
}
