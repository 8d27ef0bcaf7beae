/** Transfers whose money has left one account and not reached the other: an imported log may end in the middle of one. */
import { useEffect, useState } from 'react'
import type { TransferInitiated } from '../domain/events'
import type { Timeline } from '../projections/timeline'
import { inTransitAt } from '../time-travel/in-transit'
import type { Bound } from '../time-travel/resolve-moment'
import { useCursor } from './cursor-store'
import { readEvents, useLedger } from './ledger-store'

export interface TransferInTransit
  extends Pick<TransferInitiated, 'fromAccountId' | 'toAccountId' | 'amount' | 'effectiveOn'> {
  readonly transferId: string
  /** Position of its TransferInitiated. */
  readonly position: number
}

/** More than a person can finish by hand are not listed; the totals count them all. */
const MOST_LISTED = 100

/** Numbers of the transfers on their way. */
function openTransfers(timeline: Timeline, bound: Bound): readonly number[] {
  const isInTransit = inTransitAt(timeline, bound)
  const open: number[] = []
  for (let number = 0; number < timeline.transfers.count && open.length < MOST_LISTED; number++) {
    if (isInTransit(number)) open.push(number)
  }
  return open
}

async function readTransfers(timeline: Timeline, numbers: readonly number[]): Promise<readonly TransferInTransit[]> {
  const slots = numbers.map((number) => timeline.transfers.slot(number, 'initiated') ?? -1)
  const events = await readEvents(slots.map((slot) => slot + 1))
  return events.map((event, index) => {
    const { fromAccountId, toAccountId, amount, effectiveOn } = event.data as unknown as TransferInitiated
    const transferId = timeline.transfers.id(numbers[index] ?? -1)
    return { transferId, position: event.globalPosition, fromAccountId, toAccountId, amount, effectiveOn }
  })
}

/** Those of one account (as sender or receiver) at the cursor. */
export function useTransfersInTransit(accountId: string): readonly TransferInTransit[] {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const bound = useCursor((cursor) => cursor.bound)
  const [all, setAll] = useState<readonly TransferInTransit[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  useEffect(() => {
    const numbers = openTransfers(timeline, bound)
    if (numbers.length === 0) {
      setAll((current) => (current.length === 0 ? current : []))
      return
    }
    return whenRead(readTransfers(timeline, numbers), setAll)
  }, [timeline, version, bound])
  return all.filter(({ fromAccountId, toAccountId }) => fromAccountId === accountId || toAccountId === accountId)
}

/** One of them, as it is now; undefined while it is read, null where it is no longer in transit. */
export function useTransferInTransit(transferId: string): TransferInTransit | null | undefined {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const [transfer, setTransfer] = useState<TransferInTransit | null>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  useEffect(() => {
    const number = timeline.transfers.number(transferId)
    const over =
      number === undefined ||
      (['received', 'returned', 'ended'] as const).some((step) => timeline.transfers.slot(number, step) !== undefined)
    if (over) {
      setTransfer(null)
      return
    }
    return whenRead(readTransfers(timeline, [number]), ([found]) => setTransfer(found ?? null))
  }, [timeline, version, transferId])
  return transfer
}

/** Calls back unless the effect was left before; what cannot be read is not shown. */
function whenRead<Value>(reading: Promise<Value>, show: (value: Value) => void): () => void {
  let left = false
  reading.then(
    (value) => {
      if (!left) show(value)
    },
    () => undefined,
  )
  return () => {
    left = true
  }
}
