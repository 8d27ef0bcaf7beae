/** All ledgers of this device, to open, remove, or add to. */
import { FlaskConical, Library, Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { ledgerMessages as messages } from '../../locales/en/ledgers'
import { dialogs } from '../../stores/dialog-store'
import { Button } from '../../ui/action/button'
import { Dialog } from '../../ui/overlay/dialog'
import styles from './ledger-dialogs.module.css'
import { openLedger } from './open-ledger'
import { sizeWords, useFreshLedgers } from './use-ledgers'

export function LedgersDialog({ storage }: { readonly storage: ReactNode }) {
  const ledgers = useFreshLedgers()
  async function open(id: string, name: string): Promise<void> {
    if (await openLedger(id, name)) dialogs.close()
  }
  return (
    <Dialog
      title={messages.ledgers}
      onClose={dialogs.close}
      footer={
        <>
          <Button onPress={() => dialogs.open({ kind: 'import' })}>{messages.importNew}</Button>
          <Button variant="main" icon={<Plus />} onPress={() => dialogs.open({ kind: 'create-ledger' })}>
            {messages.newLedger}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{messages.listText}</p>
      <ul className={styles.list}>
        {ledgers.map((ledger) => {
          const { id, name, current, branchOf } = ledger
          const facts = `${sizeWords(ledger)}${current ? ` · ${messages.open}` : ''}`
          return (
            <li key={id} className={styles.line}>
              {branchOf === undefined ? <Library aria-hidden="true" /> : <FlaskConical aria-hidden="true" />}
              <button
                type="button"
                className={styles.open}
                aria-label={`${messages.openOf(name)} ${facts}`}
                aria-current={current ? 'true' : undefined}
                onClick={() => void open(id, name)}
              >
                <b>{name}</b> <span className={styles.quiet}>{facts}</span>
              </button>
              <Button
                variant="bare"
                label={messages.removeOf(name)}
                icon={<Trash2 />}
                onPress={() =>
                  dialogs.open({ kind: branchOf === undefined ? 'remove-ledger' : 'discard-branch', localId: id })
                }
              />
            </li>
          )
        })}
      </ul>
      {storage}
    </Dialog>
  )
}
