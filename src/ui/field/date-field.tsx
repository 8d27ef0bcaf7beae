/**
 * A date: typed in the reader's own way (`12.3.`, `12 Mar`, `yesterday`, ISO), or picked from a calendar. A text field
 * rather than one with a part for day, month and year, because dates are pasted and filled in by scripts as wholes;
 * arrow up and down still step by a day. The value is ISO text, null while the field holds no date.
 */
import { parseDate as calendarDate } from '@internationalized/date'
import { Calendar as CalendarIcon } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { kitMessages as words } from '../../locales/en/kit'
import { userLocale } from '../../locales/user-locale'
import { classNames } from '../class-names'
import { formatDate, localDate } from '../format/format-date'
import { daysBefore, parseDate } from '../parse/parse-date'
import { CalendarPanel } from './calendar-panel'
import styles from './date-field.module.css'
import { FieldFrame, type FieldProps } from './field'
import fieldStyles from './field.module.css'

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`; null while what is typed is no date. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** Latest date that the calendar offers. */
  readonly max?: string
  readonly min?: string
  readonly locale?: string
}

export function DateField(props: DateFieldProps) {
  const { value, onChange, max, min } = props
  const locale = props.locale ?? userLocale()
  const today = localDate()
  const box = useRef<HTMLDivElement>(null)
  // While it is being typed the text is the reader's; else it is the value, written out.
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(true)
  const [open, setOpen] = useState(false)
  const text = typed ?? (value === null ? '' : formatDate(value, 'date', { locale }))
  const unread = typed !== null && left && typed.trim() !== '' && parseDate(typed, { locale, today }) === undefined
  const own = unread ? words.noDate(formatDate(today, 'date', { locale }), today) : null

  function take(next: string): void {
    setTyped(next)
    onChange(parseDate(next, { locale, today }) ?? null)
  }
  function choose(date: string): void {
    setTyped(null)
    setOpen(false)
    onChange(date)
  }
  function step(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault()
      setOpen(true)
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && value !== null) {
      event.preventDefault()
      choose(daysBefore(value, event.key === 'ArrowUp' ? -1 : 1))
    }
  }

  return (
    <FieldFrame {...props} error={props.error ?? own}>
      {(control) => (
        <div ref={box} className={fieldStyles.box}>
          <button
            type="button"
            aria-label={words.openCalendar}
            className={fieldStyles.inner}
            onClick={() => setOpen(true)}
          >
            <CalendarIcon aria-hidden="true" />
          </button>
          <input
            {...control}
            type="text"
            autoComplete="off"
            className={fieldStyles.input}
            value={text}
            onChange={(event) => take(event.target.value)}
            onKeyDown={step}
            onFocus={() => setLeft(false)}
            onBlur={() => {
              setLeft(true)
              if (value !== null) setTyped(null)
            }}
          />
          {value === today && (
            <span aria-hidden="true" className={classNames(fieldStyles.end, styles.today)}>
              {words.today}
            </span>
          )}
          <Popover
            triggerRef={box}
            isOpen={open}
            onOpenChange={setOpen}
            placement="bottom start"
            offset={4}
            className={styles.popover ?? ''}
          >
            <Dialog aria-label={words.calendarOf(props.label)} className={styles.dialog ?? ''}>
              <CalendarPanel
                value={value === null ? null : calendarDate(value)}
                min={min === undefined ? null : calendarDate(min)}
                max={max === undefined ? null : calendarDate(max)}
                locale={locale}
                onChoose={choose}
              />
            </Dialog>
          </Popover>
        </div>
      )}
    </FieldFrame>
  )
}
