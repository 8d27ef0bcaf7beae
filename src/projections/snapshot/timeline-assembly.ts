/**
 * Puts the pages of a snapshot together again, in any order, in three parts: accounts, which take the page longest to
 * read; columns, with which it shows balances; and ids, most of the bytes, which nobody needs to look. A part goes from a
 * worker to the page without being copied: columns are handed over, accounts are still bytes, which are read faster than
 * a clone of as many objects.
 */
import type { GrowingTrack } from '../account-track'
import { isEntryKind } from '../event-kind'
import { withRoom } from '../growing'
import { IdColumn } from '../id-column'
import { emptyColumns, NO_ACCOUNT, reserve, type TimelineColumns } from '../timeline-columns'
import type { Assertion, LedgerName } from '../timeline-state'
import { TRANSFER_STEPS, type TransferSnapshot } from '../transfer-tracks'
import { unpackAccounts } from './account-page'
import { unpackColumn } from './packed-column'
import {
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
  readonly order: Uint32Array | null
  readonly transfers: TransferSnapshot
  /** By account: its events, and those of them that are entries. */
  readonly events: Uint32Array
  readonly entries: Uint32Array
}

/** Pages as they are stored. */
export interface AccountPages {
  readonly accounts: readonly Uint8Array[]
  readonly rest: Uint8Array
}

/** What those pages say. */
export interface AccountsRead {
  /** Without counts, which follow from the columns. */
  readonly tracks: GrowingTrack[]
  readonly accountIds: IdColumn
  readonly assertions: readonly Assertion[]
  readonly ledgerNames: readonly LedgerName[]
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
    // With room for what is recorded next, which would else begin with a copy of everything.
    reserve(this.#columns, withRoom(slots))
    this.#ids = new Uint32Array(4 * withRoom(slots)).subarray(0, 4 * slots)
    this.#order = ordered === null ? null : new Uint32Array(withRoom(ordered)).subarray(0, ordered)
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
      case 'ids':
        new Parts(bytes, ID_BYTES * (to - from)).copy(this.#ids, 4 * from, 4 * (to - from))
        return
      case 'transfers':
        this.#takeTransfers(bytes, from, to)
        return
      default:
        if (this.#order) new Parts(bytes, 4 * (to - from)).copy(this.#order, from, to - from)
    }
  }

  /** @throws RangeError where a page of them is missing. */
  accounts(): AccountPages {
    this.#mustHave('rest', 'accounts')
    return { accounts: this.#accounts, rest: this.#rest }
  }

  /** Four words each. @throws RangeError where a page of them is missing. */
  ids(): Uint32Array {
    this.#mustHave('ids')
    return this.#ids
  }

  /** @throws RangeError where a page of them is missing. */
  parts(): TimelineParts {
    this.#mustHave('slots', 'transfers', 'order')
    return {
      extent: this.extent,
      columns: this.#columns,
      order: this.#order,
      transfers: this.#transfers,
      events: this.#events,
      entries: this.#entries,
    }
  }

  #mustHave(...kinds: readonly string[]): void {
    const lacking = [...this.#missing].filter((name) => kinds.includes(rangeOf(name, this.extent).kind))
    if (lacking.length > 0) throw new RangeError(`The snapshot lacks ${lacking.join(', ')}`)
  }

  #takeSlots(bytes: Uint8Array, from: number, to: number): void {
    const count = to - from
    const { account, kind } = this.#columns
    let at = 0
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

/** The buffers of a part, to be handed over. */
export function buffersOf(part: AccountPages | TimelineParts | Uint32Array): ArrayBuffer[] {
  const arrays: (ArrayBufferView | null)[] =
    part instanceof Uint32Array
      ? [part]
      : 'rest' in part
        ? [...part.accounts, part.rest]
        : [...Object.values(part.columns), part.order, ...Object.values(part.transfers), part.events, part.entries]
  return [...new Set(arrays.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : [])))]
}

/**
 * Takes over all of it.
 * @param ids where they are there already
 * @throws RangeError where accounts are missing.
 */
export function snapshotFrom(
  { extent, columns, order, transfers, events, entries }: TimelineParts,
  { tracks, accountIds, assertions, ledgerNames }: AccountsRead,
  ids: Uint32Array | undefined,
): TimelineSnapshot {
  if (tracks.length !== extent.accounts)
    throw new RangeError(`${tracks.length} accounts stand where ${extent.accounts} must`)
  for (const track of tracks) {
    track.revision = events[track.number] as number
    track.entryCount = entries[track.number] as number
  }
  return {
    version: PROJECTION_VERSION,
    size: extent.slots,
    columns,
    ids,
    valueDateOrder: order,
    accounts: tracks,
    accountIds,
    transfers,
    assertions,
    ledgerNames,
  }
}

/**
 * @param pause between two pages, each of which takes some milliseconds
 * @throws SyntaxError, TypeError where a text is none.
 */
export async function readAccounts(
  { accounts, rest }: AccountPages,
  pause?: () => Promise<void>,
): Promise<AccountsRead> {
  const [assertions, ledgerNames] = parse(rest) as [readonly Assertion[], readonly LedgerName[]]
  const tracks: GrowingTrack[] = []
  const words: Uint32Array[] = []
  for (const page of accounts) {
    await pause?.()
    unpackAccounts(page, tracks, words)
  }
  const ids = new Uint32Array(4 * tracks.length)
  let at = 0
  for (const part of words) {
    ids.set(part, at)
    at += part.length
  }
  return { tracks, accountIds: new IdColumn(ids, true), assertions, ledgerNames }
}

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
