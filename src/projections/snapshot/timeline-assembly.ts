/**
 * Puts the pages of a snapshot together again, in any order. What comes of it goes from a worker to the page without being
 * copied: its columns are handed over, its accounts are still text, which is read faster than a clone of as many objects.
 */
import type { AccountTrack } from '../account-track'
import { isEntryKind } from '../event-kind'
import { emptyColumns, NO_ACCOUNT, reserve, type TimelineColumns } from '../timeline-columns'
import type { Assertion, LedgerName } from '../timeline-state'
import { TRANSFER_STEPS, type TransferSnapshot } from '../transfer-tracks'
import { unpackColumn } from './packed-column'
import {
  type AccountRow,
  ID_BYTES,
  PAGE_ACCOUNTS,
  pageNames,
  rangeOf,
  SHIFTED,
  SLOT_COLUMNS,
  type TimelineExtent,
  TRANSFER_BYTES,
} from './timeline-pages'
import { PROJECTION_VERSION, type TimelineSnapshot } from './timeline-snapshot'

export interface TimelineParts {
  readonly extent: TimelineExtent
  readonly columns: TimelineColumns
  readonly ids: Uint32Array
  readonly order: Uint32Array | null
  readonly transfers: TransferSnapshot
  /** By account: its events, and those of them that are entries. */
  readonly events: Uint32Array
  readonly entries: Uint32Array
  /** Pages as they are stored. */
  readonly accounts: readonly Uint8Array[]
  readonly rest: Uint8Array
}

export class TimelineAssembly {
  readonly #columns: TimelineColumns = emptyColumns()
  readonly #ids: Uint32Array
  readonly #order: Uint32Array | null
  readonly #transfers: TransferSnapshot
  readonly #accounts: Uint8Array[] = []
  readonly #events: Uint32Array
  readonly #entries: Uint32Array
  readonly #missing: Set<string>
  #rest = new Uint8Array(0)

  constructor(private readonly extent: TimelineExtent) {
    const { slots, accounts, transfers, ordered } = extent
    reserve(this.#columns, slots)
    this.#ids = new Uint32Array(4 * slots)
    this.#order = ordered === null ? null : new Uint32Array(ordered)
    this.#events = new Uint32Array(accounts)
    this.#entries = new Uint32Array(accounts)
    const steps = TRANSFER_STEPS.map((step) => [step, new Uint32Array(transfers)])
    this.#transfers = { ids: new Uint32Array(4 * transfers), ...Object.fromEntries(steps) } as TransferSnapshot
    this.#missing = new Set(pageNames(extent))
  }

  /** @throws RangeError where the page does not fit the extent; SyntaxError where its text is none. */
  take(name: string, bytes: Uint8Array): void {
    if (!this.#missing.delete(name)) throw new RangeError(`No page ${name} is wanted`)
    const { kind, from, to } = rangeOf(name, this.extent)
    switch (kind) {
      case 'rest':
        this.#rest = bytes.slice()
        return
      case 'accounts':
        this.#accounts[from / PAGE_ACCOUNTS] = bytes
        return
      case 'slots':
        this.#takeSlots(bytes, from, to)
        return
      case 'transfers':
        this.#takeTransfers(bytes, from, to)
        return
      default:
        if (this.#order) new Parts(bytes, 4 * (to - from)).copy(this.#order, from, to - from)
    }
  }

  /** @throws RangeError where a page is missing. */
  finish(): TimelineParts {
    if (this.#missing.size > 0) throw new RangeError(`The snapshot lacks ${[...this.#missing].join(', ')}`)
    return {
      extent: this.extent,
      columns: this.#columns,
      ids: this.#ids,
      order: this.#order,
      transfers: this.#transfers,
      events: this.#events,
      entries: this.#entries,
      accounts: this.#accounts,
      rest: this.#rest,
    }
  }

  #takeSlots(bytes: Uint8Array, from: number, to: number): void {
    const count = to - from
    const { account, kind } = this.#columns
    new Parts(bytes.subarray(0, ID_BYTES * count), ID_BYTES * count).copy(this.#ids, 4 * from, 4 * count)
    let at = ID_BYTES * count
    for (const name of SLOT_COLUMNS)
      at = unpackColumn(bytes, at, this.#columns[name], from, count, SHIFTED.has(name) ? -1 : 0)
    if (at !== bytes.length) throw new RangeError(`A page has ${bytes.length} bytes where ${at} must be`)
    for (let slot = from; slot < to; slot++) {
      const number = account[slot] as number
      if (number === NO_ACCOUNT) continue
      this.#events[number] = (this.#events[number] as number) + 1
      if (isEntryKind(kind[slot] as number)) this.#entries[number] = (this.#entries[number] as number) + 1
    }
  }

  #takeTransfers(bytes: Uint8Array, from: number, to: number): void {
    const count = to - from
    const parts = new Parts(bytes, TRANSFER_BYTES * count)
    parts.copy(this.#transfers.ids, 4 * from, 4 * count)
    for (const step of TRANSFER_STEPS) parts.copy(this.#transfers[step], from, count)
  }
}

/** The buffers of the parts, to be handed over. */
export function buffersOf({
  columns,
  ids,
  order,
  transfers,
  events,
  entries,
  accounts,
  rest,
}: TimelineParts): ArrayBuffer[] {
  const arrays = [
    ...Object.values(columns),
    ids,
    order,
    ...Object.values(transfers),
    events,
    entries,
    ...accounts,
    rest,
  ]
  const buffers = arrays.flatMap((array: ArrayBufferView | null) => (array ? [array.buffer as ArrayBuffer] : []))
  return [...new Set(buffers)]
}

/** @throws RangeError where accounts are missing; SyntaxError where a text is none. */
export function snapshotFrom(parts: TimelineParts): TimelineSnapshot {
  const [assertions, ledgerNames] = parse(parts.rest) as [readonly Assertion[], readonly LedgerName[]]
  return {
    version: PROJECTION_VERSION,
    size: parts.extent.slots,
    columns: parts.columns,
    ids: parts.ids,
    valueDateOrder: parts.order,
    accounts: accountsOf(parts),
    transfers: parts.transfers,
    assertions,
    ledgerNames,
  }
}

function accountsOf({ accounts, extent, events, entries }: TimelineParts): AccountTrack[] {
  const tracks: AccountTrack[] = []
  // Currencies and dates are many times the same, and are kept once.
  const texts = new Map<string, string>()
  const once = (text: string): string => {
    const kept = texts.get(text)
    if (kept === undefined) texts.set(text, text)
    return kept ?? text
  }
  for (const page of accounts) {
    for (const row of parse(page) as readonly AccountRow[]) {
      const [id, openedPosition, currency, exponent, openedOn, name, overdraftLimit, changes] = row
      const number = tracks.length
      tracks.push({
        id,
        number,
        openedPosition,
        currency: once(currency),
        exponent,
        openedOn: once(openedOn),
        name,
        overdraftLimit,
        changes: changes === 0 ? NO_CHANGES : changes,
        revision: events[number] ?? 0,
        entryCount: entries[number] ?? 0,
      })
    }
  }
  if (tracks.length !== extent.accounts)
    throw new RangeError(`${tracks.length} accounts stand where ${extent.accounts} must`)
  return tracks
}

const NO_CHANGES: AccountTrack['changes'] = []

/** Runs of bytes behind one another, copied into columns. */
class Parts {
  #at = 0

  constructor(
    private readonly bytes: Uint8Array,
    length: number,
  ) {
    if (bytes.length !== length) throw new RangeError(`A page has ${bytes.length} bytes where ${length} must be`)
  }

  copy(column: Float64Array | Uint32Array | Int32Array | Uint8Array, from: number, count: number): void {
    const length = count * column.BYTES_PER_ELEMENT
    const into = new Uint8Array(column.buffer, column.byteOffset + from * column.BYTES_PER_ELEMENT, length)
    into.set(this.bytes.subarray(this.#at, this.#at + length))
    this.#at += length
  }
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}
