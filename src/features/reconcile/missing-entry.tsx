/** The suspicion that no entry can carry: one is not there. */
import { FilePlus2 } from 'lucide-react'
import { reconcileMessages as messages } from '../../locales/en/reconcile'
import { useCursor } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { dateOfDay } from '../../stores/reconcile/day-of-date'
import type { Stretch } from '../../stores/reconcile/reconciliation'
import { Button } from '../../ui/action/button'
import styles from './suspect-item.module.css'
import type { Writing } from './suspect-words'
import type { AccountUnit } from './use-writing'

interface MissingEntryProps {
  readonly account: AccountUnit
  readonly stretch: Stretch
  readonly writing: Writing
  /** Slots of entries of the same amount. */
  readonly alike: readonly number[]
}

export function MissingEntry({ account, stretch, writing, alike }: MissingEntryProps) {
  const isNow = useCursor((cursor) => cursor.isNow)
  const { difference, until } = stretch
  const record = () =>
    dialogs.open({
      kind: difference > 0 ? 'deposit' : 'withdraw',
      accountId: account.id,
      draft: { amount: Math.abs(difference), effectiveOn: dateOfDay(until.day) },
    })
  return (
    <li className={styles.suspect}>
      <div className={styles.entry}>
        <span className={styles.payee}>{messages.missing(writing.signed(difference))}</span>
      </div>
      <p className={styles.why}>
        {messages.missingWhy} {alike.length > 0 && messages.alike(alike.map(writing.dayOf).join(', '))}
      </p>
      <div className={styles.actions}>
        <Button
          size="small"
          icon={<FilePlus2 />}
          disabledReason={isNow ? null : messages.pastReadOnly}
          onPress={record}
        >
          {messages.recordIt}
        </Button>
      </div>
    </li>
  )
}
