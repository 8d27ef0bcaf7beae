/** What the balances are at a moment, by the plainest means: read the file's events one by one and add up. */

interface ReadEvent {
  readonly globalPosition: number
  readonly streamId: string
  readonly eventId: string
  readonly type: string
  readonly recordedAt: string
  readonly data: {
    readonly amount?: number
    readonly effectiveOn?: string
    readonly entryId?: string
    readonly currency?: string
  }
}

export interface FileMoment {
  readonly position?: number
  readonly recordedAt?: string
  readonly effectiveOn?: string
}

const SIGNS: Readonly<Record<string, number>> = {
  Deposited: 1,
  TransferReceived: 1,
  TransferReturned: 1,
  Withdrawn: -1,
  TransferSent: -1,
}

export interface ReadLog {
  readonly size: number
  readonly rootHash?: string
  readonly lines: readonly string[]
  readonly events: readonly ReadEvent[]
}

/** A log file's text, taken apart; `lines` are the event lines as written, without their commas. */
export function readLogFile(text: string): ReadLog {
  const document = JSON.parse(text)
  const lines = text.trimEnd().split('\n').slice(1, -1)
  return {
    size: document.size,
    rootHash: document.rootHash,
    events: document.events,
    lines: lines.map((line) => line.replace(/,$/, '')),
  }
}

/** Balances by accountId, of every account in the file in opening order: 0 where nothing counts at the moment. */
export function naiveBalances({ events }: ReadLog, moment: FileMoment): Map<string, number> {
  const balances = new Map<string, number>()
  const signs = new Map<string, number>()
  for (const { globalPosition, streamId, eventId, type, recordedAt, data } of events) {
    const accountId = streamId.slice(streamId.indexOf('-') + 1)
    if (type === 'AccountOpened') balances.set(accountId, 0)
    const sign = type === 'EntryReversed' ? -(signs.get(data.entryId ?? '') ?? 0) : SIGNS[type]
    if (sign === undefined || data.amount === undefined || data.effectiveOn === undefined) continue
    signs.set(eventId, sign)
    const counts =
      globalPosition <= (moment.position ?? Number.POSITIVE_INFINITY) &&
      (moment.recordedAt === undefined || recordedAt <= moment.recordedAt) &&
      (moment.effectiveOn === undefined || data.effectiveOn <= moment.effectiveOn)
    if (counts) balances.set(accountId, (balances.get(accountId) ?? 0) + sign * data.amount)
  }
  return balances
}
