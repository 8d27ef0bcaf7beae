/** What lies between two moments by category, a currency at a time: categories are words, and read from the log. */
import { CategoryIndex } from '../../time-travel/explain/category-index'
import { explainByCategory } from '../../time-travel/explain/explanation'
import type { Subject } from '../../time-travel/explain/sequence'
import { unitsOf } from '../../time-travel/units'
import { readCategories } from '../explain/read-categories'
import type { WorkOptions } from '../ledger-api'
import type { OpenLedger } from '../open-ledger'
import type { Compared } from './compare-ledger'
import type { ComparedCategory } from './comparison'

/** In the order of currencies; what came in most first, what went out most last. @throws AbortError, StorageError */
export async function comparedCategories(
  { timeline, log }: OpenLedger,
  { a, b, account }: Pick<Compared, 'a' | 'b' | 'account'>,
  { onProgress, signal }: WorkOptions = {},
): Promise<ComparedCategory[]> {
  const { units, ofAccount } = unitsOf(timeline)
  const later = Math.max(a.position, b.position)
  const wanted = account === undefined ? [...units.keys()] : [ofAccount[account] as number]
  const compared: ComparedCategory[] = []
  for (const unit of wanted) {
    const { currency, exponent, openedPosition } = units[unit] as (typeof units)[number]
    if (openedPosition > later) continue
    const subject: Subject = account === undefined ? { kind: 'total', unit } : { kind: 'account', account }
    const index = new CategoryIndex(timeline, subject)
    const onPage = () => onProgress?.({ phase: 'reading', done: index.taken, total: later, unit: 'events' })
    const read = (positions: readonly number[]) => log.readAt(positions)
    await readCategories(index, read, later, { onPage, ...(signal ? { signal } : {}) })
    const { groups } = explainByCategory(timeline, { subject, bound: b, since: a }, index)
    const rows = groups.map(({ key, count, sum }) => ({
      currency,
      exponent,
      category: index.names[key] ?? '',
      count,
      difference: sum,
    }))
    compared.push(...rows.sort((one, other) => other.difference - one.difference))
  }
  return compared
}
