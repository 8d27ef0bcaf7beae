/** The commands that were given in a branch, as its log tells them. */
import type { AnnotateEntry } from '../../domain/commands'
import { accountStream } from '../../domain/stream-id'
import type { StreamState } from '../../domain/stream-state'
import type { EventLog } from '../../event-log/event-log'
import type { RecordedEvent } from '../../event-log/recorded-event'
import type { BranchOrigin } from '../../storage/branch-origin'
import { commandOf } from './event-as-command'
import type { BranchCommand } from './sandbox-api'

/** More than people command by hand; what was merged into a branch may hold more, and is not given from here. */
const MOST_COMMANDS = 1_000

/** In the order they were given. Steps of transfers are their commands' consequences, and a name is the branch's own. */
export async function branchCommands(log: EventLog<StreamState>, origin: BranchOrigin): Promise<BranchCommand[]> {
  const { ledgerId } = await log.head()
  const commands: BranchCommand[] = []
  for await (const event of log.readAll({ from: origin.size + 1 })) {
    if (commands.length === MOST_COMMANDS) break
    const command = commandOf(event)
    if (!command || command.type === 'RenameLedger') continue
    const { eventId, globalPosition: position, recordedAt, metadata } = event
    const hint = typeof metadata.reversedPosition === 'number' ? { entryPosition: metadata.reversedPosition } : {}
    commands.push({ eventId, position, recordedAt, command, ...hint, commandId: givenAs(ledgerId, eventId) })
  }
  return commands
}

/** Derived from the branch and its event alone: after a crash the same command has the same id again. */
function givenAs(ledgerId: string, eventId: string): string {
  return `sandbox:${ledgerId}:${eventId}`
}

/** An entry of the original, as a command of the branch names it. */
export interface EntryInOriginal {
  readonly entryId: string
  readonly position: number
}

/** Where an entry that the branch began with stands in the original; undefined where it is not from there. */
export async function entryInOriginal(
  branch: EventLog<StreamState>,
  origin: BranchOrigin,
  { accountId, entryId }: Pick<AnnotateEntry, 'accountId' | 'entryId'>,
  hint: number | undefined,
): Promise<EntryInOriginal | undefined> {
  const entry = await findEntry(branch, accountId, entryId, hint)
  if (!entry || entry.globalPosition > origin.size) return undefined
  const { branchedFrom } = entry.metadata
  if (typeof branchedFrom === 'object' && branchedFrom !== null && 'globalPosition' in branchedFrom)
    return { entryId: String(branchedFrom.eventId), position: Number(branchedFrom.globalPosition) }
  return { entryId, position: originalPosition(entry.globalPosition, origin.dropped) }
}

async function findEntry(
  log: EventLog<StreamState>,
  accountId: string,
  entryId: string,
  hint: number | undefined,
): Promise<RecordedEvent | undefined> {
  const [hinted] = hint === undefined ? [] : await log.readAt([hint])
  if (hinted?.eventId === entryId) return hinted
  for await (const event of log.readStream(accountStream(accountId), { direction: 'backward' }))
    if (event.eventId === entryId) return event
  return undefined
}

/** Of the n-th event of the original that is in the branch. */
export function originalPosition(position: number, dropped: BranchOrigin['dropped']): number {
  let original = position
  for (const [first, last] of dropped) {
    if (first > original) break
    original += last - first + 1
  }
  return original
}
