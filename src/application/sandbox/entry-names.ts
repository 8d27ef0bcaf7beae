/**
 * [SB8] An entry that a command names is named as the original knows it: by the entry that was there before the branch, or
 *   by the one that was recorded when the branch's was given.
 */
import type { CompleteCommand } from '../../domain/decide'
import type { Rejection } from '../../domain/rejections'
import type { StreamState } from '../../domain/stream-state'
import type { EventLog } from '../../event-log/event-log'
import type { BranchOrigin } from '../../storage/branch-origin'
import { type EntryInOriginal, entryInOriginal } from './branch-commands'
import type { BranchCommand } from './sandbox-api'

export interface BranchLogs {
  readonly branch: EventLog<StreamState>
  readonly origin: BranchOrigin
  readonly original: EventLog<StreamState>
}

/** Entries of the branch by the names that the original has, or would have, for them. */
export class EntryNames {
  readonly #known = new Map<string, EntryInOriginal>()

  constructor(private readonly logs: BranchLogs) {}

  add(branchEventId: string, entry: EntryInOriginal): void {
    this.#known.set(branchEventId, entry)
  }

  /** The first event that was recorded when the command was given before; undefined where it was not. */
  async given({ commandId, eventId }: BranchCommand): Promise<EntryInOriginal | undefined> {
    const { original } = this.logs
    const known = await original.findCommand(commandId)
    const [event] = known ? await original.readAt(known.positions.slice(0, 1)) : []
    if (!event) return undefined
    const entry = { entryId: event.eventId, position: event.globalPosition }
    this.add(eventId, entry)
    return entry
  }

  /** The command as the original is given it. */
  async named({ command, entryPosition }: BranchCommand): Promise<{
    readonly command: CompleteCommand
    readonly entry: EntryInOriginal | undefined
  }> {
    if (command.type !== 'ReverseEntry' && command.type !== 'AnnotateEntry') return { command, entry: NO_ENTRY }
    const { branch, origin } = this.logs
    const entry = this.#known.get(command.entryId) ?? (await entryInOriginal(branch, origin, command, entryPosition))
    return { command: entry ? { ...command, entryId: entry.entryId } : command, entry }
  }
}

/** Of a command that names none. */
const NO_ENTRY = { entryId: '', position: undefined } as unknown as EntryInOriginal

/** A refusal for people who know the branch's entries. */
export function inWords(rejection: Rejection, entry: EntryInOriginal | undefined): Rejection {
  if (rejection.code !== 'entry-not-found' || entry) return rejection
  const message = 'The entry that it is about is in the sandbox only. Give that one first.'
  return { ...rejection, message, facts: { ...rejection.facts, onlyIn: 'sandbox' } }
}
