/** What is filtered by, in words, each with a way to take it away: also what came with an address. */
import { X } from 'lucide-react'
import { logMessages as messages } from '../../../../locales/en/event-log'
import { accountNameAt } from '../../../../stores/account-reading'
import { type EventLogQuery, NO_FILTER } from '../../../../stores/event-log/event-log-query'
import { useLedger } from '../../../../stores/ledger-store'
import { Button } from '../../../../ui/action/button'
import { formatDate } from '../../../../ui/format/format-date'
import styles from './filter.module.css'

export interface FilterChipsProps {
  readonly query: EventLogQuery
  readonly onChange: (part: Partial<EventLogQuery>) => void
}

interface Chip {
  readonly label: string
  readonly without: Partial<EventLogQuery>
}

export function FilterChips({ query, onChange }: FilterChipsProps) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const chips = chipsOf(query, (id) => accountNameAt(timeline, id, timeline.size) ?? id)
  if (chips.length === 0) return null
  return (
    <ul className={styles.chips}>
      {chips.map(({ label, without }) => (
        <li key={label} className={styles.chip}>
          <span className={styles.clip}>{label}</span>
          <button
            type="button"
            className={styles.remove}
            aria-label={messages.remove(label)}
            onClick={() => onChange(without)}
          >
            <X aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <Button variant="bare" size="small" onPress={() => onChange(NO_FILTER)}>
          {messages.clear}
        </Button>
      </li>
    </ul>
  )
}

function chipsOf(query: EventLogQuery, nameOf: (accountId: string) => string): readonly Chip[] {
  const { chips: words } = messages
  const chips: Chip[] = []
  if (query.types.length > 0) chips.push({ label: words.type(query.types.join(', ')), without: { types: [] } })
  if (query.accountId !== '')
    chips.push({ label: words.accountId(nameOf(query.accountId)), without: { accountId: '' } })
  for (const field of ['category', 'streamId', 'correlationId'] as const)
    if (query[field].trim() !== '') chips.push({ label: words[field](query[field].trim()), without: { [field]: '' } })
  const { from, to } = query
  const clock = query.dates === 'effective' ? messages.datesEffective : messages.datesRecorded
  const without = { from: '', to: '', dates: 'recorded' } as const
  if (from !== '' && to !== '') chips.push({ label: words.dates(formatDate(from), formatDate(to), clock), without })
  else if (from !== '') chips.push({ label: words.since(formatDate(from), clock), without })
  else if (to !== '') chips.push({ label: words.until(formatDate(to), clock), without })
  return chips
}
