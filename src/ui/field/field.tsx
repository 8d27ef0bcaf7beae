/**
 * What every field has: a label above, a note or an error under it, tied together by ids. The error replaces the note,
 * so that a form does not jump by two lines; what was typed always stays.
 */
import { TriangleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { kitMessages as words } from '../../locales/en/kit'
import { classNames } from '../class-names'
import styles from './field.module.css'

/** Props that all fields share. */
export interface FieldProps {
  readonly label: string
  /** Says beside the label that it may stay empty. */
  readonly optional?: boolean
  /** A quiet line under the field. */
  readonly description?: ReactNode
  /** What is wrong and what would be right, in words; shown under the field, which is then `aria-invalid`. */
  readonly error?: string | null | undefined
  readonly className?: string
}

/** Attributes that tie a control to its label and to the words under it. */
export interface ControlAttributes {
  readonly id: string
  readonly 'aria-invalid'?: true
  readonly 'aria-describedby'?: string
}

export interface FieldFrameProps extends FieldProps {
  readonly children: (control: ControlAttributes) => ReactNode
}

export function FieldFrame({ label, optional = false, description, error, className, children }: FieldFrameProps) {
  const id = useId()
  const noteId = `${id}-note`
  const bad = typeof error === 'string' && error !== ''
  const described = bad || (description !== undefined && description !== null)
  return (
    <div className={classNames(styles.field, bad && styles.bad, className)}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {optional && (
          <span className={styles.optional} aria-hidden="true">
            {' '}
            {words.optional}
          </span>
        )}
      </label>
      {children({
        id,
        ...(bad ? { 'aria-invalid': true } : {}),
        ...(described ? { 'aria-describedby': noteId } : {}),
      })}
      {bad ? (
        <span id={noteId} className={styles.error}>
          <TriangleAlert aria-hidden="true" />
          <span>{error}</span>
        </span>
      ) : (
        described && (
          <span id={noteId} className={styles.note}>
            {description}
          </span>
        )
      )}
    </div>
  )
}
