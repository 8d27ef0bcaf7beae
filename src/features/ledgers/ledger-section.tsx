/** The foot of the sidebar: what concerns the open ledger as a whole. */
import { Columns2, List, ShieldCheck } from 'lucide-react'
import { ledgerMessages as messages } from '../../locales/en/ledgers'
import { dialogs } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { compareFromHere } from '../../stores/moments/compare-soon'
import { queryOfPage, show, useView } from '../../stores/view-store'
import { formatCount } from '../../ui/format/format-money'
import styles from './ledger-section.module.css'

export function LedgerSection() {
  const size = useLedger((ledger) => ledger.size)
  const failed = useLedger((ledger) => ledger.status === 'failed')
  const inLog = useView(({ view }) => queryOfPage(view, 'event-log') !== undefined)
  const comparing = useView(({ view }) => queryOfPage(view, 'compare') !== undefined)
  return (
    <section className={styles.section} aria-label={messages.section}>
      <h2 className={styles.title}>{messages.section}</h2>
      <button
        type="button"
        className={styles.row}
        aria-current={inLog ? 'page' : undefined}
        onClick={() => show.page('event-log')}
      >
        <List aria-hidden="true" />
        <span>{messages.eventLog}</span>
        {!failed && <span className={styles.fact}>{messages.events(size, formatCount(size))}</span>}
      </button>
      <button
        type="button"
        className={styles.row}
        aria-current={comparing ? 'page' : undefined}
        onClick={() => void compareFromHere()}
      >
        <Columns2 aria-hidden="true" />
        <span>{messages.compare}</span>
      </button>
      <button type="button" className={styles.row} onClick={() => dialogs.open({ kind: 'verify' })}>
        <ShieldCheck aria-hidden="true" />
        <span>{messages.verify}</span>
      </button>
    </section>
  )
}
