/** A small badge in a row: what kind of thing it is, with an icon or a word beside its colour. */
import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import styles from './mark.module.css'

export interface MarkProps {
  /** 'late' for what was learned late (amber, wherever it appears); 'problem' for what needs attention. */
  readonly tone?: 'plain' | 'late' | 'problem'
  /** 12 px icon. */
  readonly icon?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}

export function Mark({ tone = 'plain', icon, children, className }: MarkProps) {
  return (
    <span className={classNames(styles.mark, styles[tone], className)}>
      {icon}
      {children}
    </span>
  )
}
