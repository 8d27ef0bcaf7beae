/** Comparisons for scripts and files, on the reader's days: loaded when somebody asks for one. */
import { accountNumber } from '../../application/account-number'
import { checkOptions } from '../../application/check-options'
import { comparedCategories } from '../../application/comparing/compare-categories'
import { type Compared, comparedMoments, compareLedger } from '../../application/comparing/compare-ledger'
import type { CompareOptions, Comparison } from '../../application/comparing/comparison'
import { comparisonFile } from '../../application/comparing/comparison-file'
import type { WorkOptions } from '../../application/ledger-api'
import type { OpenLedger } from '../../application/open-ledger'
import type { Moment } from '../../time-travel/moment'
import { localDay } from '../cursor-store'
import { ledgerApplication } from '../ledger-store'

/** @throws InvalidMomentError, CommandRejected for an option or account that makes no sense */
export async function compareMoments(a: Moment, b: Moment, given?: CompareOptions): Promise<Comparison> {
  const { accountId, limit, categories = false } = checkOptions('compare', given)
  const ledger = await ledgerApplication().desk.wholeLedger()
  const compared = comparedIn(ledger, a, b, accountId)
  const comparison = await compareLedger(ledger, compared, limit)
  return categories ? { ...comparison, categories: await comparedCategories(ledger, compared) } : comparison
}

/** All that lies between, as a file. @throws AbortError */
export async function comparisonBlob(
  a: Moment,
  b: Moment,
  accountId: string | undefined,
  options: WorkOptions,
): Promise<Blob> {
  const application = ledgerApplication()
  const ledger = await application.desk.wholeLedger()
  const { ledgerId, name } = await application.head()
  const header = { ledgerId, name, exportedAt: new Date().toISOString() }
  return comparisonFile(ledger, comparedIn(ledger, a, b, accountId), header, options)
}

function comparedIn({ timeline }: OpenLedger, a: Moment, b: Moment, accountId: string | undefined): Compared {
  const account = accountId === undefined ? undefined : accountNumber(timeline, accountId)
  return comparedMoments(timeline, [a, b], localDay, account)
}
