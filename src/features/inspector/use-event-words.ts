/** Says events in sentences, with the ledger that is open. */
import type { LedgerEvent } from '../../domain/events'
import { inspectorMessages as messages } from '../../locales/en/inspector'
import { accountNameAt } from '../../stores/account-reading'
import { useLedger } from '../../stores/ledger-store'
import { formatMoney } from '../../ui/format/format-money'
import { eventWords } from './event-words'

/** Says an event in words, with the names of now: the event itself says what they were called then. */
export function useEventWords(): (event: LedgerEvent) => string {
  const timeline = useLedger((ledger) => ledger.timeline)
  const form = (accountId: string) => {
    const track = timeline.accounts[timeline.accountNumber(accountId) ?? -1]
    return { currency: track?.currency, exponent: track?.exponent ?? 2 }
  }
  return (event) =>
    eventWords(event, {
      accountName: (accountId) => accountNameAt(timeline, accountId, timeline.size) ?? messages.unknownAccount,
      money: (minor, accountId) => formatMoney(minor, form(accountId)),
      signedMoney: (minor, accountId) => formatMoney(minor, { ...form(accountId), sign: 'always' }),
      effect: timeline.columns.effect[event.globalPosition - 1] ?? 0,
    })
}
