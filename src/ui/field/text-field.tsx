/** One line of text, or several. */
import type { InputHTMLAttributes, ReactNode } from 'react'
import { classNames } from '../class-names'
import { FieldFrame, type FieldProps } from './field'
import styles from './field.module.css'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly placeholder?: string
  /** Characters; beyond it nothing can be typed. */
  readonly maxLength?: number
  readonly autoComplete?: string
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  /** An icon or a symbol before the text. */
  readonly start?: ReactNode
  /** Quiet words after it. */
  readonly end?: ReactNode
  /** More than 1 makes it a text area. */
  readonly rows?: number
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, placeholder, maxLength, inputMode, start, end, rows = 1 } = props
  return (
    <FieldFrame {...props}>
      {(control) => {
        const shared = {
          ...control,
          value,
          placeholder,
          maxLength,
          autoComplete: props.autoComplete ?? 'off',
          className: styles.input,
          onBlur: () => onBlur?.(),
        }
        return (
          <div className={classNames(styles.box, rows > 1 && styles.tall)}>
            {start}
            {rows > 1 ? (
              <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
            ) : (
              <input {...shared} type="text" inputMode={inputMode} onChange={(event) => onChange(event.target.value)} />
            )}
            {end !== undefined && <span className={styles.end}>{end}</span>}
          </div>
        )
      }}
    </FieldFrame>
  )
}
