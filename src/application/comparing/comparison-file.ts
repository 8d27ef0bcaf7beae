/**
 * A comparison as a JSON file: the form of comparison.ts with all entries, under a header that says what it is. Written
 * piece by piece, since a million entries may lie between two moments.
 */

import type { ComparisonLists } from '../comparing/comparison'
import type { WorkOptions } from '../ledger-api'
import type { OpenLedger } from '../open-ledger'
import { comparedCategories } from './compare-categories'
import { type Compared, comparedCorrections, comparedEntries, slotsOf } from './compare-ledger'

/** Entries whose events are in memory at once. */
const AT_ONCE = 2_048

export interface ComparisonHeader {
  readonly ledgerId: string
  readonly name: string
  /** When the file was written. */
  readonly exportedAt: string
}

/** @throws AbortError */
export async function comparisonFile(
  ledger: OpenLedger,
  compared: Compared,
  header: ComparisonHeader,
  { onProgress, signal }: WorkOptions = {},
): Promise<Blob> {
  const { figures, rows } = compared
  const lists = Object.keys(rows) as (keyof ComparisonLists)[]
  const total = lists.reduce((sum, list) => sum + rows[list].length, 0)
  const reading = { ...(onProgress ? { onProgress } : {}), ...(signal ? { signal } : {}) }
  const categories = await comparedCategories(ledger, compared, reading)
  const head = { format: 'hindsight-comparison', formatVersion: 1, ...header, ...figures, categories }
  const parts: string[] = [JSON.stringify(head).slice(0, -1)]
  let done = 0
  for (const list of lists) {
    parts.push(`,\n"${list}":[`)
    for (let from = 0; from < rows[list].length; from += AT_ONCE) {
      signal?.throwIfAborted()
      const slots = slotsOf(rows[list], from, from + AT_ONCE)
      const items =
        list === 'annotated'
          ? await comparedCorrections(ledger, slots)
          : await comparedEntries(ledger, slots, list === 'gone' ? compared.a : compared.b)
      parts.push(from === 0 ? '\n' : ',\n', items.map((item) => JSON.stringify(item)).join(',\n'))
      done += slots.length
      onProgress?.({ phase: 'writing', done, total, unit: 'events' })
    }
    parts.push(']')
  }
  parts.push('}\n')
  return new Blob(parts, { type: 'application/json' })
}
