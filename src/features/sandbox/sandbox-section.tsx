/** The sandboxes of the open ledger in the sidebar, and the way to a new one. */
import { FlaskConical, GitBranch } from 'lucide-react'
import { sandboxMessages as messages } from '../../locales/en/sandbox'
import { dialogs } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { show, useView } from '../../stores/view-store'
import styles from './sandbox-section.module.css'

/** More are found in the ledger menu. */
const MOST = 6

export function SandboxSection() {
  const localId = useLedger((ledger) => ledger.localId)
  const root = useLedger((ledger) => ledger.branch?.localId ?? ledger.localId)
  const ledgers = useLedger((ledger) => ledger.ledgers)
  const view = useView((state) => state.view)
  const shownId = view.kind === 'page' && view.page === 'sandbox' ? (view.query.branch ?? localId) : undefined
  const branches = ledgers.filter(({ id, branchOf }) => branchOf === root || (branchOf !== undefined && id === localId))
  return (
    <section className={styles.section} aria-label={messages.section}>
      <h2 className={styles.title}>{messages.section}</h2>
      {branches.slice(0, MOST).map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className={styles.row}
          aria-label={messages.compareOf(name)}
          aria-current={id === shownId ? 'page' : undefined}
          onClick={() => show.page('sandbox', { branch: id })}
        >
          <FlaskConical aria-hidden="true" />
          <span className={styles.name}>{name}</span>
        </button>
      ))}
      <button type="button" className={styles.row} onClick={() => dialogs.open({ kind: 'branch' })}>
        <GitBranch aria-hidden="true" />
        <span className={styles.name}>{messages.branch}</span>
      </button>
    </section>
  )
}
