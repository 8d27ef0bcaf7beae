/** Money that left one account and has not reached the other: it must not be lost from sight. */
import { ArrowLeftRight } from 'lucide-react'
import { historyMessages as messages } from '../../locales/en/history/history'
import { accountNameAt } from '../../stores/account-reading'
import { useCursor } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { type TransferInTransit, useTransfersInTransit } from '../../stores/transit-reading'
import { Button } from '../../ui/action/button'
import { formatDate } from '../../ui/format/format-date'
import { formatMoney } from '../../ui/format/format-money'
import styles from './in-transit.module.css'

export function InTransit({ accountId }: { readonly accountId: string }) {
  const transfers = useTransfersInTransit(accountId)
  if (transfers.length === 0) return null
  return (
    <section aria-label={messages.inTransit} className={styles.transit}>
      <h2 className={styles.title}>{messages.inTransit}</h2>
      <ul>
        {transfers.map((transfer) => (
          <TransitLine key={transfer.transferId} transfer={transfer} accountId={accountId} />
        ))}
      </ul>
    </section>
  )
}

interface TransitLineProps {
  readonly transfer: TransferInTransit
  readonly accountId: string
}

function TransitLine({ transfer, accountId }: TransitLineProps) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const position = useCursor((cursor) => cursor.bound.position)
  const isNow = useCursor((cursor) => cursor.isNow)
  const { fromAccountId, toAccountId, amount, effectiveOn, transferId } = transfer
  const sender = timeline.accounts[timeline.accountNumber(fromAccountId) ?? -1]
  if (sender === undefined) return null
  const money = formatMoney(amount, { currency: sender.currency, exponent: sender.exponent })
  const nameOf = (id: string) => accountNameAt(timeline, id, position) ?? ''
  const words =
    fromAccountId === accountId
      ? messages.transitOut(money, nameOf(toAccountId))
      : messages.transitIn(money, nameOf(fromAccountId))
  return (
    <li className={styles.line}>
      <ArrowLeftRight aria-hidden="true" />
      <span className={styles.words}>{words}</span>
      <span className={styles.date}>{formatDate(effectiveOn)}</span>
      <Button
        size="small"
        disabledReason={isNow ? null : messages.pastReadOnly}
        onPress={() => dialogs.open({ kind: 'finish-transfer', transferId })}
      >
        {messages.transitResolve}
      </Button>
    </li>
  )
}
