/** What lies between two moments of a comparison by category, as far as categories were read. */
import { useMemo } from 'react'
import { explainByCategory, UNREAD } from '../../time-travel/explain/explanation'
import type { Subject } from '../../time-travel/explain/sequence'
import { type Categories, useCategoriesOf } from '../explain/use-categories'
import { useLedger } from '../ledger-store'
import type { Between } from './comparison-reading'

export interface CategorySum {
  /** '' for none; undefined for what was not read yet. */
  readonly name: string | undefined
  /** Minor units. */
  readonly sum: number
}

export interface CategoriesBetween {
  /** What came in most first. */
  readonly sums: readonly CategorySum[]
  readonly reading: Categories
}

/** @param accountId only what concerns this account; the sums of a currency otherwise */
export function useCategoriesBetween(
  { boundA, boundB }: Between,
  unit: number,
  accountId: string | undefined,
): CategoriesBetween {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const subject = useMemo((): Subject => {
    const account = accountId === undefined ? undefined : timeline.accountNumber(accountId)
    return account === undefined ? { kind: 'total', unit } : { kind: 'account', account }
  }, [timeline, accountId, unit])
  const reading = useCategoriesOf(subject, Math.max(boundA.position, boundB.position))
  const { index, read } = reading
  // biome-ignore lint/correctness/useExhaustiveDependencies: timeline and index are mutable, these stand for their content
  const sums = useMemo(() => {
    if (index === undefined) return []
    const { groups } = explainByCategory(timeline, { subject, bound: boundB, since: boundA }, index)
    return groups
      .map(({ key, sum }) => ({ name: key === UNREAD ? undefined : (index.names[key] ?? ''), sum }))
      .sort((one, other) => other.sum - one.sum)
  }, [timeline, version, subject, boundA, boundB, index, read])
  return { sums, reading }
}
