/** Stands for words that are still being read; as quiet as the words themselves. */
import { classNames } from '../class-names'
import styles from './skeleton.module.css'

export interface SkeletonProps {
  /** How long the words are likely to be. */
  readonly width?: 'short' | 'middle' | 'long'
  readonly className?: string
}

export function Skeleton({ width = 'middle', className }: SkeletonProps) {
  return <span aria-hidden="true" className={classNames(styles.skeleton, styles[width], className)} />
}
