/** The event log: under the hood of everything else on the screen. Filter, order and chosen event stand in the address. */
import { useCallback, useMemo, useRef, useState } from 'react'
import { logMessages as messages } from '../../../locales/en/event-log'
import { useCursor } from '../../../stores/cursor-store'
import { type EventLogQuery, readEventLogQuery, writeEventLogQuery } from '../../../stores/event-log/event-log-query'
import { useEventRows } from '../../../stores/event-log/event-rows'
import { useLedger } from '../../../stores/ledger-store'
import { type PageQuery, show } from '../../../stores/view-store'
import { LiveRegion } from '../../../ui/feedback/live-region'
import { formatDate, isoOfDay } from '../../../ui/format/format-date'
import { formatCount } from '../../../ui/format/format-money'
import { EventLogChain } from './event-log-chain'
import styles from './event-log-page.module.css'
import { EventPanel } from './event-panel'
import { EventTable } from './event-table'
import { FilterChips } from './filter/filter-chips'
import { FilterPanel } from './filter/filter-panel'
import { LogHead } from './log-head'
import { LogStatus } from './log-status'
import { LogToolbar } from './log-toolbar'
import { useLogKeys } from './use-log-keys'

export function EventLogPage({ query: written }: { readonly query: PageQuery }) {
  const query = useMemo(() => readEventLogQuery(written), [written])
  const [filtering, setFiltering] = useState(false)
  const words = useRef<HTMLInputElement>(null)
  const found = useEventRows(query)
  const { rows } = found
  const change = useCallback(
    (part: Partial<EventLogQuery>) =>
      show.page('event-log', writeEventLogQuery({ ...query, ...part }), { replaces: true }),
    [query],
  )
  const [wanted, setWanted] = useState<{ readonly position: number; readonly focus: boolean } | undefined>(
    query.event === undefined ? undefined : { position: query.event, focus: false },
  )
  const choose = useCallback((event: number) => change({ event }), [change])
  const go = (position: number, focus: boolean) => {
    choose(position)
    setWanted({ position, focus })
  }
  useLogKeys({
    move: (step) => {
      if (rows.count === 0) return
      const row = query.event === undefined ? -1 : rows.rowOf(query.event)
      const next = row < 0 ? 0 : Math.max(0, Math.min(rows.count - 1, row + step))
      go(rows.positionAt(next), true)
    },
    toWords: () => words.current?.focus(),
  })
  // Whoever has chosen nothing looks at the event on top.
  const selected = query.event ?? (rows.count > 0 ? rows.positionAt(0) : undefined)
  return (
    <div className={styles.page} data-event={query.event === undefined ? undefined : 'chosen'}>
      <LogHead
        query={query}
        found={found}
        words={words}
        filtering={filtering}
        onFilter={setFiltering}
        onChange={change}
      />
      <PastNote />
      {filtering && <FilterPanel query={query} onChange={change} />}
      <FilterChips query={query} onChange={change} />
      {selected !== undefined && !filtering && (
        <div className={styles.chain}>
          <EventLogChain
            position={selected}
            onCommand={(correlationId) => change({ correlationId, event: selected })}
          />
        </div>
      )}
      <div className={styles.split}>
        <div className={styles.list}>
          <LogToolbar query={query} rows={rows} onChange={change} onGo={(position) => go(position, false)} />
          <LogStatus query={query} found={found} onChange={change} />
          {rows.count > 0 && (
            <EventTable
              rows={rows}
              newestFirst={query.newestFirst}
              selected={selected}
              wanted={wanted}
              onChoose={choose}
            />
          )}
        </div>
        {selected !== undefined && <EventPanel position={selected} onBack={() => change({ event: undefined })} />}
      </div>
      <Arrivals />
    </div>
  )
}

/** The cursor's moment bounds the log as everything else: it says so where one could miss what is set aside. */
function PastNote() {
  const bound = useCursor((cursor) => cursor.bound)
  const isNow = useCursor((cursor) => cursor.isNow)
  const size = useLedger((ledger) => ledger.size)
  if (isNow) return null
  const later = size - bound.position
  const day = Number.isFinite(bound.day) ? isoOfDay(bound.day) : undefined
  return (
    <p className={styles.past}>
      {(later > 0 || day === undefined) && messages.past(formatCount(bound.position), formatCount(later))}{' '}
      {day !== undefined && messages.pastDay(formatDate(day, 'long'))}
    </p>
  )
}

/** What was recorded meanwhile, for those who hear the page. */
function Arrivals() {
  const size = useLedger((ledger) => ledger.size)
  const first = useRef(size)
  const isNow = useCursor((cursor) => cursor.isNow)
  return <LiveRegion>{isNow && size > first.current ? messages.arrived(formatCount(size)) : ''}</LiveRegion>
}
