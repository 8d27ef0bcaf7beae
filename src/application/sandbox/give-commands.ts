/**
 * Gives commands of a branch to the ledger it comes from.
 *
 * [SB7] A command is given at most once, however often it is asked for and whatever crashes in between.
 */
import { CommandRejected } from '../errors'
import type { OpenLedger } from '../open-ledger'
import { branchCommands } from './branch-commands'
import { type BranchLogs, EntryNames, inWords } from './entry-names'
import type { GivenCommand } from './sandbox-api'

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
