/**
 * The commands of a branch against the ledger it comes from: a dry run, and the giving itself.
 *
 * [SB7] A command is given at most once, however often it is asked for and whatever crashes in between.
 * [SB8] An entry that a command names is named as the original knows it: by the entry that was there before the branch, or
 *   by the one that was recorded when the branch's was given.
 */
import type { CompleteCommand } from '../../domain/decide'
import type { Rejection } from '../../domain/rejections'
import type { StreamState } from '../../domain/stream-state'
import type { EventLog } from '../../event-log/event-log'
import type { BranchOrigin } from '../../storage/branch-origin'
import { CommandRejected } from '../errors'
import type { OpenLedger } from '../open-ledger'
import { branchCommands, type EntryInOriginal, entryInOriginal } from './branch-commands'
import { DryRun } from './dry-run'
import type { BranchCommand, CommandVerdict, GivenCommand } from './sandbox-api'

export interface BranchLogs {
  readonly branch: EventLog<StreamState>
  readonly origin: BranchOrigin
  readonly original: EventLog<StreamState>
}

export async function commandVerdicts(logs: BranchLogs): Promise<CommandVerdict[]> {
  const { branch, origin, original } = logs
  const dryRun = new DryRun(original, (await original.head()).size)
  const entries = new EntryNames(logs)
  const verdicts: CommandVerdict[] = []
  for (const given of await branchCommands(branch, origin)) {
    const earlier = await entries.given(given)
    if (earlier) {
      verdicts.push({ ...given, verdict: 'given', givenAt: earlier.position })
      continue
    }
    const { command, entry } = await entries.named(given)
    const { alone, inTurn, position } = await dryRun.judge(command, entry?.position)
    if (inTurn) verdicts.push({ ...given, verdict: 'refused', rejection: inWords(inTurn, entry) })
    else {
      entries.add(given.eventId, { entryId: dryRun.eventId(position) ?? '', position })
      if (alone) verdicts.push({ ...given, verdict: 'passes-after-others', rejection: inWords(alone, undefined) })
      else verdicts.push({ ...given, verdict: 'passes' })
    }
  }
  return verdicts
}

/** @param wanted all where it is left out. */
export async function giveCommands(
  logs: BranchLogs,
  original: OpenLedger,
  wanted: ReadonlySet<string> | undefined,
): Promise<GivenCommand[]> {
  const entries = new EntryNames(logs)
  const outcomes: GivenCommand[] = []
  for (const given of await branchCommands(logs.branch, logs.origin)) {
    const earlier = await entries.given(given)
    if (wanted ? !wanted.has(given.eventId) : earlier !== undefined) continue
    const { command, entry } = await entries.named(given)
    try {
      const { events, position } = await original.dispatch(command, { commandId: given.commandId })
      outcomes.push({ ...given, given: true, position: events[0]?.globalPosition ?? position })
      await entries.given(given)
    } catch (error) {
      if (!(error instanceof CommandRejected)) throw error
      const { code, message, facts } = error
      outcomes.push({ ...given, given: false, rejection: inWords({ code, message, facts }, entry) })
    }
  }
  return outcomes
}

/** Entries of the branch by the names that the original has, or would have, for them. */
class EntryNames {
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

function inWords(rejection: Rejection, entry: EntryInOriginal | undefined): Rejection {
  if (rejection.code !== 'entry-not-found' || entry) return rejection
  const message = 'The entry that it is about is in the sandbox only. Give that one first.'
  return { ...rejection, message }
}
