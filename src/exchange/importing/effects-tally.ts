/** What an import adds, account by account, and what about it deserves a warning. */
import { instantOfMillis } from '../../domain/calendar'
import { decimalText, moneyText } from '../../domain/money'
import type { AccountState } from '../../domain/stream-state'
import type { CheckedStream } from '../checking/checked-stream'
import type { ImportEffect } from '../import-report'
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

  warnings(isSealed: boolean): readonly string[] {
    const warnings: string[] = []
    if (!isSealed) {
      warnings.push('The file carries no seal (rootHash), so nothing shows whether it is complete and unchanged.')
    }
    if (this.ahead > 0) {
      const events = this.ahead === 1 ? '1 event is' : `${this.ahead} events are`
      warnings.push(
        `${events} recorded more than a day ahead of this device’s clock, the latest at ${instantOfMillis(this.latest)}.`,
      )
    }
    for (const { account, tally } of this.tallies()) warnings.push(...accountWarnings(account, tally))
    return warnings
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

function accountWarnings(account: AccountState, { change, whileClosed }: Tally): string[] {
  const { name, balance, overdraftLimit, exponent } = account
  const warnings: string[] = []
  if (overdraftLimit !== null && change < 0 && balance < -overdraftLimit) {
    warnings.push(
      `${name} goes below its limit (${moneyText(balance, account)}, limit ${decimalText(overdraftLimit, exponent)}).`,
    )
  }
  if (whileClosed > 0) {
    warnings.push(
      `${name} is closed, but ${whileClosed === 1 ? 'an entry was' : `${whileClosed} entries were`} recorded in it.`,
    )
  }
  return warnings
}
