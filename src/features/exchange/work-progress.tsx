/** How far long work is: a count, a bar, and how long it will take as soon as there is a pace to judge by. */
import { useRef } from 'react'
import type { Progress } from '../../application/ledger-api'
import { exchangeMessages as messages } from '../../locales/en/exchange'
import { fileSize } from '../../ui/format/file-size'
import { formatCount } from '../../ui/format/format-money'
import { remainingSeconds } from './remaining-time'
import styles from './work-progress.module.css'

interface WorkProgressProps {
  /** Accessible name of the bar. */
  readonly label: string
  readonly progress: Progress | null
}

export function WorkProgress({ label, progress }: WorkProgressProps) {
  const pace = useRef({ phase: '', since: 0 })
  const now = performance.now()
  if (progress !== null && pace.current.phase !== progress.phase) pace.current = { phase: progress.phase, since: now }
  const { done, total, unit } = progress ?? { done: 0, total: undefined, unit: 'events' }
  const figure = unit === 'bytes' ? fileSize : formatCount
  const totalText = total === undefined ? undefined : figure(total)
  const count =
    unit === 'bytes'
      ? messages.progressBytes(figure(done), totalText)
      : messages.progressEvents(figure(done), totalText)
  const left = progress === null ? undefined : remainingSeconds(done, total, now - pace.current.since)
  const known = total !== undefined && total > 0
  return (
    <div className={styles.work}>
      <span className={styles.count}>{progress === null ? messages.starting : count}</span>
      <span className={styles.left}>{left === undefined ? '' : messages.secondsLeft(left)}</span>
      <progress
        className={styles.rail}
        aria-label={label}
        aria-valuetext={count}
        {...(known ? { value: Math.min(done, total), max: total } : {})}
      />
    </div>
  )
}
