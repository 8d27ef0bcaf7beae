/** Commands on the ledger itself. */
import type { RenameLedger } from '../commands'
import { ledgerStream } from '../stream-id'
import { accept, type DecideContext, type Decision } from './decision'

export function decideRenameLedger(command: RenameLedger, context: DecideContext): Decision {
  context.expectRevision()
  return accept({ streamId: ledgerStream(context.ledgerId), type: 'LedgerRenamed', data: { name: command.name } })
}
