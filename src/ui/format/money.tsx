/** An amount on the screen. The plain form is text; the balance form sets symbol and cents quieter than the whole. */
import { classNames } from '../class-names'
import { formatMoney, type MoneyForm, moneyParts } from './format-money'
import styles from './money.module.css'

export interface MoneyProps extends MoneyForm {
  readonly minor: number
  /** 'balance' for the one large figure of a screen. */
  readonly size?: 'text' | 'balance'
  readonly className?: string
  readonly 'data-testid'?: string
}

/** Characters from which the balance is set smaller, so that it keeps to its place. */
const LONG = 12
const VERY_LONG = 17

/** Holds the minor units in `data-minor`, so that scripts need not read a locale's figures. */
export function Money({ minor, size = 'text', className, 'data-testid': testId, ...form }: MoneyProps) {
  const attributes = { 'data-minor': minor, ...(testId === undefined ? {} : { 'data-testid': testId }) }
  if (size === 'text') {
    return (
      <span className={classNames(styles.money, className)} {...attributes}>
        {formatMoney(minor, form)}
      </span>
    )
  }
  const parts = moneyParts(minor, form)
  const length = parts.reduce((sum, { text }) => sum + text.length, 0)
  return (
    <span
      className={classNames(
        styles.money,
        styles.balance,
        length > LONG && styles.long,
        length > VERY_LONG && styles.veryLong,
        className,
      )}
      {...attributes}
      {...(length > LONG ? { 'data-long': '' } : {})}
    >
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no identity but their place
        <span key={index} className={styles[part.kind]}>
          {part.text}
        </span>
      ))}
    </span>
  )
}
