/**
 * `npm run agree`: a log of any length goes into the ledger and out again, and the independent reader of what came out
 * agrees with what went in and with what is shown: every line, the root, and the balances at a hundred moments.
 */
import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, type Page, test } from '@playwright/test'
import type { Moment } from '../../src/time-travel/moment'
import { checkMany } from '../logs/check-many'
import { checkLog, hasSharedTools, WITHOUT_SHARED, writeBerkaLog } from '../logs/shared-tools'
import { writeBigLog } from './big-log'
import { RESULTS } from './budget-table'
import { chooseFile, withLedger } from './fresh-browser'
import { digestBalances } from './in-page/ledger'
import { timeWork } from './in-page/work'
import { Judge, type JudgeMoment } from './judge'
import { judgedMoments } from './measured/faults'

/** Of each of five kinds: position, instant, value date, and both clocks at once in two ways. */
const MOMENTS = 20
/** Moments that the reader is asked for as it is, with one reading of the file each. */
const PLAINLY = 5

let folder = ''
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindsight-agreement-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** BENCH_LOG; else BENCH_EVENTS events of our own making; else the rows of the Czech bank, repeated 22 times. */
async function logToJudge(): Promise<string> {
  const { BENCH_LOG, BENCH_EVENTS } = process.env
  if (BENCH_LOG) return BENCH_LOG
  const path = join(folder, 'log.json')
  if (BENCH_EVENTS) writeBigLog(path, Number(BENCH_EVENTS))
  else await writeBerkaLog(path, 22)
  return path
}

/** SHA-256 of all event lines; the header says when the file was written. */
async function digestOfLines(path: string): Promise<string> {
  const hash = createHash('sha256')
  let isHeader = true
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!isHeader) hash.update(`${line}\n`)
    isHeader = false
  }
  return hash.digest('hex')
}

/** Saved as a browser saves it. */
async function exportTo(path: string, page: Page): Promise<void> {
  const downloading = page.waitForEvent('download')
  await page.evaluate(async () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await window.hindsight.exportLog())
    link.download = 'export.json'
    link.click()
  })
  await (await downloading).saveAs(path)
}

const digestOf = (balances: readonly { readonly id: string; readonly balance: number }[]): string =>
  createHash('sha256')
    .update(balances.map(({ id, balance }) => `${id} ${balance}\n`).join(''))
    .digest('hex')

const optionsFor = ({ position, recordedAt, effectiveOn }: JudgeMoment): string[] => [
  ...(position === undefined ? [] : ['--position', String(position)]),
  ...(recordedAt === undefined ? [] : ['--recorded', recordedAt]),
  ...(effectiveOn === undefined ? [] : ['--effective', effectiveOn]),
]

test('lines, root and balances at a hundred moments agree with the independent reader', async () => {
  test.skip(!hasSharedTools, WITHOUT_SHARED)
  const say = (what: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${what}`)
  say('the log')
  const path = await logToJudge()
  const judge = await Judge.of(path)
  const moments = judgedMoments(judge, MOMENTS)
  const exported = join(folder, 'export.json')
  say(`Hindsight with ${judge.size} events`)
  const shown = await withLedger(
    join(folder, 'profile'),
    async ({ page }) => {
      await chooseFile(page, path)
      await page.evaluate(timeWork, { job: 'import' as const })
      const digests = await page.evaluate(digestBalances, { moments: moments as Moment[], into: false })
      await exportTo(exported, page)
      return { digests, head: await page.evaluate(() => window.hindsight.head()) }
    },
    { hurried: true },
  )
  say('the independent reader, all moments in one reading')
  const read = await checkMany(exported, moments, folder)
  const lines = { given: await digestOfLines(path), exported: await digestOfLines(exported) }
  const agreeing = moments.filter((_, i) => shown.digests[i] === read.digests[i]).length
  say('the independent reader as it is, a reading a moment')
  const plainly = []
  for (let i = 0; i < PLAINLY; i++) {
    const { rootHash, accounts } = await checkLog(exported, optionsFor(moments[i] ?? {}))
    plainly.push({ rootHash, digest: digestOf(accounts) })
  }
  const { rootHash, size } = shown.head
  const report = { events: size, accounts: judge.accountIds.length, root: rootHash, moments: moments.length, agreeing }
  console.log(JSON.stringify({ ...report, lines: lines.given === lines.exported ? 'the same' : 'OTHERS' }))
  mkdirSync(RESULTS, { recursive: true })
  const facts = { measuredAt: new Date().toISOString(), ...report, sha256OfLines: lines }
  writeFileSync(join(RESULTS, 'agreement.json'), `${JSON.stringify(facts, null, 2)}\n`)
  expect({ rootHash: read.rootHash, size: read.size }).toEqual({ rootHash, size })
  if (judge.rootHash !== undefined) expect(rootHash).toBe(judge.rootHash)
  expect(lines.exported).toBe(lines.given)
  expect(shown.digests).toEqual(read.digests)
  expect(plainly).toEqual(read.digests.slice(0, PLAINLY).map((digest) => ({ rootHash, digest })))
})
