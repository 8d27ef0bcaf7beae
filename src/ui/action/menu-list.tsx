/** The list of a menu, open while it is rendered. */
import type { RefObject } from 'react'
import { Header, Menu, MenuItem, MenuSection, Popover, Text } from 'react-aria-components'
import { classNames } from '../class-names'
import { keyWords } from '../key-words'
import styles from './menu.module.css'
import type { MenuAction, MenuGroup, MenuPlacement } from './menu-group'

export interface MenuListProps {
  readonly anchor: RefObject<HTMLElement | null>
  /** Accessible name; by default that of the button. */
  readonly label: string | undefined
  readonly groups: readonly MenuGroup[]
  readonly placement: MenuPlacement
  readonly onAction: (item: MenuAction) => void
  readonly onClose: () => void
}

export function MenuList({ anchor, label, groups, placement, onAction, onClose }: MenuListProps) {
  const name = label ?? anchor.current?.textContent ?? ''
  return (
    <Popover
      aria-label={name}
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement={placement}
      offset={4}
      className={styles.popover ?? ''}
    >
      <Menu aria-label={name} autoFocus="first" className={styles.menu ?? ''} onClose={onClose}>
        {groups.map((group) => (
          <MenuSection
            key={group.id}
            className={styles.section ?? ''}
            aria-label={group.title ?? name}
            {...selectionOf(group)}
          >
            {group.title !== undefined && <Header className={styles.title ?? ''}>{group.title}</Header>}
            {group.items.map((item) => (
              <Item key={item.id} item={item} onAction={onAction} />
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  )
}

/** Only a group that chooses: in others the items act, and one that acts is no radio. */
function selectionOf({ items }: MenuGroup): { selectionMode: 'single'; selectedKeys: string[] } | undefined {
  if (items.every((item) => item.chosen === undefined)) return undefined
  return { selectionMode: 'single', selectedKeys: items.filter((item) => item.chosen).map((item) => item.id) }
}

function Item({ item, onAction }: { readonly item: MenuAction; readonly onAction: (item: MenuAction) => void }) {
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
        if (!refused) onAction(item)
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
      {item.shortcut !== undefined && <kbd className={styles.key}>{keyWords(item.shortcut)}</kbd>}
    </MenuItem>
  )
}
