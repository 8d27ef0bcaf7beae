/** One broken file for every refusal of LOG-FORMAT ("Import"): a sound log, with one thing wrong and sealed again. */
import { gzipSync } from 'node:zlib'
import { canonical, LogBuilder, type LogEvent, type LogHeader, rootOf, uuidOf, writeLogFile } from './log-file'

export interface BrokenLog {
  readonly code: string
  readonly what: string
  readonly file: string | Buffer
  /** The event whose position the error names. */
  readonly position?: number
  /** The field that the error names. */
  readonly path?: string
}

const log = new LogBuilder('sound')
const FROM = log.open('From')
const TO = log.open('To')
const DEPOSIT_ID = log.entry(FROM, 'Deposited', 10_000, '2024-02-01', { payee: 'Employer' })
const TRANSFER = log.transfer(FROM, TO, 2_500, '2024-02-02')
const REVERSAL = { entryId: DEPOSIT_ID, amount: 10_000, effectiveOn: '2024-02-03' }
log.record(`account-${FROM}`, 'EntryReversed', REVERSAL)
const SOUND: readonly LogEvent[] = log.events

// Positions in the sound log.
const OPENED = 1
const DEPOSIT = 3
const SENT = 5
const RECEIVED = 6
const REVERSED = 8

type Change = Partial<Record<keyof LogEvent, unknown>>

/** The sound log with one event changed; `data` and `metadata` are changed field by field, and `undefined` removes a field. */
function changed(position: number, change: Change): string {
  return writeLogFile(
    SOUND.map((event) => {
      if (event.globalPosition !== position) return event
      const merge = (key: 'data' | 'metadata') => {
        const given = change[key]
        return Array.isArray(given) ? given : { ...event[key], ...(given as object | undefined) }
      }
      return { ...event, ...change, data: merge('data'), metadata: merge('metadata') }
    }),
  )
}

/** The sound log with one more event at its end. */
function extended(streamId: string, type: string, data: object): string {
  const streamRevision = SOUND.filter((event) => event.streamId === streamId).length + 1
  const recordedAt = SOUND.at(-1)?.recordedAt
  const event = {
    globalPosition: REVERSED + 1,
    streamId,
    streamRevision,
    eventId: uuidOf('more'),
    type,
    schemaVersion: 1,
    recordedAt,
    data,
    metadata: {},
  }
  return writeLogFile([...SOUND, event])
}

const file = (code: string, what: string, text: string | Buffer): BrokenLog => ({ code, what, file: text })
const header = (code: string, what: string, change: Partial<LogHeader>): BrokenLog =>
  file(code, what, writeLogFile(SOUND, change))
/** One event changed, found at its own position; `path` where one field is to blame. */
const event = (code: string, what: string, position: number, change: Change, path?: string): BrokenLog => ({
  ...file(code, what, changed(position, change)),
  position,
  ...(path !== undefined && { path }),
})
const more = (code: string, what: string, streamId: string, type: string, data: object): BrokenLog => ({
  ...file(code, what, extended(streamId, type, data)),
  position: REVERSED + 1,
})

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])
const TEXT = writeLogFile(SOUND)
const FIRST = SOUND[0]

function redacted(): BrokenLog {
  const events = SOUND.map((one) => {
    if (one.globalPosition !== DEPOSIT) return one
    const { globalPosition, streamId, streamRevision, eventId, recordedAt } = one
    return {
      globalPosition,
      streamId,
      streamRevision,
      eventId,
      recordedAt,
      leafHash: rootOf([canonical(one)]),
      redacted: true,
    }
  })
  return { code: 'newer-version', what: 'a redacted event', file: writeLogFile(events), position: DEPOSIT }
}

function unopened(): BrokenLog {
  const other = new LogBuilder('unopened')
  other.entry(other.id('account'), 'Deposited', 1, '2024-01-01')
  return {
    code: 'account-not-opened',
    what: 'an entry of an account that nobody opened',
    file: other.file(),
    position: 1,
  }
}

export const BROKEN_LOGS: readonly BrokenLog[] = [
  file('not-json', 'an empty file', ''),
  file('not-json', 'words', 'Dear bank,\n'),
  file('not-json', 'cut off in the middle', TEXT.slice(0, 1_500)),
  file('not-json', 'the closing line is missing', TEXT.replace(/\]\}\n$/, '')),
  file('not-json', 'something follows the end', `${TEXT}{}`),
  file('not-json', 'a comma is missing', TEXT.replace('},\n{', '}\n{')),
  file('not-utf8', 'Latin-1 text', Buffer.from(changed(DEPOSIT, { data: { payee: 'Bäckerei' } }), 'latin1')),
  file('bad-gzip', 'a damaged archive', gzipSync(TEXT).fill(0x55, 40, 120)),
  file('bad-gzip', 'an archive cut off', gzipSync(TEXT).subarray(0, 200)),
  file('not-this-format', 'other JSON', '{"hello":"world"}'),
  header('not-this-format', 'another format', { format: 'other-log' }),
  header('newer-version', 'a later form of the file', { formatVersion: 2 }),
  event('newer-version', 'an unknown type', DEPOSIT, { type: 'Burned' }),
  event('newer-version', 'a type of another category', DEPOSIT, { type: 'TransferCompleted' }),
  event('newer-version', 'a later schemaVersion', DEPOSIT, { schemaVersion: 2 }),
  redacted(),
  event('too-large', 'an event over 256 KiB', DEPOSIT, { data: { memo: 'x'.repeat(256 * 1024) } }),
  event('too-large', 'an event nested too deep', DEPOSIT, { metadata: { deep: nested(33) } }),
  event('position-gap', 'a position left out', DEPOSIT, { globalPosition: 9 }, 'globalPosition'),
  event('revision-gap', 'a revision left out', DEPOSIT, { streamRevision: 9 }, 'streamRevision'),
  event('repeated-event-id', 'one id twice', DEPOSIT, { eventId: FIRST?.eventId }, 'eventId'),
  event('time-falls', 'an earlier instant', DEPOSIT, { recordedAt: '2023-01-01T00:00:00.000Z' }, 'recordedAt'),
  event('bad-field', 'a missing name', OPENED, { data: { name: undefined } }, 'data.name'),
  event('bad-field', 'a number as payee', DEPOSIT, { data: { payee: 7 } }, 'data.payee'),
  event('bad-field', 'an id in upper case', DEPOSIT, { eventId: DEPOSIT_ID.toUpperCase() }, 'eventId'),
  event('bad-field', 'a stream without a category', DEPOSIT, { streamId: 'x' }, 'streamId'),
  event('bad-field', 'metadata that is a list', DEPOSIT, { metadata: [] }, 'metadata'),
  file('bad-field', 'a header without ledgerId', TEXT.replace(/"ledgerId":"[^"]*",/, '')),
  event('bad-amount', 'an amount of zero', DEPOSIT, { data: { amount: 0 } }, 'data.amount'),
  event('bad-amount', 'an amount below zero', DEPOSIT, { data: { amount: -1 } }, 'data.amount'),
  event('bad-amount', 'a fraction', DEPOSIT, { data: { amount: 0.5 } }, 'data.amount'),
  event('bad-amount', 'beyond the safe integers', DEPOSIT, { data: { amount: 2 ** 53 } }, 'data.amount'),
  event('bad-date', 'a 30th of February', DEPOSIT, { data: { effectiveOn: '2024-02-30' } }, 'data.effectiveOn'),
  event('bad-date', 'an instant without milliseconds', DEPOSIT, { recordedAt: '2024-01-01T08:03:00Z' }, 'recordedAt'),
  event('bad-date', 'an hour that does not exist', DEPOSIT, { recordedAt: '2024-01-01T25:00:00.000Z' }, 'recordedAt'),
  {
    ...event('bad-text', 'half a character', DEPOSIT, {}),
    file: changed(DEPOSIT, { data: { memo: 'HALF' } }).replace('"HALF"', '"\\ud800"'),
  },
  unopened(),
  event('invariant', 'a reversal of nothing', REVERSED, { data: { entryId: uuidOf('nothing') } }),
  event('invariant', 'a reversal of another amount', REVERSED, { data: { amount: 9_999 } }),
  more('invariant', 'a second reversal', `account-${FROM}`, 'EntryReversed', REVERSAL),
  more('invariant', 'a second opening', `account-${FROM}`, 'AccountOpened', FIRST?.data ?? {}),
  more('invariant', 'a transfer completed twice', `transfer-${TRANSFER}`, 'TransferCompleted', {}),
  more('invariant', 'money received twice', `account-${TO}`, 'TransferReceived', SOUND[RECEIVED - 1]?.data ?? {}),
  event('invariant', 'another amount than the transfer says', SENT, { data: { amount: 1 } }),
  more('invariant', 'a sum that is no safe integer', `account-${TO}`, 'Deposited', {
    amount: Number.MAX_SAFE_INTEGER,
    effectiveOn: '2024-01-01',
  }),
  header('size-mismatch', 'a size that is not the number of events', { size: 7 }),
  header('root-mismatch', 'a root that the events do not give', { rootHash: rootOf([]) }),
  file('root-mismatch', 'one word changed after the sealing', TEXT.replace('Employer', 'Employee')),
  file(
    'account-needed',
    'version 0 without an account',
    '[{"id":"6f2d1c50-8f0e-4a54-9d5b-0d8a4e4d7a01","timestamp":1700000000,"event_type":{"Deposited":{"amount":100.0}}}]',
  ),
]
