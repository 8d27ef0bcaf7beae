/** In an account's header: how many balances that were agreed with the bank no longer agree, and the way to the newest. */
import { TriangleAlert } from 'lucide-react'
import { changedMessages as messages } from '../../locales/en/accounts/changed-marks'
import { useChangedMarks } from '../../stores/reconcile/bank-marks'
import { dateOfDay } from '../../stores/reconcile/day-of-date'
import { show } from '../../stores/view-store'
import { Mark } from '../../ui/feedback/mark'
import { formatCount } from '../../ui/format/format-money'
import styles from './changed-marks.module.css'

export function ChangedMarks({ accountId }: { readonly accountId: string }) {
  const marks = useChangedMarks(accountId)
  const [newest] = marks
  if (newest === undefined) return null
  const find = () =>
    show.page('reconcile', {
      account: accountId,
      date: dateOfDay(newest.day),
      balance: String(newest.asserted),
    })
  const count = formatCount(marks.length)
  return (
    <button
      type="button"
      className={styles.changed}
      aria-label={messages.label(marks.length, count)}
      title={messages.label(marks.length, count)}
      onClick={find}
    >
      <Mark tone="problem" icon={<TriangleAlert aria-hidden="true" />}>
        {messages.changed(count)}
      </Mark>
    </button>
  )
}
