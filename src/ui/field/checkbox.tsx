/** A choice of yes or no, with its label to the right and, where needed, a quiet line under it. */
import { type ReactNode, useId } from 'react'
import { classNames } from '../class-names'
import styles from './checkbox.module.css'

export interface CheckboxProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly description?: ReactNode
  readonly className?: string
}

export function Checkbox({ label, checked, onChange, description, className }: CheckboxProps) {
  const id = useId()
  const described = description === undefined ? {} : { 'aria-describedby': `${id}-note` }
  return (
    <div className={classNames(styles.choice, className)}>
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        {...described}
      />
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {description !== undefined && (
        <span id={`${id}-note`} className={styles.note}>
          {description}
        </span>
      )}
    </div>
  )
}
