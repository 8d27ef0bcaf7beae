/** All entries of a stretch, newest first, opened on demand and a hundred at a time. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { reconcileMessages as messages } from '../../locales/en/reconcile'
import { dialogs } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { entriesOfStretch, type Stretch, useWordsOf } from '../../stores/reconcile/reconciliation'
import { Button } from '../../ui/action/button'
import { formatCount } from '../../ui/format/format-money'
import styles from './entries-since.module.css'
import { EntryLine } from './entry-line'
import type { AccountUnit } from './use-writing'

interface EntriesSinceProps {
  readonly account: AccountUnit
  readonly stretch: Stretch
  /** Events known. */
  readonly position: number
  readonly count: number
}

const AT_ONCE = 100

export function EntriesSince({ account, stretch, position, count }: EntriesSinceProps) {
  const [limit, setLimit] = useState(0)
  const id = useId()
  const open = limit > 0
  const words = formatCount(count)
  if (count === 0) return null
  return (
    <div className={styles.since}>
      <Button
        variant="bare"
        icon={open ? <ChevronDown /> : <ChevronRight />}
        aria-expanded={open}
        aria-controls={id}
        onPress={() => setLimit(open ? 0 : AT_ONCE)}
      >
        {Number.isFinite(stretch.afterDay) ? messages.entriesSince(words) : messages.entriesUpTo(words)}
      </Button>
      <div id={id}>
        {open && (
          <>
            <List {...{ account, stretch, position, limit }} />
            {limit < count && (
              <Button size="small" onPress={() => setLimit(limit + AT_ONCE)}>
                {messages.showMore(formatCount(Math.min(AT_ONCE, count - limit)))}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  )
}

function List({ account, stretch, position, limit }: Omit<EntriesSinceProps, 'count'> & { readonly limit: number }) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const positions = entriesOfStretch(timeline, account.id, position, stretch, limit)
  const words = useWordsOf(positions, position)
  return (
    <ul className={styles.list}>
      {positions.map((each, index) => (
        <li key={each}>
          <button type="button" className={styles.line} onClick={() => dialogs.open({ kind: 'event', position: each })}>
            <EntryLine {...{ account, timeline, position }} slot={each - 1} words={words[index]} />
          </button>
        </li>
      ))}
    </ul>
  )
}
