/** Commands from the screens: refused in the past, said in words when they fail. */

import type { TransferEnding } from '../application/commands/transfer-runner'
import { CommandRejected } from '../application/errors'
import type { Receipt } from '../application/hindsight'
import type { Command } from '../domain/commands'
import { useCursor } from './cursor-store'
import { ledgerApplication } from './ledger-store'

/** @throws CommandRejected (`viewing-the-past` while rewound), WrongExpectedRevisionError, StorageError. */
export async function dispatch(
  command: Command,
  options?: { readonly commandId?: string; readonly expectedRevision?: number },
): Promise<Receipt> {
  refuseInThePast()
  return ledgerApplication().dispatch(command, options)
}

/** Ends a transfer that an imported log left in transit. */
export async function finishTransfer(transferId: string, ending: TransferEnding): Promise<void> {
  refuseInThePast()
  await ledgerApplication().finishTransfer(transferId, ending)
}

function refuseInThePast(): void {
  if (useCursor.getState().isNow) return
  throw new CommandRejected({
    code: 'viewing-the-past',
    message: 'The past is read-only. Return to now to record.',
    facts: {},
  })
}
