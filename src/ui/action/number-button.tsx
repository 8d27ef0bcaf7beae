/** A figure that can be asked about: it looks like the figure it is, until it is pointed at or open. */
import type { ButtonHTMLAttributes } from 'react'
import { classNames } from '../class-names'
import styles from './number-button.module.css'

export interface NumberButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'aria-label' | 'type'> {
  /** Names the figure to whoever explains it, also for a key pressed on it. */
  readonly 'data-why': string
  /** "Why 2,431.07?" */
  readonly label: string
  /** Its explanation is open. */
  readonly asked: boolean
  readonly onPress: () => void
}

export function NumberButton({ label, asked, onPress, className, ...rest }: NumberButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={label}
      aria-expanded={asked}
      className={classNames(styles.number, className)}
      onClick={onPress}
    />
  )
}
