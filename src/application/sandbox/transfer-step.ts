/** A later step of a transfer, replayed: it follows from the states it finds, as it did when it was recorded. */

import type { TransferState } from '../../domain/stream-state'
import { nextTransferStep, type TransferEnding } from '../../domain/transfer-process'
import type { JsonObject, RecordedEvent } from '../../event-log/recorded-event'
import type { EntryMove } from './changes'
import { subjectOf } from './event-as-command'
import type { ReplayStates } from './replay-states'

/** Where an event stands and what it says, before it has a position. */
export interface Place {
  readonly streamId: string
  readonly type: string
  readonly data: JsonObject
}

/** undefined where the branch has nothing left to do. */
export function stepInBranch(
  event: RecordedEvent,
  move: EntryMove | undefined,
  original: ReplayStates,
  branch: ReplayStates,
): Place | undefined {
  const transferId = subjectOf(event)
  const transfer = branch.transfer(transferId)
  const before = original.transfer(transferId)
  if (!transfer || !before) return undefined
  if (event.type === 'TransferSent') return transfer.sent ? undefined : patched(event, transfer, move)
  const ending = endingOf(event, before, original)
  if (ending === undefined) return isAllowed(event.type, transfer) ? patched(event, transfer, move) : undefined
  const steps = nextTransferStep(transfer, branch.account(transfer.toAccountId), ending)
  const [step] = steps === 'done' ? [] : steps
  if (!step) return undefined
  if (step.type === event.type) return patched(event, transfer, move)
  return { streamId: step.streamId, type: step.type, data: step.data as unknown as JsonObject }
}

/** What the process was asked for when it took the step; undefined for a step that it would never have taken. */
function endingOf({ type }: RecordedEvent, before: TransferState, original: ReplayStates): TransferEnding | undefined {
  const receiver = original.account(before.toAccountId)
  const takes = (ending: TransferEnding) => {
    const steps = nextTransferStep(before, receiver, ending)
    return steps !== 'done' && steps[0]?.type === type
  }
  if (takes('complete')) return 'complete'
  return takes('return') ? 'return' : undefined
}

function isAllowed(type: string, transfer: TransferState): boolean {
  if (transfer.ended !== null) return false
  const settles = type === 'TransferReceived' || type === 'TransferReturned'
  return !settles || (transfer.sent && !transfer.received && !transfer.returned)
}

/** The event with the amount and date that its transfer has in the branch. */
function patched({ streamId, type, data }: RecordedEvent, transfer: TransferState, move: EntryMove | undefined): Place {
  if (typeof data.amount !== 'number') return { streamId, type, data }
  const amount = type === 'TransferReceived' ? transfer.toAmount : transfer.amount
  const effectiveOn = move?.effectiveOn ?? data.effectiveOn
  if (amount === data.amount && effectiveOn === data.effectiveOn) return { streamId, type, data }
  return { streamId, type, data: { ...data, amount, ...(effectiveOn !== undefined && { effectiveOn }) } }
}
