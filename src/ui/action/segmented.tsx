/**
 * A choice of two or three that are all in sight: a radio group that looks like one control. Native radios, whose keys,
 * forms and names every reader knows, lie invisible over their segments.
 */
import { useId } from 'react'
import { classNames } from '../class-names'
import styles from './segmented.module.css'

export interface SegmentedProps<Value extends string> {
  readonly label: string
  /** Shows the label above, as fields do; else it is only the accessible name. */
  readonly showLabel?: boolean
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly className?: string
}

export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, showLabel = false, value, onChange, options, className } = props
  const id = useId()
  return (
    <div
      role="radiogroup"
      {...(showLabel ? { 'aria-labelledby': id } : { 'aria-label': label })}
      className={classNames(styles.group, className)}
    >
      {showLabel && (
        <span id={id} className={styles.label}>
          {label}
        </span>
      )}
      <div className={styles.segments}>
        {options.map((option) => (
          <label key={option.value} className={classNames(styles.segment, option.value === value && styles.chosen)}>
            <input
              type="radio"
              name={`${id}-choice`}
              className={styles.radio}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </div>
  )
}
