/** What stands where no row is, and how far the filter came. */
import { historyMessages as messages } from '../../locales/en/history/history'
import { useCursor } from '../../stores/cursor-store'
import type { HistoryAt } from '../../stores/history-reading'
import { show } from '../../stores/view-store'
import { Button } from '../../ui/action/button'
import { EmptyState } from '../../ui/feedback/empty-state'
import { formatCount } from '../../ui/format/format-money'
import type { HistoryFilter } from './filter/use-history-filter'
import styles from './history.module.css'

interface HistoryEmptyProps {
  readonly history: HistoryAt
  readonly filter: HistoryFilter
}

export function HistoryEmpty({ history, filter }: HistoryEmptyProps) {
  const isNow = useCursor((cursor) => cursor.isNow)
  const { query, rows, searching } = filter
  return (
    <>
      {history.length > 0 && rows !== undefined && (rows.length > 0 || searching) && (
        <p role="status" className={styles.status}>
          {searching
            ? messages.searching(formatCount(searching.done), formatCount(searching.total))
            : messages.found(formatCount(rows.length), formatCount(history.length))}
        </p>
      )}
      {history.length === 0 ? (
        <div className={styles.nothing}>
          <EmptyState title={isNow ? messages.empty : messages.emptyPast}>
            {isNow ? messages.emptyHint : messages.emptyPastHint}
          </EmptyState>
        </div>
      ) : (
        rows?.length === 0 &&
        !searching && (
          <div className={styles.nothing} role="status">
            <EmptyState
              title={messages.foundNone(query.trim())}
              actions={<Button onPress={() => show.search('')}>{messages.clear}</Button>}
            >
              {messages.foundNoneHint}
            </EmptyState>
          </div>
        )
      )}
    </>
  )
}
