/** How far each projection has come: what is computed from the log, and can be thrown away and computed again. */
import type { ProjectionStatus } from '../events/log-inspection-api'
import type { LedgerApplication } from '../ledger-application'

/**
 * The timeline lives in this page; snapshot and words are stored, perhaps by another tab, so that what is stored is asked
 * each time.
 */
export async function projectionStatus(application: LedgerApplication): Promise<ProjectionStatus[]> {
  const { entry, log, projector } = await application.desk.ledger
  const [{ size }, stored] = await Promise.all([log.head(), application.backend.storedPositions(entry)])
  const { caughtUpAt, snapshotTakenAt } = projector.times
  const status = (name: ProjectionStatus['name'], position: number, at?: number): ProjectionStatus => ({
    name,
    position: Math.min(position, size),
    lag: Math.max(0, size - position),
    ...(at === undefined ? {} : { caughtUpAt: new Date(at).toISOString() }),
  })
  return [
    status('timeline', projector.timeline.size, caughtUpAt),
    status('words', stored.words),
    status('snapshot', stored.snapshot, snapshotTakenAt),
  ]
}
