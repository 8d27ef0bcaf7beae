/** Entries that the palette found, as its items: who or what, then the day, the account and the amount. */
import { commandMessages as words } from '../../locales/en/app/palette'
import { dotted, isolated } from '../../locales/isolated'
import { accountNameAt } from '../../stores/account-reading'
import { useCursor } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import type { FoundEntry } from '../../stores/search/found-entries'
import { show } from '../../stores/view-store'
import { formatDate } from '../../ui/format/format-date'
import { formatMoney } from '../../ui/format/format-money'
import type { PaletteItem } from './palette-items'

/** Shown at most; the history's filter shows all of an account. */
export const MOST_ENTRIES = 6

export function entryItems(entries: readonly FoundEntry[]): readonly PaletteItem[] {
  return entries.map((entry) => ({
    id: `entry ${entry.position}`,
    group: 'entry',
    label: labelOf(entry),
    detail: dotted(formatDate(entry.effectiveOn, 'date'), nameOf(entry.accountId), moneyOf(entry)),
    run: () => {
      show.account(entry.accountId)
      dialogs.open({ kind: 'event', position: entry.position })
    },
  }))
}

function labelOf({ type, payee, memo, category, reason, counterpartAccountId }: FoundEntry): string {
  const kind = type in words.entryKinds ? words.entryKinds[type as keyof typeof words.entryKinds] : ''
  const other = counterpartAccountId === undefined ? '' : nameOf(counterpartAccountId)
  const who = payee ? isolated(payee) : `${kind}${isolated(other)}`
  const what = dotted(memo || reason, category)
  return what === '' ? who : `${who} – ${what}`
}

function nameOf(accountId: string): string {
  const { timeline } = useLedger.getState()
  return accountNameAt(timeline, accountId, useCursor.getState().bound.position) ?? ''
}

function moneyOf({ accountId, amount }: FoundEntry): string {
  const { timeline } = useLedger.getState()
  const track = timeline.accounts[timeline.accountNumber(accountId) ?? -1]
  return formatMoney(amount, { exponent: track?.exponent ?? 2, currency: track?.currency, sign: 'always' })
}
