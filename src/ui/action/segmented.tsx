/** A choice of two or three that are all in sight: a radio group that looks like one control. */
import { Label, Radio, RadioGroup } from 'react-aria-components'
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
  return (
    <RadioGroup
      {...(showLabel ? {} : { 'aria-label': label })}
      value={value}
      orientation="horizontal"
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen)
        if (option) onChange(option.value)
      }}
      className={classNames(styles.group, className)}
    >
      {showLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <div className={styles.segments}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.segment ?? ''}>
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
