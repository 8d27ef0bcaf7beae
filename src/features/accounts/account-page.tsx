/** The open account: its name, its balance at the cursor, the line that led here, and what can be done with it. */
import { ChevronDown } from 'lucide-react'
import { lazy, memo, type ReactNode, Suspense } from 'react'
import { accountMessages as messages } from '../../locales/en/accounts/accounts'
import { type AccountAtCursor, labelAt, useAccountAtCursor, useAccountsAtCursor } from '../../stores/account-reading'
import { useCursor } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { useWhy, why } from '../../stores/explain/why-store'
import { useLedger } from '../../stores/ledger-store'
import { useHasBankMarks } from '../../stores/reconcile/has-bank-marks'
import { show } from '../../stores/view-store'
import { Button } from '../../ui/action/button'
import { Menu } from '../../ui/action/menu'
import { NumberButton } from '../../ui/action/number-button'
import { Deferred } from '../../ui/deferred'
import { EmptyState } from '../../ui/feedback/empty-state'
import { formatCount, formatMoney } from '../../ui/format/format-money'
import { Money } from '../../ui/format/money'
import { MovedMark } from '../../ui/format/moved-mark'
import { AccountActions } from './account-actions'
import { accountDelta, DELTA_DAYS } from './account-delta'
import styles from './account-page.module.css'

/** Its place is there from the first; the line comes when the figures stand. */
const AccountChart = lazy(
  (): Promise<{ default: (props: { readonly account: AccountAtCursor }) => ReactNode }> =>
    import('./account-chart').then(
      (module) => ({ default: module.AccountChart }),
      () => ({ default: () => null }),
    ),
)
/** Only accounts with balances of the bank load it. */
const ChangedMarks = lazy(() => import('./changed-marks').then((module) => ({ default: module.ChangedMarks })))

interface AccountPageProps {
  readonly accountId: string
  /** Stands at the right end of the buttons. */
  readonly filter?: ReactNode
  /** The account's history. */
  readonly children: ReactNode
}

export function AccountPage({ accountId, filter, children }: AccountPageProps) {
  const account = useAccountAtCursor(accountId, DELTA_DAYS)
  const hasMarks = useHasBankMarks(accountId)
  if (account === undefined) return <UnknownAccount />
  return (
    <div className={styles.page}>
      <div className={styles.hero}>
        <div className={styles.lead}>
          <div className={styles.heading}>
            <h1 className={styles.name}>{account.name}</h1>
            {account.status === 'closed' && <span className={styles.closed}>{messages.closed}</span>}
            <AccountSwitch current={accountId} />
            {hasMarks && (
              <Suspense fallback={null}>
                <ChangedMarks accountId={accountId} />
              </Suspense>
            )}
          </div>
          <div className={styles.figure}>
            <Why question="account" figure={formatMoney(account.balance, account)} className={styles.balance}>
              <Money
                size="balance"
                data-testid="balance"
                minor={account.balance}
                currency={account.currency}
                exponent={account.exponent}
              />
            </Why>
            <BalanceMoved key={account.id} minor={account.balance} />
          </div>
          <Delta account={account} />
        </div>
        <Suspense fallback={null}>
          <AccountChart account={account} />
        </Suspense>
      </div>
      <div className={styles.bar}>
        <AccountActions id={accountId} name={account.name} status={account.status} isEmpty={account.balance === 0} />
        {filter !== undefined && <div className={styles.filter}>{filter}</div>}
      </div>
      <Deferred>{children}</Deferred>
      <p className={styles.printNote}>{messages.printStatement}</p>
    </div>
  )
}

/** Lies over the balance. */
function BalanceMoved({ minor }: { readonly minor: number }) {
  const playing = useCursor((cursor) => cursor.playing)
  return <MovedMark value={minor} on={playing} />
}

interface WhyProps {
  readonly question: string
  /** As text, for its name. */
  readonly figure: string
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A figure that opens its explanation. */
function Why({ question, figure, className, children }: WhyProps) {
  const asked = useWhy((state) => state.question === question)
  return (
    <NumberButton
      data-why={question}
      label={messages.why(figure)}
      asked={asked}
      className={className}
      onPress={() => why.toggle(question)}
    >
      {children}
    </NumberButton>
  )
}

function Delta({ account }: { readonly account: AccountAtCursor }) {
  const isNow = useCursor((cursor) => cursor.isNow)
  const { currency, exponent } = account
  const delta = accountDelta({ ...account, isNow, opened: account.status !== 'not-opened' })
  switch (delta.kind) {
    case 'not-opened':
      return <p className={styles.delta}>{messages.unbornAccount}</p>
    case 'unmoved':
      return <p className={styles.delta}>{messages.unmoved(formatCount(delta.days))}</p>
    case 'moved': {
      const amount = formatMoney(delta.amount, { currency, exponent, sign: 'always' })
      const days = messages.inDays(formatCount(delta.days))
      return (
        <p className={styles.delta}>
          <Why question="change" figure={`${amount} ${days}`}>
            <span>{amount}</span> <span className={styles.quiet}>{days}</span>
          </Why>
        </p>
      )
    }
    case 'less-than-now':
    case 'more-than-now': {
      const amount = formatMoney(delta.amount, { currency, exponent })
      const words = delta.kind === 'less-than-now' ? messages.lessThanNow(amount) : messages.moreThanNow(amount)
      return (
        <p className={styles.delta}>
          <Why question="change" figure={words}>
            {words}
          </Why>
        </p>
      )
    }
    case 'same-as-now':
      return <p className={styles.delta}>{messages.sameAsNow}</p>
  }
}

/** On a phone the sidebar is out of sight: the other accounts are behind the name. */
const AccountSwitch = memo(function AccountSwitch({ current }: { readonly current: string }) {
  const accounts = useLedger(({ timeline }) => timeline.accounts.length)
  if (accounts < 2) return null
  if (accounts > MOST_IN_MENU) {
    return (
      <Button
        label={messages.chooseAccount}
        className={styles.switch ?? ''}
        variant="bare"
        size="small"
        icon={<ChevronDown />}
        onPress={() => dialogs.open({ kind: 'palette' })}
      />
    )
  }
  return <AccountMenu current={current} />
})

function AccountMenu({ current }: { readonly current: string }) {
  const { tracks, balances, position } = useAccountsAtCursor()
  const items = tracks.map((track) => {
    const { name, status } = labelAt(track, position)
    const { currency, exponent } = track
    const balance = formatMoney(balances[track.number] ?? 0, { currency, exponent })
    return {
      id: track.id,
      label: name,
      detail: status === 'not-opened' ? messages.notOpenedYet : balance,
      chosen: track.id === current,
      onAction: () => show.account(track.id),
    }
  })
  return (
    <Menu
      label={messages.chooseAccount}
      className={styles.switch ?? ''}
      variant="bare"
      size="small"
      iconOnly
      placement="bottom start"
      groups={[{ id: 'accounts', items }]}
    >
      <ChevronDown aria-hidden="true" />
    </Menu>
  )
}

/** Beyond it the palette, which is searched, is the better way. */
const MOST_IN_MENU = 40

function UnknownAccount() {
  return (
    <EmptyState
      title={messages.accountMissing}
      actions={<Button onPress={() => dialogs.open({ kind: 'ledgers' })}>{messages.otherLedgers}</Button>}
    >
      {messages.accountMissingHint}
    </EmptyState>
  )
}
