/**
 * A choice among options that are known: the browser's own select, which phones open as a wheel, screen readers and
 * scripts know, and type-ahead searches. It is ours only as far as it is closed.
 */
import { ChevronDown } from 'lucide-react'
import { classNames } from '../class-names'
import { FieldFrame, type FieldProps } from './field'
import styles from './field.module.css'

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}
export interface SelectGroup {
  readonly label: string
  readonly options: readonly SelectOption[]
}

export interface SelectProps extends FieldProps {
  /** '' while nothing is chosen. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly (SelectOption | SelectGroup)[]
  /** Shown while nothing is chosen. */
  readonly placeholder?: string
}

export function Select(props: SelectProps) {
  const { value, onChange, options, placeholder } = props
  return (
    <FieldFrame {...props}>
      {(control) => (
        <div className={styles.box}>
          <select
            {...control}
            value={value}
            className={styles.select}
            onChange={(event) => onChange(event.target.value)}
          >
            {placeholder !== undefined && (
              <option value="" disabled hidden>
                {placeholder}
              </option>
            )}
            {options.map((option) =>
              'options' in option ? (
                <optgroup key={option.label} label={option.label}>
                  {option.options.map((each) => (
                    <Option key={each.value} option={each} />
                  ))}
                </optgroup>
              ) : (
                <Option key={option.value} option={option} />
              ),
            )}
          </select>
          <ChevronDown className={classNames(styles.chevron)} aria-hidden="true" />
        </div>
      )}
    </FieldFrame>
  )
}

function Option({ option }: { readonly option: SelectOption }) {
  return (
    <option value={option.value} disabled={option.disabled ?? false}>
      {option.label}
    </option>
  )
}
