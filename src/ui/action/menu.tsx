/**
 * A button with a menu under it. An item that cannot act now stays in the list, can be reached by keyboard, and
 * carries its reason as a second line.
 */
import type { ReactNode } from 'react'
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover, Text } from 'react-aria-components'
import { classNames } from '../class-names'
import styles from './menu.module.css'
import { TriggerButton } from './trigger-button'

export interface MenuAction {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  /** A quiet second line. */
  readonly detail?: string
  readonly shortcut?: string
  readonly disabledReason?: string | null | undefined
  /** Marked as the one in force, for menus that choose. */
  readonly chosen?: boolean
  readonly onAction: () => void
}
export interface MenuGroup {
  readonly id: string
  /** Names the group; left out for a group that only stands apart. */
  readonly title?: string
  readonly items: readonly MenuAction[]
}

export interface MenuProps {
  /** Accessible name of button and menu, when the button shows no text or other text than its purpose. */
  readonly label?: string
  /** What the button shows. */
  readonly children: ReactNode
  readonly groups: readonly MenuGroup[]
  readonly variant?: 'plain' | 'bare'
  readonly size?: 'normal' | 'small'
  /** Square button that shows only an icon. */
  readonly iconOnly?: boolean
  readonly className?: string
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
}

export function Menu(props: MenuProps) {
  const { label, children, groups, variant = 'plain', size = 'normal', iconOnly = false, className } = props
  const name = label === undefined ? {} : { 'aria-label': label }
  const chosen = groups.flatMap((group) => group.items.filter((item) => item.chosen).map((item) => item.id))
  const chooses = groups.some((group) => group.items.some((item) => item.chosen !== undefined))
  return (
    <MenuTrigger>
      <TriggerButton label={label} variant={variant} size={size} iconOnly={iconOnly} className={className}>
        {children}
      </TriggerButton>
      <Popover placement={props.placement ?? 'bottom end'} offset={4} className={styles.popover ?? ''}>
        <AriaMenu
          {...name}
          className={styles.menu ?? ''}
          {...(chooses ? { selectionMode: 'single', selectedKeys: chosen } : {})}
        >
          {groups.map((group) => (
            <MenuSection key={group.id} className={styles.section ?? ''} aria-label={group.title ?? group.id}>
              {group.title !== undefined && <Header className={styles.title ?? ''}>{group.title}</Header>}
              {group.items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Item({ item }: { readonly item: MenuAction }) {
  const refused = typeof item.disabledReason === 'string'
  const detail = item.disabledReason ?? item.detail
  return (
    <MenuItem
      id={item.id}
      textValue={item.label}
      className={classNames(styles.item, refused && styles.refused)}
      shouldCloseOnSelect={!refused}
      // react-aria knows only items that cannot be reached at all, and passes no aria-disabled of ours on.
      ref={(element) => {
        if (refused) element?.setAttribute('aria-disabled', 'true')
        else element?.removeAttribute('aria-disabled')
      }}
      onAction={() => {
        if (!refused) item.onAction()
      }}
    >
      {item.icon}
      <span className={styles.words}>
        <Text slot="label" className={styles.label ?? ''}>
          {item.label}
        </Text>
        {detail !== undefined && (
          <Text slot="description" className={styles.detail ?? ''}>
            {detail}
          </Text>
        )}
      </span>
      {item.shortcut !== undefined && <kbd className={styles.key}>{item.shortcut}</kbd>}
    </MenuItem>
  )
}
