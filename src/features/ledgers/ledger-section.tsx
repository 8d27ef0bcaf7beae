/** The foot of the sidebar: what concerns the open ledger as a whole. */
import { ShieldCheck } from 'lucide-react'
import { ledgerMessages as messages } from '../../locales/en/ledgers'
import { dialogs } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { formatCount } from '../../ui/format/format-money'
import styles from './ledger-section.module.css'

export function LedgerSection() {
  const size = useLedger((ledger) => ledger.size)
  return (
    <section className={styles.section} aria-label={messages.section}>
      <h2 className={styles.title}>{messages.section}</h2>
      <button type="button" className={styles.row} onClick={() => dialogs.open({ kind: 'verify' })}>
        <ShieldCheck aria-hidden="true" />
        <span>{messages.verify}</span>
        <span className={styles.fact}>{messages.events(size, formatCount(size))}</span>
      </button>
    </section>
  )
}
