/** `hindsight.reconcile`: since when the ledger differs from what the bank says, and the entries that could be why. */
import { dateOfDay, dayNumber, isDate } from '../../domain/calendar'
import type { Timeline } from '../../projections/timeline'
import { reconcileAt, type Stretch } from '../../time-travel/reconcile/statements'
import { type Suspect, suspectsIn } from '../../time-travel/reconcile/suspects'
import { accountNumber } from '../account-number'
import { CommandRejected } from '../errors'
import type { LedgerDesk } from '../ledger-desk'
import type { ReconcileReport, ReconcileStatement, ReconcileStretch, ReconcileSuspect } from './reconcile-report'

export async function reconcileAccount(
  desk: LedgerDesk,
  accountId: string,
  given: ReconcileStatement | readonly ReconcileStatement[],
): Promise<ReconcileReport> {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given]
  const statements = list.map(checked).map(({ effectiveOn, balance }) => ({ day: dayNumber(effectiveOn), balance }))
  const { timeline } = await desk.wholeLedger()
  const account = accountNumber(timeline, accountId)
  const { asked, stretches } = reconcileAt(timeline, account, timeline.size, statements)
  if (asked === undefined) throw invalid('reconcile: give at least one {effectiveOn, balance}.', 'statement')
  return {
    effectiveOn: dateOfDay(asked.day),
    balance: asked.balance,
    ledgerBalance: asked.ledger,
    difference: asked.difference,
    stretches: stretches.map((stretch) => stretchOf(timeline, account, stretch)),
  }
}

function stretchOf(timeline: Timeline, account: number, stretch: Stretch): ReconcileStretch {
  const { suspects, more, entries } = suspectsIn(timeline, account, timeline.size, stretch)
  return {
    difference: stretch.difference,
    since: sinceOf(stretch),
    until: dateOfDay(stretch.until.day),
    entries,
    suspects: suspects.map((suspect) => suspectOf(timeline, suspect)),
    more,
  }
}

function sinceOf({ start, until }: Stretch): ReconcileStretch['since'] {
  const { kind } = start
  if (kind === 'beginning') return { kind }
  if (kind === 'same-balance') return { kind, effectiveOn: dateOfDay(start.day), balance: until.balance }
  return { kind, effectiveOn: dateOfDay(start.statement.day), balance: start.statement.balance }
}

function suspectOf(timeline: Timeline, { slots, reasons }: Suspect): ReconcileSuspect {
  const { effect, day } = timeline.columns
  return {
    positions: slots.map((slot) => slot + 1),
    eventIds: slots.map((slot) => timeline.eventId(slot)),
    amount: slots.reduce((sum, slot) => sum + (effect[slot] as number), 0),
    effectiveOn: dateOfDay(day[slots[0] as number] as number),
    reasons: reasons.map((reason) => ({
      kind: reason.kind,
      ...('truth' in reason ? { truth: reason.truth } : {}),
      ...('twin' in reason ? { twinPosition: reason.twin + 1 } : {}),
    })),
  }
}

function checked(given: unknown): ReconcileStatement {
  const { effectiveOn, balance } = (given ?? {}) as Partial<Record<keyof ReconcileStatement, unknown>>
  if (typeof effectiveOn !== 'string' || !isDate(effectiveOn)) {
    throw invalid('reconcile: effectiveOn is no date YYYY-MM-DD that exists.', 'effectiveOn')
  }
  if (typeof balance !== 'number' || !Number.isSafeInteger(balance)) {
    throw invalid('reconcile: balance is no safe integer of minor units.', 'balance')
  }
  return { effectiveOn, balance }
}

function invalid(message: string, field: string): CommandRejected {
  return new CommandRejected({ code: 'invalid-command', message, facts: { field } })
}
