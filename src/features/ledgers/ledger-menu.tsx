/** The open ledger's name, and the menu that switches, creates, renames and removes. */
import { ChevronDown, Library, PencilLine, Plus, ShieldCheck, Trash2 } from 'lucide-react'
import { ledgerMessages as messages } from '../../locales/en/ledgers'
import { useNowBehind } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { Menu, type MenuAction, type MenuGroup } from '../../ui/action/menu'
import styles from './ledger-menu.module.css'
import { openLedger } from './open-ledger'
import { sizeWords, useLedgers } from './use-ledgers'

/** More ledgers than this are a list to look through, not a menu. */
const MOST_IN_MENU = 8

export function LedgerMenu() {
  const name = useLedger((ledger) => ledger.name)
  const ledgers = useLedgers()
  const failed = useLedger((ledger) => ledger.status === 'failed')
  const localId = useLedger((ledger) => ledger.localId)
  const isSandbox = useLedger((ledger) => ledger.branch !== null)
  const isNow = useNowBehind()
  const switching: readonly MenuAction[] = ledgers.slice(0, MOST_IN_MENU).map((ledger) => ({
    id: ledger.id,
    label: ledger.name,
    detail: sizeWords(ledger),
    chosen: ledger.current,
    onAction: () => void openLedger(ledger.id, ledger.name),
  }))
  const groups: readonly MenuGroup[] = [
    { id: 'ledgers', title: messages.ledgers, items: switching },
    {
      id: 'this',
      title: messages.thisLedger,
      items: [
        {
          id: 'rename',
          label: messages.rename,
          icon: <PencilLine />,
          disabledReason: isNow ? null : messages.pastReadOnly,
          onAction: () => dialogs.open({ kind: 'rename-ledger' }),
        },
        {
          id: 'verify',
          label: messages.verify,
          icon: <ShieldCheck />,
          onAction: () => dialogs.open({ kind: 'verify' }),
        },
        {
          id: 'remove',
          label: isSandbox ? messages.discard : messages.remove,
          icon: <Trash2 />,
          onAction: () => dialogs.open({ kind: isSandbox ? 'discard-branch' : 'remove-ledger', localId }),
        },
      ],
    },
    {
      id: 'others',
      items: [
        {
          id: 'new',
          label: messages.newLedger,
          icon: <Plus />,
          onAction: () => dialogs.open({ kind: 'create-ledger' }),
        },
        { id: 'all', label: messages.manage, icon: <Library />, onAction: () => dialogs.open({ kind: 'ledgers' }) },
      ],
    },
  ]
  return (
    <Menu
      label={messages.menu(name)}
      variant="bare"
      placement="bottom start"
      className={styles.menu ?? ''}
      groups={groups}
    >
      <span className={styles.name}>{name === '' ? (failed ? messages.notOpen : messages.opening) : name}</span>
      <ChevronDown aria-hidden="true" />
    </Menu>
  )
}
