import { expect, test } from 'vitest'
import { importBoth, ledgerOf, now } from '../fixtures/import-fixture'
import { blob, emptyLog, fileOf, gzip, LogFixture, livelyFixture, stateOf, withChanged } from '../fixtures/log-fixture'
import { watchLog } from '../fixtures/watched-log'
import { LOG_FORMAT_CODES, type LogFormatCode } from '../log-format-error'
import { importLog } from '../log-import'

const LOG = new LogFixture('sound')
const EVERYDAY = LOG.open('Everyday')
const SALARY = LOG.deposit(EVERYDAY, 5000, { payee: 'Fjellheim' })
LOG.withdraw(EVERYDAY, 10)
LOG.reverse(SALARY)
const FILE = LOG.file()
const changed = (position: number, change: object) =>
  fileOf(withChanged(LOG.events, position, change), { ledgerId: LOG.ledgerId })
const entry = (change: object) => ({ data: { amount: 10, effectiveOn: '2026-01-02', ...change } })
const utf8 = (text: string) => new TextEncoder().encode(text)

interface Refused {
  readonly file: string | Uint8Array<ArrayBuffer>
  /** What the message must name. */
  readonly names: string
  readonly place: object
}

/** One file for each code, so that none is without a test. */
const REFUSED: Readonly<Record<LogFormatCode, Refused>> = {
  'not-json': { file: FILE.slice(0, -4), names: 'closing bracket', place: {} },
  'not-utf8': { file: utf8(FILE).fill(0xe9, 700, 701), names: 'Byte 700', place: { byteOffset: 700 } },
  'bad-gzip': { file: (await gzip(FILE)).slice(0, 99), names: 'gzip', place: {} },
  'not-this-format': { file: '{"version":"1.0","entries":[]}', names: 'no Hindsight log', place: {} },
  'newer-version': { file: changed(3, { schemaVersion: 2 }), names: 'newer version', place: { position: 3, line: 4 } },
  'too-large': {
    file: changed(3, { metadata: { text: 'x'.repeat(2 ** 18) } }),
    names: '256 KiB',
    place: { position: 3, line: 4 },
  },
  'position-gap': {
    file: changed(3, { globalPosition: 9 }),
    names: 'globalPosition is 9',
    place: { position: 3, line: 4 },
  },
  'revision-gap': {
    file: changed(3, { streamRevision: 9 }),
    names: 'streamRevision is 9',
    place: { position: 3, line: 4 },
  },
  'repeated-event-id': {
    file: changed(3, { eventId: SALARY.eventId }),
    names: SALARY.eventId,
    place: { position: 3, line: 4 },
  },
  'time-falls': {
    file: changed(3, { recordedAt: '2025-12-31T23:59:59.999Z' }),
    names: '2025-12-31',
    place: { position: 3, line: 4 },
  },
  'bad-field': {
    file: changed(3, entry({ payee: null })),
    names: 'payee',
    place: { position: 3, line: 4, path: 'data.payee' },
  },
  'bad-amount': {
    file: changed(3, entry({ amount: -1 })),
    names: 'amount',
    place: { position: 3, path: 'data.amount' },
  },
  'bad-date': {
    file: changed(3, entry({ effectiveOn: '2026-02-29' })),
    names: 'effectiveOn',
    place: { position: 3, path: 'data.effectiveOn' },
  },
  'bad-text': {
    file: FILE.replace('Fjellheim', '\\ud800'),
    names: 'half a character',
    place: { position: 2, line: 3 },
  },
  'account-not-opened': {
    file: changed(3, { streamId: `account-${LOG.id('x')}`, streamRevision: 1 }),
    names: LOG.id('x'),
    place: { position: 3 },
  },
  invariant: {
    file: changed(4, { data: { ...LOG.events[3]?.data, amount: 4999 } }),
    names: '4999',
    place: { position: 4, line: 5 },
  },
  'size-mismatch': { file: LOG.file({ size: 5 }), names: '5 events', place: { path: 'size' } },
  'root-mismatch': {
    file: FILE.replace('Fjellheim', 'Fjellhaim'),
    names: 'seal is broken',
    place: { path: 'rootHash' },
  },
  'account-needed': {
    file: `[{"id":"${LOG.id('x')}","timestamp":1,"event_type":{"Deposited":{"amount":1}}}]`,
    names: 'name and a currency',
    place: { path: 'account' },
  },
}

test.each(LOG_FORMAT_CODES.map((code) => ({ code, ...REFUSED[code] })))(
  '[X6] [X13] [X14] $code: refused with its place; an empty ledger and a full one stay as they were',
  async ({ code, file, names, place }) => {
    const source = blob(file)
    // A ledger that the file would continue, so that something was staged before the fault.
    const begun = await ledgerOf(fileOf(LOG.events.slice(0, 1), { ledgerId: LOG.ledgerId }))
    for (const inner of [emptyLog(), begun, await ledgerOf(livelyFixture().file())]) {
      const before = await stateOf(inner)
      const messages: string[] = []
      for (const dryRun of [true, false]) {
        for (const merge of [true, false]) {
          const { log, stages } = watchLog(inner)
          const work = importLog({ log, source, options: { dryRun, merge, newBatchBytes: 1 }, now })
          const error: unknown = await work.catch((reason: unknown) => reason)
          expect(error).toMatchObject({ name: 'LogFormatError', code, ...place })
          messages.push((error as Error).message)
          expect(stages.every(({ outcome }) => outcome === 'discarded')).toBe(true)
          if (dryRun) expect(stages).toEqual([])
        }
      }
      expect(messages[0]).toContain(names)
      expect(messages[0]).toMatch(/^[\p{Lu}“"].{20,}\.$/u)
      expect(new Set(messages).size).toBe(1)
      expect(await stateOf(inner)).toEqual(before)
    }
  },
)

test('[X13] the sound file that all of them were made from is imported', async () => {
  expect(await importBoth(emptyLog(), blob(FILE))).toMatchObject({ result: 'restored', added: 4 })
})
