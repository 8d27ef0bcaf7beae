/** Reads the log for the categories of a subject's entries, a page at a time, so that others come in between. */
import type { RecordedEvent } from '../../event-log/recorded-event'
import type { CategoryIndex } from '../../time-travel/explain/category-index'

/** Events read at once: some milliseconds of parsing. */
const PAGE = 1024

export type EventReader = (positions: readonly number[]) => Promise<readonly RecordedEvent[]>

export interface CategoryReading {
  /** Called after each page; what it gives is awaited before the next. */
  readonly onPage?: () => void | Promise<void>
  readonly signal?: AbortSignal
}

/**
 * Until the categories of the first `position` events are known.
 * @throws AbortError; StorageError where events cannot be read. What was read until then is kept.
 */
export async function readCategories(
  index: CategoryIndex,
  read: EventReader,
  position: number,
  { onPage, signal }: CategoryReading = {},
): Promise<void> {
  while (index.taken < position) {
    signal?.throwIfAborted()
    const slots = index.next(position, PAGE)
    const last = slots.at(-1)
    const events = last === undefined ? [] : await read(slots.map((slot) => slot + 1))
    signal?.throwIfAborted()
    const texts = new Map<number, string>()
    for (const { globalPosition, data } of events) {
      if (typeof data.category === 'string') texts.set(globalPosition - 1, data.category)
    }
    // A page that is not full was the last one: nothing of the subject lies between it and the position.
    index.take(slots.length < PAGE || last === undefined ? position : last + 1, (slot) => texts.get(slot))
    await onPage?.()
  }
}
