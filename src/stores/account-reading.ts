/** What the screens read of accounts, at the cursor or at now. Each hook follows the cursor and the growing timeline. */
import { useMemo } from 'react'
import { type AccountAt, accountsAt } from '../time-travel/accounts-at'
import type { Bound } from '../time-travel/resolve-moment'
import { useCursor } from './cursor-store'
import { useLedger } from './ledger-store'

export type { AccountAt }
export type ReadAt = 'cursor' | 'now'

/** Everything recorded, future-dated entries included: what commands are judged by. */
export function boundOfNow(size: number): Bound {
  return { position: size, day: Number.POSITIVE_INFINITY }
}

export function useBound(at: ReadAt): Bound {
  const cursor = useCursor(({ bound }) => bound)
  const size = useLedger((ledger) => ledger.size)
  return useMemo(() => (at === 'cursor' ? cursor : boundOfNow(size)), [at, cursor, size])
}

/** In opening order; accounts opened later than the moment are there as 'not-opened'. */
export function useAccounts(at: ReadAt): readonly AccountAt[] {
  const bound = useBound(at)
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => accountsAt(timeline, bound), [timeline, version, bound])
}

export function useAccount(accountId: string | undefined, at: ReadAt): AccountAt | undefined {
  const accounts = useAccounts(at)
  const number = useLedger(({ timeline }) => (accountId === undefined ? undefined : timeline.accountNumber(accountId)))
  return number === undefined ? undefined : accounts[number]
}
