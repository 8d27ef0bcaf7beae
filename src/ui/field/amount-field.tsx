/**
 * An amount, typed as people write it: localised, pasted with its symbol, or as a sum whose result stands at the end
 * of the field. The text stays as typed; `parseAmount` says what it means.
 */
import { useState } from 'react'
import { kitMessages as words } from '../../locales/en/kit'
import { userLocale } from '../../locales/user-locale'
import { classNames } from '../class-names'
import { currencySymbol, formatMoney } from '../format/format-money'
import { type ParsedAmount, parseAmount } from '../parse/parse-amount'
import { FieldFrame, type FieldProps } from './field'
import styles from './field.module.css'

export interface AmountFieldProps extends FieldProps {
  /** As typed. */
  readonly value: string
  /** The text, and what it means. */
  readonly onChange: (value: string, parsed: ParsedAmount) => void
  readonly currency: string
  /** Decimals of the minor unit. */
  readonly exponent: number
  /** Balances may be below zero; amounts of entries may not. */
  readonly allowNegative?: boolean
  readonly placeholder?: string
  readonly locale?: string
}

/** A fault in words, null for none and for an empty field (whether it may be empty, the form knows). */
export function describeAmount(
  parsed: ParsedAmount,
  form: {
    readonly currency: string
    readonly exponent: number
    readonly allowNegative?: boolean
    readonly locale?: string
  },
): string | null {
  if (parsed.ok) return parsed.minor < 0 && !form.allowNegative ? words.aboveZero : null
  const { exponent } = form
  switch (parsed.fault) {
    case 'empty':
      return null
    case 'not-an-amount':
      return words.notAnAmount(formatMoney(1250 * 10 ** Math.max(0, exponent - 2), { exponent, ...localeOf(form) }))
    case 'too-many-decimals':
      return words.tooManyDecimals(form.currency, exponent)
    case 'too-large':
      return words.amountTooLarge
  }
}

function localeOf(form: { readonly locale?: string }) {
  return form.locale === undefined ? {} : { locale: form.locale }
}

export function AmountField(props: AmountFieldProps) {
  const { value, onChange, currency, exponent, allowNegative = false, placeholder } = props
  const locale = props.locale ?? userLocale()
  const [left, setLeft] = useState(false)
  const format = { exponent, currency, locale }
  const parsed = parseAmount(value, format)
  // Half a sum is no mistake while it is being typed; too many decimals are one at once.
  const early = !parsed.ok && parsed.fault === 'too-many-decimals'
  const own = left || early ? describeAmount(parsed, { ...format, allowNegative }) : null
  return (
    <FieldFrame {...props} error={props.error ?? own}>
      {(control) => (
        <div className={styles.box}>
          <span aria-hidden="true">{currencySymbol(currency, locale)}</span>
          <input
            {...control}
            type="text"
            // Phones' decimal pads have neither + nor −, so the text pad stays in reach through "text" for balances.
            inputMode={allowNegative ? 'text' : 'decimal'}
            autoComplete="off"
            placeholder={placeholder ?? formatMoney(0, { exponent, locale })}
            className={classNames(styles.input, styles.figure)}
            value={value}
            onChange={(event) => onChange(event.target.value, parseAmount(event.target.value, format))}
            onFocus={() => setLeft(false)}
            onBlur={() => setLeft(true)}
          />
          {parsed.ok && parsed.isSum && (
            <output htmlFor={control.id} className={classNames(styles.end, styles.sum)}>
              = {formatMoney(parsed.minor, { exponent, locale })}
            </output>
          )}
        </div>
      )}
    </FieldFrame>
  )
}
