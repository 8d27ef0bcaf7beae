/** What every account of a log holds, read from what decisions keep: no event is looked at. */
import type { StreamState } from '../../domain/stream-state'
import type { EventLog } from '../../event-log/event-log'

export interface AccountBalance {
  readonly id: string
  readonly name: string
  readonly currency: string
  readonly exponent: number
  readonly status: 'open' | 'closed'
  /** Minor units, after everything recorded, entries dated in the future included. */
  readonly balance: number
}

export async function accountBalances(log: EventLog<StreamState>): Promise<readonly AccountBalance[]> {
  const accounts: AccountBalance[] = []
  for await (const { state } of log.readStreamRows()) {
    if (state.kind !== 'account') continue
    const { accountId: id, name, currency, exponent, status, balance } = state
    accounts.push({ id, name, currency, exponent, status, balance })
  }
  return accounts
}
