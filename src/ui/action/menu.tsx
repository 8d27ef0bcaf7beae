/**
 * A button with a menu under it. An item that cannot act now stays in the list, can be reached by keyboard, and
 * carries its reason as a second line. The list is loaded when the button is first pointed at, for no page needs one
 * to be read.
 */
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from './button'
import type { MenuAction, MenuGroup, MenuPlacement } from './menu-group'

export type { MenuAction, MenuGroup }

export interface MenuProps {
  /** Accessible name of button and menu, when the button shows no text or other text than its purpose. */
  readonly label?: string
  /** What the button shows. */
  readonly children: ReactNode
  readonly groups: readonly MenuGroup[]
  readonly variant?: 'plain' | 'bare'
  readonly size?: 'normal' | 'small'
  /** Square button that shows only an icon, with the label as its hint. */
  readonly iconOnly?: boolean
  readonly className?: string
  readonly placement?: MenuPlacement
}

const loadList = () => import('./menu-list')
const MenuList = lazy(() => loadList().then((module) => ({ default: module.MenuList })))

export function Menu(props: MenuProps) {
  const { label, children, groups, variant = 'plain', size = 'normal', iconOnly = false, className } = props
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  // An item may open a dialog, which gives the focus back to where it was before: that must be this button, for the
  // item is gone by then.
  const act = (item: MenuAction) => {
    flushSync(close)
    button.current?.focus()
    item.onAction()
  }
  const name = label === undefined ? {} : iconOnly ? { label, icon: children } : { 'aria-label': label }
  return (
    <>
      <Button
        ref={button}
        variant={variant}
        size={size}
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerOver={loadList}
        onPress={() => setOpen(!open)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpen(true)
        }}
        {...name}
      >
        {iconOnly ? undefined : children}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <MenuList
            anchor={button}
            label={label}
            groups={groups}
            onAction={act}
            placement={props.placement ?? 'bottom end'}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  )
}
