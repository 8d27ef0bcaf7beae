/** What verifying found, held against what the page shows. */
import type { Timeline } from '../projections/timeline'
import { balancesAt } from '../time-travel/balances-at'
import { resolveMoment } from '../time-travel/resolve-moment'
import type { Verified } from './integrity/verified'
import type { VerifyReport } from './ledger-api'

/** What the page shows must be what the bytes give; where the page has gone on meanwhile, nothing is said of it. */
export function judgeShown(
  timeline: Timeline,
  { report, balances }: Pick<Verified, 'report' | 'balances'>,
): VerifyReport {
  if (!report.ok || timeline.size !== report.size) return report
  const shown = balancesAt(timeline, resolveMoment(timeline, 'now'))
  const wrong = shown.findIndex((minor, number) => minor !== balances[number])
  if (wrong < 0 && shown.length === balances.length) return report
  const name = timeline.accounts[wrong]?.name ?? ''
  const reason = `The screen shows another balance for "${name}" than its events give. Reload the page.`
  return { ...report, ok: false, reason }
}
