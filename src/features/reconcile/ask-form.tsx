/** What the bank says: one balance, or several pasted. What was asked stands in the address. */
import { ListPlus } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { reconcileMessages as messages } from '../../locales/en/reconcile'
import type { DatedBalance } from '../../stores/reconcile/reconciliation'
import { Button } from '../../ui/action/button'
import { AmountField, describeAmount } from '../../ui/field/amount-field'
import { DateField } from '../../ui/field/date-field'
import { TextField } from '../../ui/field/text-field'
import { localDate } from '../../ui/format/format-date'
import { formatMoney } from '../../ui/format/format-money'
import type { ParsedAmount } from '../../ui/parse/parse-amount'
import styles from './ask-form.module.css'
import { readLines } from './statement-lines'
import type { AccountUnit } from './use-writing'

interface AskFormProps {
  readonly account: AccountUnit
  readonly given: readonly DatedBalance[]
  readonly onAsk: (statements: readonly DatedBalance[]) => void
}

interface Errors {
  readonly balance?: string
  readonly date?: string
  readonly lines?: string
}

export function AskForm({ account, given, onAsk }: AskFormProps) {
  const { exponent } = account
  const [asked, ...others] = given
  const form = useRef<HTMLFormElement>(null)
  const [text, setText] = useState(() => (asked === undefined ? '' : formatMoney(asked.balance, { exponent })))
  const [parsed, setParsed] = useState<ParsedAmount>(() =>
    asked === undefined ? { ok: false, fault: 'empty' } : { ok: true, minor: asked.balance, isSum: false },
  )
  const [date, setDate] = useState<string | null>(() => asked?.date ?? localDate())
  const [lines, setLines] = useState(() =>
    others.map((each) => `${each.date}\t${formatMoney(each.balance, { exponent })}`).join('\n'),
  )
  const [several, setSeveral] = useState(others.length > 0)
  const [errors, setErrors] = useState<Errors>({})

  function submit(event: FormEvent): void {
    event.preventDefault()
    const read = readLines(several ? lines : '', account)
    const wrong = wrongOf(parsed, date, read.unread, read.statements.length > 0, account)
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const last = read.statements.at(-1)
    if (parsed.ok && date !== null) {
      const one = { date, balance: parsed.minor }
      onAsk([one, ...read.statements.filter((each) => each.date !== one.date)])
    } else if (last) onAsk([last, ...read.statements.slice(0, -1)])
  }
  return (
    <form ref={form} noValidate aria-label={messages.ask} className={styles.form} onSubmit={submit}>
      <AmountField
        className={styles.field ?? ''}
        label={messages.balance}
        allowNegative
        value={text}
        currency={account.currency}
        exponent={exponent}
        error={errors.balance}
        onChange={(next, meaning) => {
          setText(next)
          setParsed(meaning)
          setErrors({})
        }}
      />
      <DateField
        className={styles.field ?? ''}
        label={messages.date}
        value={date}
        error={errors.date}
        onChange={(next) => {
          setDate(next)
          setErrors({})
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="main">
          {messages.find}
        </Button>
        <Button
          variant="bare"
          icon={<ListPlus />}
          aria-expanded={several}
          onPress={() => setSeveral((before) => !before)}
        >
          {messages.several}
        </Button>
      </div>
      {several && (
        <TextField
          className={styles.lines ?? ''}
          label={messages.several}
          description={messages.severalHint}
          rows={4}
          value={lines}
          error={errors.lines}
          onChange={(next) => {
            setLines(next)
            setErrors({})
          }}
        />
      )}
    </form>
  )
}

/** @param isEnough several balances are given, so that none has to stand in the field above them */
function wrongOf(
  parsed: ParsedAmount,
  date: string | null,
  unread: readonly string[],
  isEnough: boolean,
  account: AccountUnit,
): Errors {
  const isEmpty = !parsed.ok && parsed.fault === 'empty'
  const needed = isEmpty && isEnough ? null : messages.balanceNeeded
  const balance = parsed.ok ? null : (describeAmount(parsed, { ...account, allowNegative: true }) ?? needed)
  const [line] = unread
  return {
    ...(balance === null ? {} : { balance }),
    ...(date === null && !(isEmpty && isEnough) ? { date: messages.dateNeeded } : {}),
    ...(line === undefined ? {} : { lines: messages.unread(line, unread.length - 1) }),
  }
}
