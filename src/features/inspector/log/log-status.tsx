/** What stands above the rows, or in their place: a search that goes on, one that was ended, or nothing to show. */
import { ListX } from 'lucide-react'
import { logMessages as messages } from '../../../locales/en/event-log'
import { useCursor } from '../../../stores/cursor-store'
import { type EventLogQuery, NO_FILTER } from '../../../stores/event-log/event-log-query'
import type { EventLogRows } from '../../../stores/event-log/event-rows'
import { Button } from '../../../ui/action/button'
import { EmptyState } from '../../../ui/feedback/empty-state'
import { ProgressBar } from '../../../ui/feedback/progress-bar'
import styles from './event-log-page.module.css'

export interface LogStatusProps {
  readonly query: EventLogQuery
  readonly found: EventLogRows
  readonly onChange: (part: Partial<EventLogQuery>) => void
}

export function LogStatus({ query, found, onChange }: LogStatusProps) {
  const isNow = useCursor((cursor) => cursor.isNow)
  const { rows, filtered, searching, stopped, failure } = found
  if (failure !== undefined) {
    return (
      <p role="alert" className={styles.problem}>
        {failure}
      </p>
    )
  }
  if (searching) {
    return (
      <div className={styles.searching}>
        <ProgressBar
          label={messages.searching}
          done={searching.done}
          total={searching.total}
          unit="events"
          onCancel={found.stop}
        />
      </div>
    )
  }
  if (stopped) {
    return (
      <p className={styles.stopped}>
        <span role="status">{messages.stopped}</span>
        <Button size="small" onPress={() => onChange({ text: `${query.text.trim()} ` })}>
          {messages.searchAgain}
        </Button>
      </p>
    )
  }
  if (rows.count > 0) return null
  if (!filtered) {
    return <EmptyState title={isNow ? messages.empty : messages.emptyPast}>{isNow && messages.emptyHint}</EmptyState>
  }
  return (
    <EmptyState
      icon={<ListX aria-hidden="true" />}
      title={messages.nothing}
      actions={<Button onPress={() => onChange(NO_FILTER)}>{messages.clear}</Button>}
    >
      {messages.nothingHint}
    </EmptyState>
  )
}
