/** Reading events out of stored batches, in either direction: what is common to every adapter. */
import { decodeBatch, decodeStream } from './batch-codec'
import type { ReadOptions, StoredBatch } from './event-log'
import type { RecordedEvent } from './recorded-event'
import { type Upcasters, upcast } from './upcaster'

/**
 * Batches that hold positions `from` to `to`, in the order of `direction`. The outer ones may reach beyond, and after
 * packing one may repeat what came before: readers go by position.
 */
export type BatchSource = (range: {
  readonly from: number
  readonly to: number
  readonly direction: 'forward' | 'backward'
}) => AsyncIterable<StoredBatch>

export async function* readAllEvents(
  source: BatchSource,
  size: number,
  options: ReadOptions,
  upcasters: Upcasters,
): AsyncGenerator<RecordedEvent> {
  const { low, high, backward } = bounds(options, size)
  let left = options.limit ?? Infinity
  if (low > high || left <= 0) return
  let next = backward ? high : low
  for await (const batch of source({ from: low, to: high, direction: backward ? 'backward' : 'forward' })) {
    // A limited read parses no more of a batch than it gives out.
    const near = backward ? Math.max(low, next - left + 1) : next
    const far = backward ? next : Math.min(high, next + left - 1)
    const events = decodeBatch(batch, near, far)
    if (backward) events.reverse()
    for (const event of events) {
      yield upcast(event, upcasters)
      if (--left === 0) return
    }
    next = backward ? batch.first - 1 : batch.first + batch.count
  }
}

/** @param revision the stream's revision as the read begins; 0 where it does not exist. */
export async function* readStreamEvents(
  source: BatchSource,
  size: number,
  stream: { readonly streamId: string; readonly revision: number },
  options: ReadOptions,
  upcasters: Upcasters,
): AsyncGenerator<RecordedEvent> {
  const { low, high, backward } = bounds(options, stream.revision)
  let left = options.limit ?? Infinity
  if (low > high || left <= 0) return
  let next = backward ? high : low
  for await (const batch of source({ from: 1, to: size, direction: backward ? 'backward' : 'forward' })) {
    const events = decodeStream(batch, stream.streamId)
    if (backward) events.reverse()
    for (const event of events) {
      if (event.streamRevision !== next) continue
      yield upcast(event, upcasters)
      next += backward ? -1 : 1
      if (--left === 0 || next < low || next > high) return
    }
  }
}

function bounds(options: ReadOptions, last: number): { low: number; high: number; backward: boolean } {
  const backward = options.direction === 'backward'
  const low = (backward ? options.to : options.from) ?? 1
  const high = (backward ? options.from : options.to) ?? last
  return { low: Math.max(low, 1), high: Math.min(high, last), backward }
}
