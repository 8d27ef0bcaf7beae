/** The month grid behind a date field. */
import type { CalendarDate } from '@internationalized/date'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  I18nProvider,
} from 'react-aria-components'
import { kitMessages as words } from '../../locales/en/kit'
import styles from './date-field.module.css'

export interface CalendarPanelProps {
  readonly value: CalendarDate | null
  readonly min: CalendarDate | null
  readonly max: CalendarDate | null
  readonly locale: string
  /** Called with `YYYY-MM-DD`. */
  readonly onChoose: (date: string) => void
}

export function CalendarPanel({ value, min, max, locale, onChoose }: CalendarPanelProps) {
  return (
    <I18nProvider locale={locale}>
      <Calendar
        aria-label={words.calendar}
        autoFocus
        value={value}
        {...(min === null ? {} : { minValue: min })}
        {...(max === null ? {} : { maxValue: max })}
        onChange={(date) => onChoose(date.toString())}
      >
        <header className={styles.header}>
          <Button slot="previous" className={styles.turn ?? ''}>
            <ChevronLeft aria-hidden="true" />
          </Button>
          <Heading className={styles.heading ?? ''} />
          <Button slot="next" className={styles.turn ?? ''}>
            <ChevronRight aria-hidden="true" />
          </Button>
        </header>
        <CalendarGrid weekdayStyle="short" className={styles.grid ?? ''}>
          <CalendarGridHeader>
            {(day) => <CalendarHeaderCell className={styles.weekday ?? ''}>{day}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.day ?? ''} />}</CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  )
}
