import { expect, test } from 'vitest'
import { memoryTables, readRows, type TableRows } from '../../../storage/integrity/test-tables'
import { openDexieLog } from '../../backend/dexie-backend'
import { ledgerOnDisk } from '../test-ledger-on-disk'
import { verifyTables } from '../verify-tables'

const EVENTS = 69

/** All events in one batch, with snapshots of them. */
async function packedLedger() {
  const { entry, tables } = await ledgerOnDisk(60)
  const log = await openDexieLog(entry)
  await log.pack()
  log.close()
  const rows = await readRows(tables.db)
  const row = rows.batches.find(({ batchId }) => batchId === rows.index[0]?.batchId) as { bytes: Uint8Array }
  const lines = new TextDecoder().decode(row.bytes).split('\n').slice(0, -1)
  const withBytes = (bytes: Uint8Array): TableRows => ({
    ...rows,
    batches: rows.batches.map((each) => (each === row ? { ...row, bytes } : each)),
  })
  return { rows, bytes: row.bytes, lines, withBytes }
}

const judge = async (rows: TableRows) => (await verifyTables(memoryTables(rows))).report
const withoutSnapshots = (rows: TableRows): TableRows => ({ ...rows, snapshots: [] })

type Replace = string | ((found: string) => string)

/** The lines with something of one replaced by as many letters. */
function replaced(lines: readonly string[], position: number, from: RegExp, to: Replace): Uint8Array {
  const line = lines[position - 1] ?? ''
  const altered = line.replace(from, to as string)
  expect(altered, `event ${position}`).not.toBe(line)
  return new TextEncoder().encode(`${lines.with(position - 1, altered).join('\n')}\n`)
}

/** The last letter is another digit. */
const otherDigit = (found: string) => `${found.slice(0, -1)}${found.endsWith('1') ? '2' : '1'}`

test('[VF5] in a packed batch, each kind of change names its event, and says what was there', async () => {
  const { rows, lines, withBytes } = await packedLedger()
  expect(rows.index.length).toBeLessThan(EVENTS / 4)
  const kinds: readonly [field: string, position: number, from: RegExp, to: Replace, was?: unknown, is?: unknown][] = [
    ['amount', 50, /"amount":41\b/, '"amount":47', 41, 47],
    ['effectiveOn', 40, /"effectiveOn":".{10}/, otherDigit],
    ['recordedAt', 30, /"recordedAt":".{23}/, otherDigit],
    ['words', 3, /Zoë/, 'Joë', 'zoe', 'joe'],
    ['eventId', 45, /"eventId":".{36}/, otherDigit],
    ['commandId', 60, /"commandId":".{36}/, otherDigit],
    ['name', 1, /Everyday/, 'Everyduy', 'Everyday', 'Everyduy'],
    ['name', 9, /Ours/, 'Hers', 'Ours', 'Hers'],
    ['transferId', 5, /"transferId":".{36}/, otherDigit],
  ]
  for (const [field, position, from, to, was, is] of kinds) {
    const { ok, damage } = await judge(withBytes(replaced(lines, position, from, to)))
    const what = `${field} of ${position}`
    expect(ok, what).toBe(false)
    expect(damage?.event?.named?.position, what).toBe(position)
    const difference = damage?.event?.named?.differences.find((each) => each.field === field)
    expect(difference, what).toEqual(was === undefined ? expect.objectContaining({ field }) : { field, was, is })
    expect(damage?.event?.reason).toContain(`Event ${position} differs from what was shown before: `)
    expect(damage?.event?.first, what).toBeLessThanOrEqual(position)
    expect(damage?.event?.last, what).toBeGreaterThanOrEqual(position)
  }
})

test('[VF5] an amount is found by the balance that is kept, where nothing else tells and one event could be it', async () => {
  const { lines, withBytes } = await packedLedger()
  const report = await judge(withoutSnapshots(withBytes(replaced(lines, 3, /"amount":900\b/, '"amount":800'))))
  // It is reversed in the same batch, whose amount then does not fit.
  expect(report.damage?.event).toMatchObject({ code: 'rule', breaks: 8 })
  expect(report.damage?.event?.first).toBeLessThanOrEqual(3)
  expect(report.damage?.event?.named).toBeUndefined()
  const last = await judge(withoutSnapshots(withBytes(replaced(lines, EVENTS, /"amount":60\b/, '"amount":90'))))
  // The last event has a hash of its own in the seal: 69 is 64 and 4 and 1.
  expect(last.damage?.event).toMatchObject({
    code: 'seal',
    first: EVENTS,
    last: EVENTS,
    named: { position: EVENTS, differences: [{ field: 'amount', was: 60, is: 90 }], currency: 'EUR', exponent: 2 },
  })
  expect(last.damage).toMatchObject({ sound: EVENTS - 1, readable: EVENTS })
})

test('[VF4] the seal behind a batch narrows what is told, and what stands before and behind it is sound', async () => {
  const { lines, withBytes } = await packedLedger()
  const report = await judge(withoutSnapshots(withBytes(replaced(lines, 66, /"amount":57\b/, '"amount":51'))))
  expect(report).toMatchObject({ firstBadPosition: 65, damage: { sound: 64, fittingAfter: 1 } })
  expect(report.damage?.event).toMatchObject({ code: 'seal', first: 65, last: 68 })
  expect(report.damage?.event?.reason).toContain('One of the events 65 to 68 was changed')
})

test('[VF5] a rule that an event breaks since another one was changed names the other, or a range that holds both', async () => {
  const { lines, withBytes } = await packedLedger()
  const later = withBytes(replaced(lines, 20, /"recordedAt":"..../, '"recordedAt":"2099'))
  const report = await judge(later)
  expect(report.damage?.event).toMatchObject({ code: 'rule', breaks: 21, named: { position: 20 } })
  expect(report.damage?.sound).toBeLessThan(20)
  const event = (await judge(withoutSnapshots(later))).damage?.event
  expect(event).toMatchObject({ code: 'rule', breaks: 21, last: 21 })
  expect(event?.named).toBeUndefined()
})

test('[VF4] [VF5] one byte changed anywhere in a packed batch: the range holds it, and no other event is named', async () => {
  const { bytes, withBytes, rows } = await packedLedger()
  const wrong: string[] = []
  let named = 0
  const stride = import.meta.env.VITE_EVERY_BYTE === undefined ? 397 : 23
  const positionAt = (offset: number) => bytes.subarray(0, offset).filter((byte) => byte === 10).length + 1
  for (let offset = 0; offset < bytes.length; offset += stride) {
    const position = positionAt(offset)
    for (const flip of [1, 4]) {
      const altered = withBytes(bytes.with(offset, (bytes[offset] as number) ^ flip))
      for (const tables of [altered, withoutSnapshots(altered)]) {
        const { damage } = await judge(tables)
        const event = damage?.event
        if (!event || event.first > position || event.last < position || (damage?.sound ?? 0) >= position)
          wrong.push(`${offset}^${flip}, event ${position}: ${JSON.stringify(damage)}`)
        if (event?.named && event.named.position !== position) wrong.push(`${offset}^${flip} names ${event.reason}`)
        if (event?.named || (event && event.first === event.last)) named++
      }
    }
  }
  expect(wrong).toEqual([])
  expect(named).toBeGreaterThan(30)
  expect(rows.index.length).toBeLessThan(EVENTS / 4)
})
