/** Every account with its balance at the cursor, and the totals. Rows are virtual: a bank's ledger has thousands. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { Plus, Search } from 'lucide-react'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { accountMessages as messages } from '../../locales/en/accounts/accounts'
import type { AccountTrack } from '../../projections/account-track'
import { type AccountsAtCursor, labelAt, useAccountsAtCursor, useTotalsAtCursor } from '../../stores/account-reading'
import { useCursor, useNowBehind } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { useWhy, why } from '../../stores/explain/why-store'
import { useLedger } from '../../stores/ledger-store'
import { useView } from '../../stores/view-store'
import { Button } from '../../ui/action/button'
import { NumberButton } from '../../ui/action/number-button'
import { Deferred } from '../../ui/deferred'
import { currencySymbol, formatMoney } from '../../ui/format/format-money'
import { MovedMark } from '../../ui/format/moved-mark'
import { AccountRow } from './account-row'
import styles from './accounts-sidebar.module.css'

const ROW = 32
const TOUCH_ROW = 44
/** As in the style sheet. */
const TOUCH = '(pointer: coarse), (max-width: 640px)'
/** From so many accounts on, finding one by eye takes too long. */
const SEARCH_FROM = 15

export function AccountsSidebar() {
  const atCursor = useAccountsAtCursor()
  const { tracks } = atCursor
  // Whether it has accounts is not known then.
  const failed = useLedger((ledger) => ledger.status === 'failed')
  const currency = tracks[0]?.currency
  return (
    <nav className={styles.nav} aria-label={messages.accounts}>
      <h2 className={styles.title}>
        <span>{messages.accounts}</span>
        {currency !== undefined && <span aria-hidden="true">{currencySymbol(currency)}</span>}
      </h2>
      {tracks.length === 0 ? (
        !failed && <p className={styles.none}>{messages.noAccounts}</p>
      ) : (
        <Deferred fallback={<div className={styles.scroller} style={{ height: tracks.length * ROW }} />}>
          <AccountList {...atCursor} />
        </Deferred>
      )}
      <Totals />
      <NewAccount />
    </nav>
  )
}

const NewAccount = memo(function NewAccount() {
  const isNow = useNowBehind()
  return (
    <Button
      variant="bare"
      className={styles.new ?? ''}
      icon={<Plus />}
      disabledReason={isNow ? null : messages.pastReadOnly}
      onPress={() => dialogs.open({ kind: 'open-account' })}
    >
      {messages.newAccount}
    </Button>
  )
})

function AccountList({ tracks, balances, position }: AccountsAtCursor) {
  const view = useView((state) => state.view)
  const playing = useCursor((cursor) => cursor.playing)
  const [search, setSearch] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => found(tracks, search, position), [tracks, search, position])
  const [rowHeight] = useState(() => (matchMedia(TOUCH).matches ? TOUCH_ROW : ROW))
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  })
  const openId = view.kind === 'account' ? view.accountId : undefined
  const openRow = shown.findIndex(({ id }) => id === openId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another account is brought into sight, not a moved row
  useEffect(() => {
    if (openRow >= 0) virtual.scrollToIndex(openRow, { align: 'auto' })
  }, [openId])
  const mainCurrency = tracks[0]?.currency
  return (
    <>
      {tracks.length >= SEARCH_FROM && (
        <label className={styles.search}>
          <Search aria-hidden="true" />
          <input
            type="search"
            aria-label={messages.findAccount}
            placeholder={messages.findAccount}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
      )}
      {shown.length === 0 && <p className={styles.none}>{messages.noneFound}</p>}
      <div ref={scroller} className={styles.scroller}>
        <ul className={styles.list} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const track = shown[index]
            if (track === undefined) return null
            const { name, status } = labelAt(track, position)
            return (
              <AccountRow
                key={track.id}
                id={track.id}
                name={name}
                status={status}
                code={track.currency === mainCurrency ? '' : track.currency}
                balance={formatMoney(balances[track.number] ?? 0, { exponent: track.exponent })}
                minor={balances[track.number] ?? 0}
                playing={playing}
                current={track.id === openId}
                top={start}
                index={index}
                count={shown.length}
              />
            )
          })}
        </ul>
      </div>
    </>
  )
}

function found(tracks: readonly AccountTrack[], search: string, position: number): readonly AccountTrack[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return tracks
  return tracks.filter((track) => `${labelAt(track, position).name} ${track.currency}`.toLowerCase().includes(wanted))
}

function Totals() {
  const totals = useTotalsAtCursor()
  const playing = useCursor((cursor) => cursor.playing)
  const question = useWhy((state) => state.question)
  if (totals.length === 0) return null
  const figure = (kind: 'total' | 'transit', unit: { currency: string; exponent: number }, minor: number) => {
    const { currency, exponent } = unit
    const isAmbiguous = totals.some((other) => other.currency === currency && other.exponent !== exponent)
    const own = `${kind}:${currency}${isAmbiguous ? `/${exponent}` : ''}`
    return (
      <dd data-minor={minor}>
        <NumberButton
          data-why={own}
          label={messages.why(formatMoney(minor, unit))}
          asked={question === own}
          onPress={() => why.toggle(own)}
        >
          {formatMoney(minor, { exponent })}
        </NumberButton>
        {kind === 'total' && <MovedMark value={minor} on={playing} />}
      </dd>
    )
  }
  return (
    <dl className={styles.totals}>
      {totals.map(({ currency, exponent, total, inTransit }) => (
        <div key={`${currency} ${exponent}`} className={styles.total}>
          <dt>{messages.total(currencySymbol(currency))}</dt>
          {figure('total', { currency, exponent }, total)}
          {inTransit !== 0 && (
            <>
              <dt>{messages.inTransit(currencySymbol(currency))}</dt>
              {figure('transit', { currency, exponent }, inTransit)}
            </>
          )}
        </div>
      ))}
    </dl>
  )
}
