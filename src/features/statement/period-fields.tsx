/** Which period the statement is of: one with a name, as seen from the moment, or two dates. */
import { useState } from 'react'
import { statementMessages as words } from '../../locales/en/accounts/statement'
import { useCursor } from '../../stores/cursor-store'
import { useLedger } from '../../stores/ledger-store'
import { type NamedPeriod, namedPeriod, nameOfPeriod, type PeriodDates } from '../../stores/statement/statement-reading'
import { factsOf } from '../../stores/time-track'
import { DateField } from '../../ui/field/date-field'
import { Select } from '../../ui/field/select'
import { localDate } from '../../ui/format/format-date'
import styles from './statement-page.module.css'

const CHOSEN = 'chosen'

interface PeriodFieldsProps {
  readonly dates: PeriodDates
  readonly error: string | null
  /** `replaces`: one more letter of a date is no step to go back to. */
  readonly onChange: (dates: PeriodDates, replaces: boolean) => void
}

export function PeriodFields({ dates, error, onChange }: PeriodFieldsProps) {
  const today = useToday()
  // A named period writes into both fields, whatever was typed into them.
  const [named, setNamed] = useState(0)
  const name = nameOfPeriod(dates, today) ?? CHOSEN
  const names = Object.keys(words.periods) as (keyof typeof words.periods)[]
  return (
    <div className={styles.period}>
      <Select
        label={words.period}
        value={name}
        options={names
          .filter((each) => each !== CHOSEN || name === CHOSEN)
          .map((value) => ({ value, label: words.periods[value] }))}
        onChange={(value) => {
          setNamed((count) => count + 1)
          if (value !== CHOSEN) onChange(namedPeriod(value as NamedPeriod, today), false)
        }}
      />
      {(['from', 'to'] as const).map((end) => (
        <PeriodDate
          key={`${end} ${named}`}
          label={words[end]}
          value={dates[end]}
          error={end === 'to' ? error : null}
          onChange={(date) => onChange({ ...dates, [end]: date }, true)}
        />
      ))}
    </div>
  )
}

interface PeriodDateProps {
  readonly label: string
  readonly value: string | undefined
  readonly error: string | null
  readonly onChange: (date: string) => void
}

/** While what is typed is no date, the period stays as it was. */
function PeriodDate({ label, value, error, onChange }: PeriodDateProps) {
  const [unread, setUnread] = useState(false)
  return (
    <DateField
      label={label}
      value={unread ? null : (value ?? null)}
      error={error}
      onChange={(date) => {
        setUnread(date === null)
        if (date !== null && date !== value) onChange(date)
      }}
    />
  )
}

/** The day that the moment speaks of, as `YYYY-MM-DD`; that of the reader at now, and before the first event. */
function useToday(): string {
  const moment = useCursor((cursor) => cursor.moment)
  const bound = useCursor((cursor) => cursor.bound)
  const isNow = useCursor((cursor) => cursor.isNow)
  const size = useLedger((ledger) => ledger.size)
  if (isNow) return localDate()
  const { day, recordedAt } = factsOf(moment, bound, size)
  return day ?? localDate(recordedAt)
}
