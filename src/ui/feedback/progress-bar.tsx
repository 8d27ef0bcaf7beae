/** Long work: what is going on, how far it is, in figures and as a bar, and a way to stop it. */
import { useId } from 'react'
import { kitMessages as words } from '../../locales/en/kit'
import { Button } from '../action/button'
import { formatCount } from '../format/format-money'
import styles from './progress-bar.module.css'

export interface ProgressBarProps {
  /** What is being done: "Checking events". */
  readonly label: string
  readonly done: number
  /** Unknown while undefined: then the bar only moves. */
  readonly total?: number | undefined
  /** Written after the count: "events". Bytes are written as MB. */
  readonly unit: 'events' | 'bytes' | 'steps'
  readonly onCancel?: () => void
}

export function ProgressBar({ label, done, total, unit, onCancel }: ProgressBarProps) {
  const id = useId()
  const known = total !== undefined && total > 0
  return (
    <div className={styles.progress}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <span className={styles.count}>{progressText(done, total, unit)}</span>
      <progress
        className={styles.rail}
        aria-labelledby={id}
        aria-valuetext={progressText(done, total, unit)}
        {...(known ? { value: Math.min(done, total), max: total } : {})}
      />
      {onCancel && (
        <Button className={styles.cancel ?? ''} onPress={onCancel}>
          {words.cancel}
        </Button>
      )}
    </div>
  )
}

function progressText(done: number, total: number | undefined, unit: ProgressBarProps['unit']): string {
  const figure = (amount: number) =>
    unit === 'bytes' ? `${formatCount(Math.ceil(amount / 1_000_000))} MB` : formatCount(amount)
  return words.progress[unit](figure(done), total === undefined ? undefined : figure(total))
}
