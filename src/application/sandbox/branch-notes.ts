/** What is remembered of an event that a branch left out, moved or refused. */

import { parseStreamId } from '../../domain/stream-id'
import type { RecordedEvent } from '../../event-log/recorded-event'
import type { BranchNote } from '../../storage/branch-origin'

export function noteOf({ globalPosition, eventId, type, streamId, data }: RecordedEvent): BranchNote {
  const stream = parseStreamId(streamId)
  const accountId = stream?.category === 'account' ? stream.id : text(data.fromAccountId)
  const effectiveOn = text(data.effectiveOn)
  return {
    position: globalPosition,
    eventId,
    type,
    words: text(data.payee) || text(data.memo) || text(data.name) || text(data.category) || '',
    ...(accountId !== undefined && { accountId }),
    ...(typeof data.amount === 'number' && { amount: data.amount }),
    ...(effectiveOn !== undefined && { effectiveOn }),
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
