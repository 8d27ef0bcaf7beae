/** Log files to import: copies of the ledger, copies that went on elsewhere, other ledgers, damaged ones. */
import { rootOf } from '../event-log/merkle-tree'
import { recordEvents } from '../event-log/record-events'
import type { NewEvent, RecordedEvent } from '../event-log/recorded-event'
import { makeUuidV7 } from '../event-log/uuid'
import { headerLine, LAST_LINE } from '../exchange/file-form'
import { livelyFixture } from '../exchange/fixtures/log-fixture'
import type { LogSource } from '../exchange/reading/log-source'
import type { SeededRandom } from '../exchange/sample/seeded-random'
import { anyDay } from './commands'
import type { DiskJudge } from './judge/disk-judge'
import { ENTRY } from './world'

export interface LogFile {
  readonly text: string
  /** Of the events that the ledger did not have when the file was made. */
  readonly newIds: readonly string[]
  readonly isDamaged: boolean
}

/** A few: each turn looks at them all. */
const MOST_EVENTS = 12

const encoder = new TextEncoder()

/** The bytes in pieces, as a browser reads a file. */
export function sourceOf({ text }: LogFile): LogSource {
  const bytes = encoder.encode(text)
  return () =>
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (let at = 0; at < bytes.length; at += 4000) controller.enqueue(bytes.slice(at, at + 4000))
        controller.close()
      },
    })
}

/** @param most new events in it */
export function anyFile(random: SeededRandom, disk: DiskJudge, now: number, most = MOST_EVENTS): LogFile {
  if (disk.lines.length === 0) {
    const other = livelyFixture(`file ${random.bits()}`)
    return { text: other.file(), newIds: other.events.map(({ eventId }) => eventId), isDamaged: false }
  }
  const isOfNow = random.chance(50)
  const position = isOfNow ? disk.lines.length : random.between(0, disk.lines.length)
  const file = copyThatWentOn(random, disk, position, now, most)
  if (!random.chance(20)) return file
  const at = random.between(300, file.text.length - 10)
  const digit = file.text.slice(at).search(/[0-9]/)
  const place = digit < 0 ? at : at + digit
  const text = `${file.text.slice(0, place)}${file.text[place] === '7' ? '8' : '7'}${file.text.slice(place + 1)}`
  return { ...file, text, isDamaged: text !== file.text }
}

/** The first events of the ledger, and some that are recorded on top of them by somebody else. */
function copyThatWentOn(random: SeededRandom, disk: DiskJudge, position: number, now: number, most: number): LogFile {
  const events = disk.events.slice(0, position)
  const frontier = disk.frontiers[position] ?? []
  const lastRecordedAt = events.at(-1)?.recordedAt ?? ''
  const { ledgerId, name } = ENTRY
  const head = { size: position, frontier, lastRecordedAt, ledgerId: disk.ledgerId ?? ledgerId, name }
  const added = somethingNew(random, events, now, most)
  const revisionOf = (streamId: string) => events.filter((event) => event.streamId === streamId).length
  const recorded = recordEvents(head, revisionOf, added, Math.max(now, Date.parse(lastRecordedAt) || 0))
  const lines = [...disk.lines.slice(0, position), ...new TextDecoder().decode(recorded.batch.bytes).split(',\n')]
  const body = lines.filter((line) => line !== '').join(',\n')
  const exportedAt = new Date(now).toISOString()
  const { size, frontier: end } = recorded.head
  const header = headerLine({ ledgerId: head.ledgerId, name, exportedAt, size, rootHash: rootOf(end) })
  const newIds = added.map(({ eventId }) => eventId)
  return { text: `${header}${body}${body === '' ? '' : '\n'}${LAST_LINE}`, newIds, isDamaged: false }
}

function somethingNew(random: SeededRandom, events: readonly RecordedEvent[], now: number, most: number): NewEvent[] {
  const newId = makeUuidV7(
    () => now,
    (bytes) => random.fill(bytes),
  )
  const event = (streamId: string, type: string, data: NewEvent['data']): NewEvent => ({
    streamId,
    eventId: newId(),
    type,
    schemaVersion: 1,
    data,
    metadata: {},
  })
  const added: NewEvent[] = []
  let accounts = events.filter(({ type }) => type === 'AccountOpened').map(({ streamId }) => streamId)
  if (accounts.length === 0 || random.chance(20)) {
    const streamId = `account-${newId()}`
    const data = { name: 'Imported', currency: 'EUR', exponent: 2, overdraftLimit: null, openedOn: anyDay(random) }
    added.push(event(streamId, 'AccountOpened', data))
    accounts = [streamId]
  }
  const count = random.between(0, most)
  for (let index = 0; index < count; index++) {
    const streamId = accounts[random.bits() % accounts.length] ?? ''
    const type = random.chance(60) ? 'Deposited' : 'Withdrawn'
    added.push(event(streamId, type, { amount: random.between(1, 3000), effectiveOn: anyDay(random) }))
  }
  return added
}
