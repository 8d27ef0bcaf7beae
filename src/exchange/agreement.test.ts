import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, openAsBlob, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootOf } from '../event-log/merkle-tree'
import { now } from './fixtures/import-fixture'
import { blob, emptyLog, fileOf, LogFixture, livelyFixture, stateOf, withChanged } from './fixtures/log-fixture'
import { importLog } from './log-import'
import { writeLog } from './log-writer'
import { sampleLog } from './sample-log'

// Tools and data that stand beside the project; a clone without them passes over these tests and says so.
const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url))
const CHECK_LOG = join(SHARED, 'tools/check-log.mjs')
const BERKA_TO_LOG = join(SHARED, 'tools/berka-to-log.mjs')
const NAUGHTY = join(SHARED, 'data/naughty-strings/blns.json.gz')
const BERKA_ROOT = '9e0bd10b6862f6797f1a2af7203c55d8cf3aefefd77cc7ec77dfe5f0c555cc31'

const withTools = test.runIf(existsSync(CHECK_LOG) && existsSync(BERKA_TO_LOG))
const withStrings = test.runIf(existsSync(NAUGHTY))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindsight-exchange-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const STUMBLED = 'stumbled'

/** The independent reader's judgement: undefined, or the code of the fault. */
function judgeByTool(text: string | Uint8Array): { code: string | undefined; rootHash?: string } {
  const file = join(folder, 'log.json')
  writeFileSync(file, text)
  try {
    return {
      code: undefined,
      rootHash: JSON.parse(execFileSync(process.execPath, [CHECK_LOG, file, '--json']).toString()).rootHash,
    }
  } catch (error) {
    const words = String((error as { stdout?: unknown }).stdout)
    // It stumbles over some ill-typed fields, which is a refusal too.
    return { code: /^not sound: ([a-z-]+): /.exec(words)?.[1] ?? STUMBLED }
  }
}

/** [X9]: where transfers would make money or never end, this reader is the stricter one. */
const STRICTER = /has ended already|received already|returned already|both accounts are in/

async function expectAgreement(text: string): Promise<void> {
  const tool = judgeByTool(text)
  const { message, ...here } = await judgeHere(text)
  if (tool.code === STUMBLED) expect(here.code).toBeDefined()
  else if (tool.code !== undefined || !STRICTER.test(message ?? '')) expect(here).toEqual(tool)
}

async function judgeHere(
  text: string,
): Promise<{ code: string | undefined; rootHash?: string | null; message?: string }> {
  try {
    return { code: undefined, rootHash: (await importLog({ log: emptyLog(), source: blob(text), now })).rootHash }
  } catch (error) {
    const { code, message } = error as { code: string; message: string }
    return { code, message }
  }
}

withTools('[X21] generated logs and samples: sound for both, with the same root', async () => {
  const files = [livelyFixture().file(), fileOf([]), JSON.stringify(JSON.parse(livelyFixture('b').file()), null, 1)]
  files.push(await sampleLog({ endDate: '2025-06-30', seed: 7 }).file.text())
  for (const file of files) await expectAgreement(file)
})

const LOG = livelyFixture()
const FIELDS = [
  'globalPosition',
  'streamId',
  'streamRevision',
  'eventId',
  'type',
  'schemaVersion',
  'recordedAt',
  'data',
  'metadata',
] as const
const VALUES = [
  undefined,
  null,
  0,
  -1,
  1.5,
  2 ** 53,
  '',
  'x',
  [],
  {},
  LOG.id('other'),
  '2026-02-30',
  '2026-01-01T00:00:00.000Z',
  'Deposited',
  'AccountOpened',
  'TransferSent',
  'EntryReversed',
  7,
  'ledger-x',
  true,
]
const DATA_KEYS = [
  'amount',
  'toAmount',
  'effectiveOn',
  'name',
  'currency',
  'exponent',
  'overdraftLimit',
  'openedOn',
  'transferId',
  'toAccountId',
  'fromAccountId',
  'entryId',
  'balance',
  'payee',
]

withTools(
  '[X21] one field of one event changed: both find the same fault, or none',
  async () => {
    const position = fc.integer({ min: 1, max: LOG.events.length })
    const mutation = fc.oneof(
      fc.record({ position, field: fc.constantFrom(...FIELDS), value: fc.constantFrom(...VALUES) }),
      fc.record({ position, key: fc.constantFrom(...DATA_KEYS), value: fc.constantFrom(...VALUES) }),
    )
    await fc.assert(
      fc.asyncProperty(mutation, async (change) => {
        const event = LOG.events[change.position - 1]
        const changed =
          'field' in change
            ? { [change.field]: change.value }
            : { data: { ...event?.data, [change.key]: change.value } }
        const file = fileOf(JSON.parse(JSON.stringify(withChanged(LOG.events, change.position, changed))))
        await expectAgreement(file)
      }),
      { numRuns: 40, seed: 20261123 },
    )
  },
  60_000,
)

withTools(
  '[X21] events left out, repeated, swapped and renumbered: both refuse or both take them',
  async () => {
    const index = fc.nat({ max: LOG.events.length - 1 })
    const edit = fc.record({ kind: fc.constantFrom('drop', 'repeat', 'swap'), at: index, to: index })
    await fc.assert(
      fc.asyncProperty(edit, async ({ kind, at, to }) => {
        const events = [...LOG.events]
        const [taken] = events.splice(at, kind === 'repeat' ? 0 : 1)
        const event = taken ?? LOG.events[at]
        if (kind !== 'drop' && event)
          events.splice(to, 0, kind === 'repeat' ? { ...event, eventId: LOG.id('again') } : event)
        const revisions = new Map<string, number>()
        const numbered = events.map((one, position) => {
          const streamRevision = (revisions.get(one.streamId) ?? 0) + 1
          revisions.set(one.streamId, streamRevision)
          return { ...one, globalPosition: position + 1, streamRevision, recordedAt: '2026-01-01T00:00:00.000Z' }
        })
        const file = fileOf(numbered)
        await expectAgreement(file)
      }),
      { numRuns: 25, seed: 20261123 },
    )
  },
  60_000,
)

withTools(
  '[X21] the log of a Czech bank: 50,331 events, the root that everybody gets, the same lines out again',
  async () => {
    const file = join(folder, 'berka.json')
    execFileSync(process.execPath, [BERKA_TO_LOG, file])
    const log = emptyLog()
    const report = await importLog({ log, source: await openAsBlob(file), now })
    expect(report).toMatchObject({ result: 'restored', size: 50_331, rootHash: BERKA_ROOT, sealed: false })
    expect(report.effects).toHaveLength(1229)
    const { head } = await stateOf(log)
    const header = {
      ledgerId: head.ledgerId,
      name: head.name,
      exportedAt: '1999-01-01T00:00:00.000Z',
      size: head.size,
      rootHash: rootOf(head.frontier),
    }
    const text = await new Response(writeLog(header, log.readBatches())).text()
    const lines = (content: string) => content.slice(content.indexOf('\n'))
    // Not toBe: a difference of 20 MB is nothing to print.
    expect(lines(text) === lines(readFileSync(file, 'utf8'))).toBe(true)
  },
  60_000,
)

withStrings('[X11] names and words that have broken other programs come back unchanged', async () => {
  const strings = [...new Set<string>(JSON.parse(gunzipSync(readFileSync(NAUGHTY)).toString('utf8')))]
  const fixture = new LogFixture('naughty')
  for (const text of strings) {
    const account = fixture.open(text)
    fixture.deposit(account, 1, { payee: text, memo: text, category: text, [text]: text })
  }
  const log = emptyLog()
  const report = await importLog({ log, source: blob(fixture.file({ name: strings.join(' ') })), now })
  expect(report.effects.map(({ name }) => name)).toEqual(strings)
  const words: unknown[] = []
  for await (const { type, data } of log.readAll()) if (type === 'Deposited') words.push(data.memo)
  expect(words).toEqual(strings)
})
