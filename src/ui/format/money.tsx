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
  return (
    <span className={classNames(styles.money, styles.balance, className)} {...attributes}>
      {moneyParts(minor, form).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no identity but their place
        <span key={index} className={styles[part.kind]}>
          {part.text}
        </span>
      ))}
    </span>
  )
}
