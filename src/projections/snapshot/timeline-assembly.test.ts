/** A snapshot of more than one page of everything, made of figures and not of events: what is stored, and what is refused. */
import { describe, expect, test } from 'vitest'
import { KIND } from '../event-kind'
import { uuidOf } from '../testing/arbitrary-log'
import { Timeline } from '../timeline'
import { TRANSFER_STEPS, type TransferSnapshot } from '../transfer-tracks'
import { checksum } from './checksum'
import { type AccountsRead, buffersOf, readAccounts, snapshotFrom, TimelineAssembly } from './timeline-assembly'
import { extentOf, PAGE_ACCOUNTS, PAGE_LENGTH, type Page, pagesOf } from './timeline-pages'
import { PROJECTION_VERSION, type TimelineSnapshot } from './timeline-snapshot'

const SLOTS = PAGE_LENGTH + 7
const ACCOUNTS = PAGE_ACCOUNTS + 5
const NONE = 0xffffffff

const track = (number: number, events: number) => ({
  id: uuidOf(1, number),
  number,
  openedPosition: number + 1,
  currency: number % 2 === 0 ? 'EUR' : 'JPY',
  exponent: number % 2 === 0 ? 2 : 0,
  openedOn: '2026-01-01',
  name: `Account ${number}`,
  overdraftLimit: number % 3 === 0 ? null : number,
  changes: number === 4100 ? [{ position: 70_000, name: 'Another' }] : [],
  revision: events,
  entryCount: events,
})

/** Every slot a deposit into one of the first 200 accounts, but for every 100th, which is of none. */
function largeSnapshot(): TimelineSnapshot {
  const counts = new Uint32Array(ACCOUNTS)
  const account = Uint32Array.from({ length: SLOTS }, (_, slot) => (slot % 100 === 99 ? NONE : slot % 200))
  for (const number of account) if (number !== NONE) counts[number] = (counts[number] ?? 0) + 1
  const figures = (step: number) => Uint32Array.from({ length: SLOTS }, (_, at) => at * step)
  const steps = TRANSFER_STEPS.map((step, at) => [step, figures(at + 1)] as const)
  return {
    version: PROJECTION_VERSION,
    size: SLOTS,
    columns: {
      recordedAt: Float64Array.from({ length: SLOTS }, (_, slot) => 1e12 + slot * 1000),
      kind: new Uint8Array(SLOTS).fill(KIND.Deposited),
      account,
      effect: Float64Array.from({ length: SLOTS }, (_, slot) => slot - 9),
      day: Int32Array.from({ length: SLOTS }, (_, slot) => slot >> 4),
      link: new Uint32Array(SLOTS).fill(NONE),
    },
    ids: Uint32Array.from({ length: 4 * SLOTS }, (_, at) => at * 7),
    valueDateOrder: figures(1).reverse(),
    accounts: Array.from(counts, (events, number) => track(number, events)),
    transfers: {
      ids: Uint32Array.from({ length: 4 * SLOTS }, (_, at) => at * 3),
      ...Object.fromEntries(steps),
    } as TransferSnapshot,
    assertions: [],
    ledgerNames: [],
  }
}

/** With hashes in place of long columns, which take a second to compare. */
function shortened(value: unknown): unknown {
  if (ArrayBuffer.isView(value))
    return `${value.constructor.name} ${checksum(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))}`
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shortened(each)]))
}

describe('[PJ11] a snapshot of several pages', () => {
  let made: { readonly snapshot: TimelineSnapshot; readonly pages: readonly Page[] } | undefined
  const large = () => {
    const snapshot = made?.snapshot ?? largeSnapshot()
    made ??= { snapshot, pages: [...pagesOf(snapshot)] }
    return made
  }
  const assemblyOf = (wanted: (name: string) => boolean = () => true) => {
    const assembly = new TimelineAssembly(extentOf(large().snapshot))
    for (const { name, bytes } of large().pages.toReversed()) if (wanted(name)) assembly.take(name, bytes.slice())
    return assembly
  }

  test('is itself again, and its parts are handed over, not copied', async () => {
    expect(large().pages.map(({ name }) => name)).toEqual(
      ['rest', 'accounts/0', 'accounts/1', 'slots/0', 'slots/1', 'transfers/0', 'transfers/1', 'order/0', 'order/1']
        .concat('ids/0', 'ids/1')
        .map((name) => name.replace('/', '/00000')),
    )
    const assembly = assemblyOf()
    const [parts, accounts, ids] = [assembly.parts(), assembly.accounts(), assembly.ids()]
    const sent = <Part extends Parameters<typeof buffersOf>[0]>(part: Part) =>
      structuredClone(part, { transfer: buffersOf(part) })
    const read = snapshotFrom(sent(parts), await readAccounts(sent(accounts)), sent(ids))
    // Columns come with room for more, which a timeline leaves out.
    const exact = Timeline.fromSnapshot(read).toSnapshot()
    expect(shortened(exact)).toEqual(shortened(large().snapshot))
    expect(read.accountIds?.find(uuidOf(1, ACCOUNTS - 1))).toBe(ACCOUNTS - 1)
    const left = [...Object.values(parts.columns), parts.order, ...Object.values(parts.transfers)]
    for (const array of [...left, parts.events, parts.entries, ...accounts.accounts, accounts.rest, ids])
      expect(array?.byteLength).toBe(0)
  })

  test('takes few bytes where an event is of no account, or linked to nothing', () => {
    const bytes = large().pages.find(({ name }) => name === 'slots/000000')?.bytes.length ?? 0
    // Times, effects, accounts and days; what is all the same takes nothing.
    expect(bytes).toBe(6 * 24 + (2 + 2 + 1 + 2) * PAGE_LENGTH)
  })

  test('lacks each page that is not there, and says which', () => {
    const reading = {
      rest: (assembly: TimelineAssembly) => assembly.accounts(),
      accounts: (assembly: TimelineAssembly) => assembly.accounts(),
      ids: (assembly: TimelineAssembly) => assembly.ids(),
    }
    for (const { name } of large().pages) {
      const assembly = assemblyOf((each) => each !== name)
      const read = Object.entries(reading).find(([kind]) => name.startsWith(kind))?.[1] ?? (() => assembly.parts())
      expect(() => read(assembly)).toThrow(new RangeError(`The snapshot lacks ${name}`))
    }
  })

  test('takes no page that it does not want, and none that is longer or shorter', () => {
    const refused = (name: string, bytes: Uint8Array) => {
      const assembly = new TimelineAssembly(extentOf(large().snapshot))
      return () => assembly.take(name, bytes)
    }
    expect(refused('slots/000002', new Uint8Array(8))).toThrow(new RangeError('No page slots/000002 is wanted'))
    for (const { name, bytes } of large().pages) {
      if (name === 'rest' || name.startsWith('accounts')) continue
      const longer = new Uint8Array(bytes.length + 8)
      longer.set(bytes)
      const message = `A page has ${longer.length} bytes where ${bytes.length} must be`
      expect(refused(name, longer)).toThrow(new RangeError(message))
    }
  })

  test('is refused where accounts are missing, or a text is none', async () => {
    const assembly = assemblyOf()
    const { accounts, rest } = assembly.accounts()
    const read = await readAccounts({ accounts: accounts.slice(0, 1), rest })
    const message = `${PAGE_ACCOUNTS} accounts stand where ${ACCOUNTS} must`
    expect(() => snapshotFrom(assembly.parts(), read as AccountsRead, undefined)).toThrow(new RangeError(message))
    const text = new TextEncoder().encode('[["é"],[]]')
    await expect(readAccounts({ accounts, rest: text.slice(0, -1) })).rejects.toThrow(SyntaxError)
    text[3] = 0xff
    await expect(readAccounts({ accounts, rest: text })).rejects.toThrow(TypeError)
  })
})
