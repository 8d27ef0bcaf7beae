import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryLog, arbitraryLongLog, logOf } from '../testing/arbitrary-log'
import { timelineOf } from '../testing/timeline-of'
import { Timeline } from '../timeline'
import { checksum } from './checksum'
import { buffersOf, readAccounts, snapshotFrom, TimelineAssembly } from './timeline-assembly'
import { extentOf, PAGE_LENGTH, type Page, pagesOf } from './timeline-pages'
import type { TimelineSnapshot } from './timeline-snapshot'

/** The snapshot as it is after its pages were stored and read in another order. */
async function stored(
  snapshot: TimelineSnapshot,
  order: (left: Page, right: Page) => number = () => 0,
): Promise<TimelineSnapshot> {
  const assembly = new TimelineAssembly(structuredClone(extentOf(snapshot)))
  for (const { name, bytes } of [...pagesOf(snapshot)].sort(order)) assembly.take(name, bytes)
  return assembled(assembly)
}

/** Its parts put together, as they come from a worker. */
async function assembled(assembly: TimelineAssembly): Promise<TimelineSnapshot> {
  const sent = <Part extends Parameters<typeof buffersOf>[0]>(part: Part) =>
    structuredClone(part, { transfer: buffersOf(part) })
  return snapshotFrom(sent(assembly.parts()), await readAccounts(sent(assembly.accounts())), sent(assembly.ids()))
}

test('[PJ11] a snapshot read from its pages, in any order, is the snapshot', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLog(), fc.boolean(), async (log, reversed) => {
      const snapshot = timelineOf(log).toSnapshot()
      const sign = reversed ? -1 : 1
      const read = await stored(snapshot, (left, right) => (left.name < right.name ? -sign : sign))
      const exact = Timeline.fromSnapshot(read).toSnapshot()
      expect(exact).toEqual(snapshot)
    }),
  )
})

test('[PJ11] snapshots of a growing log, each read from its pages, lead to the timeline of all events', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLog(), fc.array(fc.nat(), { maxLength: 4 }), async (log, cuts) => {
      let timeline = new Timeline()
      for (const cut of cuts.map((each) => each % (log.length + 1)).sort((left, right) => left - right)) {
        timeline.append(log.slice(timeline.size, cut))
        timeline = Timeline.fromSnapshot(await stored(timeline.toSnapshot()))
      }
      timeline.append(log.slice(timeline.size))
      expect(timeline.toSnapshot()).toEqual(timelineOf(log).toSnapshot())
    }),
  )
})

test('[PJ11] a full page of a longer log is the page it was, so that it is not written again', () => {
  const move = { what: 6, which: 1, other: 1, amount: 5, offset: 0, pause: 1000 }
  const log = logOf(Array.from({ length: PAGE_LENGTH + 500 }, () => move))
  const timeline = timelineOf(log.slice(0, PAGE_LENGTH + 400))
  const before = new Map([...pagesOf(timeline.toSnapshot())].map(({ name, bytes }) => [name, checksum(bytes)]))
  timeline.append(log.slice(PAGE_LENGTH + 400))
  const after = new Map([...pagesOf(timeline.toSnapshot())].map(({ name, bytes }) => [name, checksum(bytes)]))
  expect(after.get('slots/000000')).toBe(before.get('slots/000000'))
  expect(after.get('slots/000001')).not.toBe(before.get('slots/000001'))
})

test('[PJ11] a page that is missing, of another length, unknown or given twice is refused', async () => {
  const [log = []] = fc.sample(arbitraryLongLog(300), { numRuns: 1, seed: 7 })
  const snapshot = timelineOf(log).toSnapshot()
  const pages = [...pagesOf(snapshot)]
  for (const { name, bytes } of pages) {
    const assembly = new TimelineAssembly(extentOf(snapshot))
    for (const page of pages) if (page.name !== name) assembly.take(page.name, page.bytes)
    await expect(assembled(assembly)).rejects.toThrow(name)
    expect(() => assembly.take('slots/000009', bytes)).toThrow(RangeError)
    await expect(
      (async () => {
        assembly.take(name, bytes.slice(1))
        return assembled(assembly)
      })(),
    ).rejects.toThrow()
    expect(() => assembly.take(name, bytes)).toThrow(RangeError)
  }
})

test('[PJ11] any changed byte changes the checksum, and so does another order or a missing byte', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 100 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (bytes, at, by) => {
        const changed = bytes.slice()
        const index = at % bytes.length
        changed[index] = (changed[index] as number) ^ by
        expect(checksum(changed)).not.toBe(checksum(bytes))
        const swapped = bytes.slice()
        swapped.reverse()
        if (String(swapped) !== String(bytes)) expect(checksum(swapped)).not.toBe(checksum(bytes))
        expect(checksum(bytes.slice(1))).not.toBe(checksum(bytes))
      },
    ),
  )
})

test.each([
  [0, '00000000ffff0000'],
  [1, '2e2aeec0b54aab65'],
  [4, '6dd6e72549020fc8'],
  [7, 'a7886099ddad2c21'],
  [21, '7cc97d2247797990'],
])('[PJ11] the checksum of %d bytes is what stored snapshots have', (length, sum) => {
  expect(checksum(Uint8Array.from({ length }, (_, at) => at * 37 + 11))).toBe(sum)
})

test('[PJ12] a timeline whose ids come later is the same in all else, takes in events meanwhile, and is whole with them', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLog(), fc.nat(), async (log, cut) => {
      const size = cut % (log.length + 1)
      const { ids, ...snapshot } = await stored(timelineOf(log.slice(0, size)).toSnapshot())
      const timeline = Timeline.fromSnapshot({ ...snapshot, ids: undefined })
      const isWhole = size === 0
      expect(timeline.isWhole).toBe(isWhole)
      if (!isWhole) expect(() => timeline.eventId(0)).toThrow()
      if (!isWhole) expect(timeline.slotOfEvent(log[0]?.eventId ?? '')).toBeUndefined()
      const end = log.findIndex(({ type }, slot) => slot >= size && /^Entry(Reversed|Annotated)$/.test(type))
      const plain = log.slice(size, end < 0 ? log.length : end)
      timeline.append(plain)
      expect(() => timeline.takeIds(new Uint32Array(4 * size + 4))).toThrow(RangeError)
      timeline.takeIds(ids ?? new Uint32Array(0))
      timeline.append(log.slice(size + plain.length))
      expect(timeline.isWhole).toBe(true)
      expect(timeline.toSnapshot()).toEqual(timelineOf(log).toSnapshot())
    }),
  )
})
