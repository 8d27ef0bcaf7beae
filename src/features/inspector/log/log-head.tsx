/** The log's name and size, and the field that filters it by words; `/` reaches it from anywhere. */
import { ListFilter, Search, ShieldCheck, X } from 'lucide-react'
import type { RefObject } from 'react'
import { logMessages as messages } from '../../../locales/en/event-log'
import { useCursor } from '../../../stores/cursor-store'
import { dialogs } from '../../../stores/dialog-store'
import { type EventLogQuery, filterOfQuery } from '../../../stores/event-log/event-log-query'
import type { EventLogRows } from '../../../stores/event-log/event-rows'
import { prepareSearch } from '../../../stores/search/prepare-search'
import { Button } from '../../../ui/action/button'
import { formatCount } from '../../../ui/format/format-money'
import styles from './log-head.module.css'

export interface LogHeadProps {
  readonly query: EventLogQuery
  readonly found: EventLogRows
  readonly words: RefObject<HTMLInputElement | null>
  readonly filtering: boolean
  readonly onFilter: (open: boolean) => void
  readonly onChange: (part: Partial<EventLogQuery>) => void
}

export function LogHead({ query, found, words, filtering, onFilter, onChange }: LogHeadProps) {
  const total = useCursor((cursor) => cursor.bound.position)
  const { text } = query
  const { text: _, ...others } = filterOfQuery(query)
  const count = Object.keys(others).length
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h2>{messages.title}</h2>
        <span className={styles.count}>
          {found.filtered ? messages.count(formatCount(found.rows.count), formatCount(total)) : formatCount(total)}
        </span>
        <p className={styles.lead}>{messages.lead}</p>
      </div>
      <div className={styles.words}>
        <Search aria-hidden="true" />
        <input
          ref={words}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          aria-label={messages.words}
          aria-keyshortcuts="/"
          placeholder={messages.words}
          value={text}
          onFocus={prepareSearch}
          onChange={(event) => onChange({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            if (text === '') event.currentTarget.blur()
            else onChange({ text: '' })
          }}
        />
        {text !== '' && (
          <Button
            variant="bare"
            size="small"
            label={messages.clearWords}
            icon={<X />}
            onPress={() => {
              onChange({ text: '' })
              words.current?.focus()
            }}
          />
        )}
      </div>
      <Button
        icon={<ListFilter />}
        aria-expanded={filtering}
        aria-controls="event-log-filter"
        onPress={() => onFilter(!filtering)}
      >
        {count > 0 ? messages.moreCount(count) : messages.more}
      </Button>
      <Button className={styles.verify ?? ''} icon={<ShieldCheck />} onPress={() => dialogs.open({ kind: 'verify' })}>
        {messages.verify}
      </Button>
    </header>
  )
}
