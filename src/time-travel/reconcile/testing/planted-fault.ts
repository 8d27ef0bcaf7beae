/** Test support: a log, and the same log with one fault in it, as people make them. */
import fc from 'fast-check'
import { dateOfDay, dayNumber } from '../../../domain/calendar'
import type { RecordedEvent } from '../../../event-log/recorded-event'
import { arbitraryLog, uuidOf } from '../../../projections/testing/arbitrary-log'

export type FaultKind = 'missing' | 'doubled' | 'sign' | 'digits' | 'date'

export interface PlantedFault {
  readonly kind: FaultKind
  readonly truth: readonly RecordedEvent[]
  readonly ledger: readonly RecordedEvent[]
  readonly accountId: string
  /** Of the entry with the fault: in the ledger, or, where it is missing there, in the truth. */
  readonly eventId: string
}

interface Choice {
  readonly log: readonly RecordedEvent[]
  readonly kind: FaultKind
  readonly which: number
  readonly days: number
}

/** Undefined where the log has no entry that such a fault fits. */
export const arbitraryFault: fc.Arbitrary<PlantedFault | undefined> = fc
  .record({
    log: arbitraryLog(70).map(withoutAssertions),
    kind: fc.constantFrom<FaultKind>('missing', 'doubled', 'sign', 'digits', 'date'),
    which: fc.nat(1000),
    days: fc.integer({ min: 1, max: 500 }).map((days) => (days % 2 === 0 ? days : -days)),
  })
  .map(plant)

/** Balances of the bank at random would be faults of their own. */
export function withoutAssertions(log: readonly RecordedEvent[]): RecordedEvent[] {
  return renumbered(log.filter(({ type }) => type !== 'BalanceAsserted'))
}

/** Positions and revisions without gaps. */
export function renumbered(log: readonly RecordedEvent[]): RecordedEvent[] {
  const revisions = new Map<string, number>()
  return log.map((event, index) => {
    const streamRevision = (revisions.get(event.streamId) ?? 0) + 1
    revisions.set(event.streamId, streamRevision)
    return { ...event, globalPosition: index + 1, streamRevision }
  })
}

function plant({ log, kind, which, days }: Choice): PlantedFault | undefined {
  const named = new Set(log.map(({ data }) => data.entryId))
  const fitting = log.filter(
    ({ type, eventId, data }) =>
      (type === 'Deposited' || type === 'Withdrawn') &&
      // What else in the log speaks of the entry would have to be bent with it.
      !named.has(eventId) &&
      (kind !== 'digits' || swapped(Number(data.amount)) !== Number(data.amount)),
  )
  const entry = fitting[which % fitting.length]
  if (!entry) return undefined
  const doubled = { ...entry, eventId: uuidOf(9, 1) }
  const ledger = log.flatMap((event) => (event === entry ? faulty(kind, entry, doubled, days) : [event]))
  return {
    kind,
    truth: log,
    ledger: renumbered(ledger),
    accountId: entry.streamId.slice('account-'.length),
    eventId: entry.eventId,
  }
}

function faulty(kind: FaultKind, entry: RecordedEvent, doubled: RecordedEvent, days: number): RecordedEvent[] {
  const { data } = entry
  switch (kind) {
    case 'missing':
      return []
    case 'doubled':
      return [entry, doubled]
    case 'sign':
      return [{ ...entry, type: entry.type === 'Deposited' ? 'Withdrawn' : 'Deposited' }]
    case 'digits':
      return [{ ...entry, data: { ...data, amount: swapped(Number(data.amount)) } }]
    case 'date':
      return [{ ...entry, data: { ...data, effectiveOn: dateOfDay(dayNumber(String(data.effectiveOn)) + days) } }]
  }
}

/** Two neighbouring digits changed about, the first two that differ; the amount itself where none do. */
function swapped(amount: number): number {
  const digits = [...String(amount)]
  for (let at = 0; at + 1 < digits.length; at++) {
    const [a, b] = [digits[at] as string, digits[at + 1] as string]
    // An amount does not begin with a zero.
    if (a === b || (at === 0 && b === '0')) continue
    return Number([...digits.slice(0, at), b, a, ...digits.slice(at + 2)].join(''))
  }
  return amount
}
