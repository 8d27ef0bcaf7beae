/** The moment in words; pressing it lets one type another. */
import { Circle, History } from 'lucide-react'
import { timelineMessages as words } from '../../../locales/en/timeline/timeline'
import { useCursor } from '../../../stores/cursor-store'
import { dialogs } from '../../../stores/dialog-store'
import { useLedger } from '../../../stores/ledger-store'
import { useKnownWords, useMomentWords } from '../describe-moment'
import styles from '../dock.module.css'

export function MomentButton() {
  const isNow = useCursor((cursor) => cursor.isNow)
  const size = useLedger((ledger) => ledger.size)
  const failed = useLedger((ledger) => ledger.status === 'failed')
  const current = useMomentWords('date-with-weekday')
  const known = useKnownWords()
  const moment = failed ? words.notOpen : size === 0 ? words.nothingYet : current
  return (
    <button
      type="button"
      className={styles.moment}
      aria-label={words.goToFrom(moment)}
      aria-haspopup="dialog"
      onClick={() => dialogs.open({ kind: 'go-to-moment' })}
    >
      {isNow ? <Circle aria-hidden="true" /> : <History aria-hidden="true" />}
      <span className={styles.whole}>{moment}</span>
      {known !== undefined && <span className={styles.known}>{known}</span>}
    </button>
  )
}
