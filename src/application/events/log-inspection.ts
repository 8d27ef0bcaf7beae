/** What the console asks about the log itself beside its events: proofs, and how far each projection has come. */

import { checkInclusion, proveInclusion } from '../../event-log/proving/inclusion-proof'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { checkOptions } from '../check-options'
import { CommandRejected } from '../errors'
import type { EventsOptions, ProjectionStatus } from '../events/log-inspection-api'
import type { InclusionProof } from '../ledger-api'
import type { LedgerApplication } from '../ledger-application'
import { filteredEvents } from './filtered-events'
import { projectionStatus } from './projection-status'

/** Options that `LedgerApplication.events` answers by reading. */
const PLAIN: ReadonlySet<string> = new Set(['from', 'to', 'streamId'])

export async function inspectEvents(application: LedgerApplication, given?: EventsOptions): Promise<RecordedEvent[]> {
  const options = checkOptions('events', given)
  const asked = Object.entries(options).filter(([, value]) => value !== undefined)
  if (asked.every(([name]) => PLAIN.has(name))) return application.events(given)
  return filteredEvents(await application.desk.ledger, options)
}

/** @throws CommandRejected where there is no such event. */
export async function proveEvent(
  application: LedgerApplication,
  position: number,
  given?: { readonly size?: number },
): Promise<InclusionProof> {
  const options = checkOptions('proof', given)
  const { log } = await application.desk.ledger
  const { size } = await log.head()
  try {
    return await proveInclusion(log, position, options.size ?? size)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = `proof: There is no event ${position} among the first ${options.size ?? size}; the log has ${size}.`
    throw new CommandRejected({ code: 'entry-not-found', message, facts: { position, size } })
  }
}

export function checkProof(event: RecordedEvent, proof: InclusionProof): boolean {
  return checkInclusion(event, proof)
}

export async function inspectProjections(application: LedgerApplication): Promise<ProjectionStatus[]> {
  return projectionStatus(application)
}
