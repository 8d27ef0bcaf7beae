/** Commands from the screens: refused in the past, said in words when they fail. */

import type { TransferEnding } from '../application/commands/transfer-runner'
import { CommandRejected } from '../application/errors'
import type { Receipt } from '../application/ledger-api'
import type { Command } from '../domain/commands'
import { failureMessages } from '../locales/en/failures'
import { withQuotesIsolated } from '../locales/isolated'
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

export interface Failure {
  readonly name: string
  readonly code: string
  readonly message: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Why a command was refused, or would be, in the reader's language. */
export function describeRejection({
  code,
  message,
  facts = {},
}: Partial<Failure> & { readonly message: string }): string {
  return failureMessages.error('CommandRejected', code ?? '', facts) ?? withQuotesIsolated(message)
}

/** What the screens say of any error: by its code and facts in the reader's language, else in its own words. */
export function describeError(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', code: 'unknown', message: String(error), facts: {} }
  const { message, name: _name, stack: _stack, cause: _cause, ...fields } = error as Error & Record<string, unknown>
  const code = typeof fields.code === 'string' ? fields.code : 'unknown'
  const facts = typeof fields.facts === 'object' && fields.facts !== null ? { ...fields, ...fields.facts } : fields
  const { name } = error
  return {
    name,
    code,
    message: failureMessages.error(name, code, facts) ?? withQuotesIsolated(error.message || message),
    facts,
  }
}
