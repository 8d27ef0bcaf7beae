/** Puts the pages of a snapshot together again, in any order: each is a few milliseconds of work. */
import type { AccountTrack } from '../account-track'
import { isEntryKind } from '../event-kind'
import { emptyColumns, NO_ACCOUNT, reserve, type TimelineColumns } from '../timeline-columns'
import type { Assertion, LedgerName } from '../timeline-state'
import { TRANSFER_STEPS, type TransferSnapshot } from '../transfer-tracks'
import { type AccountRow, pageNames, rangeOf, SLOT_BYTES, type TimelineExtent, TRANSFER_BYTES } from './timeline-pages'
import { PROJECTION_VERSION, type TimelineSnapshot } from './timeline-snapshot'

type Writable<Kind> = { -readonly [Key in keyof Kind]: Kind[Key] }

export class TimelineAssembly {
  readonly #columns: TimelineColumns = emptyColumns()
  readonly #ids: Uint32Array
  readonly #order: Uint32Array | null
  readonly #transfers: TransferSnapshot
  readonly #accounts: Writable<AccountTrack>[]
  /** By account: its events, and those of them that are entries. */
  readonly #events: Uint32Array
  readonly #entries: Uint32Array
  readonly #missing: Set<string>
  #assertions: readonly Assertion[] = []
  #ledgerNames: readonly LedgerName[] = []

  constructor(private readonly extent: TimelineExtent) {
    const { slots, accounts, transfers, ordered } = extent
    reserve(this.#columns, slots)
    this.#ids = new Uint32Array(4 * slots)
    this.#order = ordered === null ? null : new Uint32Array(ordered)
    this.#accounts = new Array(accounts)
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
        ;[this.#assertions, this.#ledgerNames] = parse(bytes) as [readonly Assertion[], readonly LedgerName[]]
        return
      case 'accounts':
        this.#takeAccounts(parse(bytes) as readonly AccountRow[], from, to)
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
  finish(): TimelineSnapshot {
    if (this.#missing.size > 0) throw new RangeError(`The snapshot lacks ${[...this.#missing].join(', ')}`)
    for (const track of this.#accounts) {
      track.revision = this.#events[track.number] as number
      track.entryCount = this.#entries[track.number] as number
    }
    return {
      version: PROJECTION_VERSION,
      size: this.extent.slots,
      columns: this.#columns,
      ids: this.#ids,
      valueDateOrder: this.#order,
      accounts: this.#accounts,
      transfers: this.#transfers,
      assertions: this.#assertions,
      ledgerNames: this.#ledgerNames,
    }
  }

  #takeAccounts(rows: readonly AccountRow[], from: number, to: number): void {
    if (rows.length !== to - from) throw new RangeError(`${rows.length} accounts stand where ${to - from} must`)
    rows.forEach(([id, openedPosition, currency, exponent, openedOn, name, overdraftLimit, changes], index) => {
      this.#accounts[from + index] = {
        id,
        number: from + index,
        openedPosition,
        currency,
        exponent,
        openedOn,
        name,
        overdraftLimit,
        changes: changes === 0 ? NO_CHANGES : changes,
        revision: 0,
        entryCount: 0,
      }
    })
  }

  #takeSlots(bytes: Uint8Array, from: number, to: number): void {
    const count = to - from
    const { recordedAt, effect, account, day, link, kind } = this.#columns
    const parts = new Parts(bytes, SLOT_BYTES * count)
    parts.copy(recordedAt, from, count)
    parts.copy(effect, from, count)
    parts.copy(this.#ids, 4 * from, 4 * count)
    parts.copy(account, from, count)
    parts.copy(day, from, count)
    parts.copy(link, from, count)
    parts.copy(kind, from, count)
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
