/** The commands of a branch, with what the ledger it comes from would say to each now. Runs beside the page. */
import { branchCommands } from './branch-commands'
import { DryRun } from './dry-run'
import { type BranchLogs, EntryNames, inWords } from './entry-names'
import type { CommandVerdict } from './sandbox-api'

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
