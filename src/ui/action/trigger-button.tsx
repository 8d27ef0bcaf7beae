/** A button that opens what stands beside it in a react-aria trigger (`DialogTrigger`, `MenuTrigger`). */
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { classNames } from '../class-names'
import styles from './button.module.css'

export interface TriggerButtonProps {
  /** Accessible name, where the content is not enough of one. */
  readonly label?: string | undefined
  readonly children: ReactNode
  readonly variant?: 'plain' | 'bare'
  readonly size?: 'normal' | 'small'
  /** Square, with an icon alone. */
  readonly iconOnly?: boolean
  readonly className?: string | undefined
}

export function TriggerButton(props: TriggerButtonProps) {
  const { label, children, variant = 'plain', size = 'normal', iconOnly = false, className } = props
  return (
    <AriaButton
      {...(label === undefined ? {} : { 'aria-label': label })}
      className={classNames(
        styles.button,
        styles[variant],
        size === 'small' && styles.small,
        iconOnly && styles.icon,
        className,
      )}
    >
      {children}
    </AriaButton>
  )
}
