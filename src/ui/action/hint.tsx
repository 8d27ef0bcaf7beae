/**
 * A short text beside the control that it explains, shown by the control. Screen readers know the same from the
 * control's name or description, so it is hidden from them.
 */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { classNames } from '../class-names'
import styles from './hint.module.css'

export interface HintProps {
  readonly anchor: RefObject<Element | null>
  /** Milliseconds before it shows. */
  readonly delay: number
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Hint({ anchor, delay, onClose, children }: HintProps) {
  const [waited, setWaited] = useState(false)
  const due = waited || delay === 0
  useEffect(() => {
    if (delay === 0) return
    const timer = setTimeout(() => setWaited(true), delay)
    return () => clearTimeout(timer)
  }, [delay])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    document.addEventListener('keydown', onKey)
    // A hint stands where its control was; when that moves it goes.
    document.addEventListener('scroll', onClose, { capture: true, passive: true })
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('scroll', onClose, { capture: true })
    }
  }, [onClose])
  return due ? createPortal(<Bubble anchor={anchor}>{children}</Bubble>, document.body) : null
}

/** Pixels between control and hint, and between hint and the window's edge. */
const GAP = 6

function Bubble({ anchor, children }: Pick<HintProps, 'anchor' | 'children'>) {
  const bubble = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number } | null>(null)
  useLayoutEffect(() => {
    const target = anchor.current?.getBoundingClientRect()
    const own = bubble.current?.getBoundingClientRect()
    if (!target || !own) return
    const middle = target.left + target.width / 2 - own.width / 2
    const above = target.top - own.height - GAP
    setPlace({
      left: Math.max(GAP, Math.min(middle, window.innerWidth - own.width - GAP)),
      top: above >= GAP ? above : target.bottom + GAP,
    })
  }, [anchor])
  return (
    <div
      ref={bubble}
      aria-hidden="true"
      className={classNames(styles.hint, place === null && styles.unplaced)}
      style={place ?? {}}
    >
      {children}
    </div>
  )
}
