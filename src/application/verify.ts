/** Verify, over any log, and against what the page shows. */
import type { StreamState } from '../domain/stream-state'
import type { EventLog } from '../event-log/event-log'
import type { Timeline } from '../projections/timeline'
import { balancesAt } from '../time-travel/balances-at'
import { resolveMoment } from '../time-travel/resolve-moment'
import { tablesOfLog } from './integrity/log-tables'
import type { Verified } from './integrity/verified'
import { verifyTables } from './integrity/verify-tables'
import type { VerifyReport, WorkOptions } from './ledger-api'

export function verifyLog(log: EventLog<StreamState>, options?: WorkOptions): Promise<Verified> {
  return verifyTables(tablesOfLog(log), options)
}

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
