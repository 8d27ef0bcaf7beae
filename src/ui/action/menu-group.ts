/** What a menu is made of. */
import type { ReactNode } from 'react'

export type MenuPlacement = 'bottom start' | 'bottom end' | 'top start' | 'top end'

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
