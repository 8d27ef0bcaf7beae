/**
 * A log to look around in: three years of an invented household, the same for the same seed and date. It is the app's
 * sample data, and what tests use where no other data is at hand.
 */
import { dayNumber, instantOfMillis } from '../domain/calendar'
import { rootOf } from '../event-log/merkle-tree'
import { headerLine, LAST_LINE, type WrittenHeader } from './file-form'
import { Household } from './sample/household'
import { SampleRecorder } from './sample/sample-recorder'
import { SeededRandom } from './sample/seeded-random'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export interface SampleOptions {
  readonly seed?: number
  /** `YYYY-MM-DD`; the last event is recorded on the morning of the day before, which is past in every time zone. */
  readonly endDate: string
  /** How many small purchases there are, 1 being a household's: about 3,400 events in all. From 0 to 100. */
  readonly scale?: number
}

export interface SampleLog {
  readonly header: WrittenHeader
  /** Canonical events, one a line, without line breaks. */
  readonly lines: readonly string[]
  /** The file, as an export writes it. */
  readonly file: Blob
}

export function sampleLog({ seed = 1, endDate, scale = 1 }: SampleOptions): SampleLog {
  const random = new SeededRandom(seed)
  const recorder = new SampleRecorder(random)
  const until = (dayNumber(endDate) - 1) * DAY_MS + 10 * HOUR_MS
  new Household({ recorder, random, until, scale }).live()
  const { lines, frontier } = recorder
  const header = {
    ledgerId: recorder.newId(),
    name: 'Household',
    exportedAt: instantOfMillis(until),
    size: lines.length,
    rootHash: rootOf(frontier),
  }
  const file = new Blob([headerLine(header), lines.join(',\n'), '\n', LAST_LINE], { type: 'application/json' })
  return { header, lines, file }
}
