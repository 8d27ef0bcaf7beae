/** What an import adds, account by account, and what about it deserves a warning. */
import { instantOfMillis } from '../../domain/calendar'
import { decimalText, moneyText } from '../../domain/money'
import type { AccountState } from '../../domain/stream-state'
import type { CheckedStream } from '../checking/checked-stream'
import type { ImportEffect, ImportNotice } from '../import-report'
import type { Checked } from '../log-checker'

const DAY_MS = 86_400_000

interface Tally {
  readonly stream: CheckedStream
  readonly before: number
  newEntries: number
  change: number
  whileClosed: number
}

export class EffectsTally {
  added = 0
  private readonly accounts = new Map<number, Tally>()
  private readonly tomorrow: number
  private ahead = 0
  private latest = Number.NEGATIVE_INFINITY

  /** `now`: milliseconds since 1970. */
  constructor(now: number) {
    this.tomorrow = now + DAY_MS
  }

  /** An event that the import adds. `recordedAt`: as the file has it, milliseconds since 1970. */
  add({ type, stream, effect }: Checked, recordedAt: number): void {
    this.added++
    if (recordedAt > this.tomorrow) {
      this.ahead++
      this.latest = Math.max(this.latest, recordedAt)
    }
    const { account } = stream
    if (!account) return
    let tally = this.accounts.get(stream.ordinal)
    if (!tally) {
      tally = { stream, before: balanceOf(stream) - effect, newEntries: 0, change: 0, whileClosed: 0 }
      this.accounts.set(stream.ordinal, tally)
    }
    if (effect === 0) return
    tally.newEntries++
    tally.change += effect
    const isTakenAnyway = type === 'TransferReturned' || type === 'EntryReversed'
    if (account.status === 'closed' && !isTakenAnyway) tally.whileClosed++
  }

  /** In opening order. */
  effects(): readonly ImportEffect[] {
    return this.tallies().map(({ account, tally: { newEntries, change, before } }) => {
      const { accountId, name, currency, exponent } = account
      return { accountId, name, currency, exponent, newEntries, change, before }
    })
  }

  /** In the order of their weight: the file's, then the accounts' in opening order. */
  notices(isSealed: boolean): readonly ImportNotice[] {
    const notices: ImportNotice[] = []
    if (!isSealed) notices.push({ code: 'no-seal' })
    if (this.ahead > 0) {
      notices.push({ code: 'ahead-of-clock', events: this.ahead, latest: instantOfMillis(this.latest) })
    }
    for (const { account, tally } of this.tallies()) notices.push(...accountNotices(account, tally))
    return notices
  }

  private tallies(): { account: AccountState; tally: Tally }[] {
    return [...this.accounts.values()]
      .sort((left, right) => left.stream.ordinal - right.stream.ordinal)
      .flatMap((tally) => (tally.stream.state?.kind === 'account' ? [{ account: tally.stream.state, tally }] : []))
  }
}

function balanceOf({ state }: CheckedStream): number {
  return state?.kind === 'account' ? state.balance : 0
}

function accountNotices(account: AccountState, { change, whileClosed }: Tally): ImportNotice[] {
  const { accountId, name, currency, exponent, balance, overdraftLimit } = account
  const notices: ImportNotice[] = []
  if (overdraftLimit !== null && change < 0 && balance < -overdraftLimit) {
    notices.push({ code: 'below-limit', accountId, name, currency, exponent, balance, overdraftLimit })
  }
  if (whileClosed > 0) notices.push({ code: 'entries-while-closed', accountId, name, entries: whileClosed })
  return notices
}

/** For scripts, in one language and with plain figures; the screens have words of their own. */
export function warningOf(notice: ImportNotice): string {
  switch (notice.code) {
    case 'no-seal':
      return 'The file carries no seal (rootHash), so nothing shows whether it is complete and unchanged.'
    case 'ahead-of-clock': {
      const events = notice.events === 1 ? '1 event is' : `${notice.events} events are`
      return `${events} recorded more than a day ahead of this device’s clock, the latest at ${notice.latest}.`
    }
    case 'below-limit': {
      const { name, balance, overdraftLimit, exponent } = notice
      return `${name} goes below its limit (${moneyText(balance, notice)}, limit ${decimalText(overdraftLimit, exponent)}).`
    }
    case 'entries-while-closed': {
      const { name, entries } = notice
      return `${name} is closed, but ${entries === 1 ? 'an entry was' : `${entries} entries were`} recorded in it.`
    }
  }
}
