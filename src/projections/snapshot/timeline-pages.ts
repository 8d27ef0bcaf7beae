/**
 * A snapshot of the timeline cut into pages of bytes: a page that is full hardly changes any more, so that a later snapshot
 * writes few of them, and each is read in a moment. What follows from other pages (revisions, counts of entries) is in none.
 */
import type { TimelineColumns } from '../timeline-columns'
import { TRANSFER_STEPS } from '../transfer-tracks'
import { packAccounts } from './account-page'
import { packColumn } from './packed-column'
import type { TimelineSnapshot } from './timeline-snapshot'

/** Slots, entries or transfers of a page. */
export const PAGE_LENGTH = 65_536
/** Accounts of a page. */
export const PAGE_ACCOUNTS = 4_096
/** Bytes of an id. */
export const ID_BYTES = 16
/** Bytes of a transfer: its id 16, its steps 4 each. */
export const TRANSFER_BYTES = 16 + 4 * TRANSFER_STEPS.length

/** How much of each there is. */
export interface TimelineExtent {
  readonly slots: number
  readonly accounts: number
  readonly transfers: number
  /** Entries in the order of their value dates; null while that is the order of the slots. */
  readonly ordered: number | null
}

export interface Page {
  /** Such as `slots/000003`: what it holds, and its place among the pages of that. */
  readonly name: string
  /** In a buffer of their own, in this machine's byte order. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

export function extentOf({ size, accounts, transfers, valueDateOrder }: TimelineSnapshot): TimelineExtent {
  return {
    slots: size,
    accounts: accounts.length,
    transfers: transfers.initiated.length,
    ordered: valueDateOrder?.length ?? null,
  }
}

/** The names of all pages of a timeline of this extent, those that are needed first before the others. */
export function pageNames({ slots, accounts, transfers, ordered }: TimelineExtent): readonly string[] {
  return [
    'rest',
    ...namesOf('accounts', accounts, PAGE_ACCOUNTS),
    ...namesOf('slots', slots, PAGE_LENGTH),
    ...namesOf('transfers', transfers, PAGE_LENGTH),
    ...namesOf('order', ordered ?? 0, PAGE_LENGTH),
    ...namesOf('ids', slots, PAGE_LENGTH),
  ]
}

/** Every page of a snapshot, in the order of `pageNames`. */
export function* pagesOf(snapshot: TimelineSnapshot): Generator<Page, void, undefined> {
  const extent = extentOf(snapshot)
  for (const name of pageNames(extent)) yield { name, bytes: bytesOf(snapshot, name) }
}

/** What a page holds, and from which element to which (exclusive). */
export function rangeOf(name: string, extent: TimelineExtent): { kind: string; from: number; to: number } {
  const [kind = '', number = '0'] = name.split('/')
  const length = kind === 'accounts' ? PAGE_ACCOUNTS : PAGE_LENGTH
  const from = Number(number) * length
  const all =
    kind === 'order' ? extent.ordered : extent[kind === 'ids' ? 'slots' : (kind as 'slots' | 'accounts' | 'transfers')]
  return { kind, from, to: Math.min(from + length, all ?? 0) }
}

function namesOf(kind: string, count: number, length: number): string[] {
  return Array.from({ length: Math.ceil(count / length) }, (_, page) => `${kind}/${String(page).padStart(6, '0')}`)
}

function bytesOf(snapshot: TimelineSnapshot, name: string): Uint8Array<ArrayBuffer> {
  const { kind, from, to } = rangeOf(name, extentOf(snapshot))
  switch (kind) {
    case 'rest':
      return jsonBytes([snapshot.assertions, snapshot.ledgerNames])
    case 'accounts':
      return packAccounts(snapshot.accounts.slice(from, to))
    case 'slots':
      return joined(SLOT_COLUMNS.map((column) => packColumn(shifted(snapshot.columns, column, from, to))))
    case 'ids':
      return joined([snapshot.ids?.subarray(4 * from, 4 * to)])
    case 'transfers': {
      const { ids, ...steps } = snapshot.transfers
      return joined([ids.subarray(4 * from, 4 * to), ...TRANSFER_STEPS.map((step) => steps[step].subarray(from, to))])
    }
    default:
      return joined([snapshot.valueDateOrder?.subarray(from, to)])
  }
}

/** The columns of a slots page, in this order. */
export const SLOT_COLUMNS = ['recordedAt', 'effect', 'account', 'day', 'link', 'kind'] as const

/** "None" is the highest number of these columns; one higher, it is the lowest, and the others need fewer bytes. */
export const SHIFTED: ReadonlySet<keyof TimelineColumns> = new Set(['account', 'link'])

function shifted(columns: TimelineColumns, name: keyof TimelineColumns, from: number, to: number) {
  const part = columns[name].subarray(from, to)
  return SHIFTED.has(name) ? Uint32Array.from(part, (value) => value + 1) : part
}

function jsonBytes(value: unknown): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
}

function joined(parts: readonly (ArrayBufferView | undefined)[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + (part?.byteLength ?? 0), 0))
  let at = 0
  for (const part of parts) {
    if (!part) continue
    all.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return all
}
