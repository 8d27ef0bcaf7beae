/** "Overdraft limit": an amount, or none at all. Empty means that the account may not go below zero. */
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import { AmountField } from '../../../ui/field/amount-field'
import { Checkbox } from '../../../ui/field/checkbox'
import type { ParsedAmount } from '../../../ui/parse/parse-amount'
import styles from './limit-field.module.css'

export interface LimitInput {
  readonly text: string
  readonly parsed: ParsedAmount
  readonly unlimited: boolean
}

export const NO_LIMIT_TYPED: LimitInput = { text: '', parsed: { ok: false, fault: 'empty' }, unlimited: false }

interface LimitFieldProps {
  readonly value: LimitInput
  readonly onChange: (value: LimitInput) => void
  readonly currency: string
  readonly exponent: number
  readonly error: string | undefined
  readonly className?: string | undefined
}

export function LimitField({ value, onChange, currency, exponent, error, className }: LimitFieldProps) {
  return (
    <div className={className}>
      {value.unlimited ? (
        <div className={styles.none}>
          <span className={styles.label}>{messages.overdraftLimit}</span>
          <span className={styles.value}>{messages.noLimit}</span>
        </div>
      ) : (
        <AmountField
          label={messages.overdraftLimit}
          value={value.text}
          currency={currency}
          exponent={exponent}
          description={messages.limitHint}
          error={error}
          onChange={(text, parsed) => onChange({ ...value, text, parsed })}
        />
      )}
      <Checkbox
        className={styles.unlimited ?? ''}
        label={messages.unlimited}
        checked={value.unlimited}
        onChange={(unlimited) => onChange({ ...value, unlimited })}
      />
    </div>
  )
}

/** Minor units; null for unlimited; undefined where what was typed is no limit. */
export function limitMinor({ parsed, unlimited }: LimitInput): number | null | undefined {
  if (unlimited) return null
  if (!parsed.ok) return parsed.fault === 'empty' ? 0 : undefined
  return parsed.minor >= 0 ? parsed.minor : undefined
}
