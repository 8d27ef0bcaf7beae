/** What can be done with the open account. Rewound, every button stays in its place and says why it rests. */
import {
  ArrowDownLeft,
  ArrowLeftRight,
  ArrowUpRight,
  Ellipsis,
  Gauge,
  Landmark,
  Lock,
  PencilLine,
  Power,
  ReceiptText,
  Scale,
} from 'lucide-react'
import { memo } from 'react'
import { accountMessages as messages } from '../../locales/en/accounts/accounts'
import type { AccountAtCursor } from '../../stores/account-reading'
import { useNowBehind } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { show } from '../../stores/view-store'
import { Button } from '../../ui/action/button'
import { Menu, type MenuAction } from '../../ui/action/menu'
import styles from './account-page.module.css'

export interface AccountActionsProps extends Pick<AccountAtCursor, 'id' | 'name' | 'status'> {
  /** Its balance at the cursor is zero. */
  readonly isEmpty: boolean
}

/** Memoised on the little that it depends on: no frame of a drag draws it anew. */
export const AccountActions = memo(function AccountActions(account: AccountActionsProps) {
  const isNow = useNowBehind()
  const accountCount = useLedger(({ timeline, version }) => (version >= 0 ? timeline.accounts.length : 0))
  const past = isNow ? null : messages.pastReadOnly
  const closed = account.status === 'closed' ? messages.closedReason(account.name) : null
  const refused = past ?? closed
  const { id: accountId } = account
  return (
    <>
      <Button
        icon={<ArrowDownLeft />}
        disabledReason={refused}
        onPress={() => dialogs.open({ kind: 'deposit', accountId })}
      >
        {messages.deposit}
      </Button>
      <Button
        icon={<ArrowUpRight />}
        disabledReason={refused}
        onPress={() => dialogs.open({ kind: 'withdraw', accountId })}
      >
        {messages.withdraw}
      </Button>
      <Button
        icon={<ArrowLeftRight />}
        disabledReason={refused ?? (accountCount < 2 ? messages.oneAccount : null)}
        onPress={() => dialogs.open({ kind: 'transfer', accountId })}
      >
        {messages.transfer}
      </Button>
      <Menu
        label={messages.more}
        iconOnly
        placement="bottom start"
        groups={[{ id: 'account', items: moreItems(account, past) }]}
      >
        <Ellipsis aria-hidden="true" />
      </Menu>
      {refused !== null && (
        <p className={styles.whyNot}>
          <Lock aria-hidden="true" />
          {past === null ? (
            refused
          ) : (
            <span>
              {messages.pastReadOnlyShort} <span className={styles.more}>{messages.returnToRecord}</span>
            </span>
          )}
        </p>
      )}
    </>
  )
})

function moreItems(account: AccountActionsProps, past: string | null): readonly MenuAction[] {
  const { id: accountId, name, status, isEmpty } = account
  const closed = status === 'closed'
  return [
    {
      id: 'rename',
      label: messages.rename,
      icon: <PencilLine />,
      disabledReason: past,
      onAction: () => dialogs.open({ kind: 'rename-account', accountId }),
    },
    {
      id: 'limit',
      label: messages.overdraftLimit,
      icon: <Gauge />,
      disabledReason: past ?? (closed ? messages.alreadyClosed(name) : null),
      onAction: () => dialogs.open({ kind: 'overdraft-limit', accountId }),
    },
    {
      id: 'assert',
      label: messages.assertBalance,
      icon: <Landmark />,
      disabledReason: past,
      onAction: () => dialogs.open({ kind: 'assert-balance', accountId }),
    },
    {
      id: 'reconcile',
      label: messages.reconcile,
      icon: <Scale />,
      onAction: () => show.page('reconcile', { account: accountId }),
    },
    {
      id: 'statement',
      label: messages.statement,
      icon: <ReceiptText />,
      onAction: () => show.page('statement', { account: accountId }),
    },
    closed
      ? {
          id: 'reopen',
          label: messages.reopen,
          icon: <Power />,
          disabledReason: past,
          onAction: () => dialogs.open({ kind: 'reopen-account', accountId }),
        }
      : {
          id: 'close',
          label: messages.close,
          icon: <Power />,
          disabledReason: past ?? (isEmpty ? null : messages.notEmptyReason(name)),
          onAction: () => dialogs.open({ kind: 'close-account', accountId }),
        },
  ]
}
