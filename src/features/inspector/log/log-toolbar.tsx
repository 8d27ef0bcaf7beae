/** Which end of the log is on top, and a way to go to any event by its number. */
import { useId, useState } from 'react'
import { logMessages as messages } from '../../../locales/en/event-log'
import { useCursor } from '../../../stores/cursor-store'
import type { EventLogQuery } from '../../../stores/event-log/event-log-query'
import type { EventRows } from '../../../stores/event-log/event-rows'
import { Button } from '../../../ui/action/button'
import { Segmented } from '../../../ui/action/segmented'
import { formatCount } from '../../../ui/format/format-money'
import styles from './log-toolbar.module.css'

export interface LogToolbarProps {
  readonly query: EventLogQuery
  readonly rows: EventRows
  readonly onChange: (part: Partial<EventLogQuery>) => void
  readonly onGo: (position: number) => void
}

export function LogToolbar({ query, rows, onChange, onGo }: LogToolbarProps) {
  return (
    <div className={styles.toolbar}>
      <Segmented
        label={messages.order}
        value={query.newestFirst ? 'newest' : 'oldest'}
        onChange={(order) => onChange({ newestFirst: order === 'newest' })}
        options={[
          { value: 'newest', label: messages.newest },
          { value: 'oldest', label: messages.oldest },
        ]}
      />
      <GoTo rows={rows} onGo={onGo} />
    </div>
  )
}

function GoTo({ rows, onGo }: Pick<LogToolbarProps, 'rows' | 'onGo'>) {
  const size = useCursor((cursor) => cursor.bound.position)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const id = useId()
  return (
    <form
      className={styles.goTo}
      onSubmit={(event) => {
        event.preventDefault()
        // Grouped as the reader groups, or with the sign that moments have.
        const position = Number(text.replaceAll(/[^\d]/g, ''))
        if (text.trim() === '' || position < 1 || position > size)
          return setProblem(messages.noSuchEvent(formatCount(size)))
        setProblem(rows.holds(position) ? '' : messages.notShown(formatCount(position)))
        onGo(position)
      }}
    >
      <span role="status" className={styles.problem}>
        {problem}
      </span>
      <label htmlFor={id}>{messages.goTo}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        placeholder={messages.goToHint}
        autoComplete="off"
        className={styles.number}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setProblem('')
        }}
      />
      <Button type="submit">{messages.go}</Button>
    </form>
  )
}
