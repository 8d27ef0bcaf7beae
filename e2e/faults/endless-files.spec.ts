/**
 * [TR6] A file of two gigabytes, or one that unpacks to as much, is refused or given up in bounded memory; the screen
 * stays alive, and nothing is left behind. What is refused, and at what length: [X3], [X23] to [X25].
 */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGzip } from 'node:zlib'
import type { Page } from '@playwright/test'
import { LogBuilder, uuidOf } from '../logs/log-file'
import { growthDuring, hasProcessMemory } from '../pages/process-memory'
import { expect, test } from '../pages/test'

const MIB = 1024 * 1024
const PART = 16 * MIB
const GIB_2 = 2048 * MIB

const [HEADER = ''] = new LogBuilder('endless').file().split('\n', 1)
const ENTRY = `{"id":"${uuidOf('entry')}","timestamp":1700000000,"event_type":{"Deposited":{"amount":1}}},\n`

/** Begins so, and goes on with the same for two gigabytes. */
const FILES: readonly (readonly [what: string, start: string, rest: string, code: string])[] = [
  ['white space', '', ' \n', 'not-json'],
  ['white space before the events', HEADER, '\n', 'not-json'],
  ['zero bytes', '', '\0', 'not-json'],
  ['one text', `${HEADER}{"memo":"`, 'x', 'too-large'],
  ['one number', `${HEADER}{"amount":`, '1', 'too-large'],
  ['lists in lists', HEADER, '[', 'too-large'],
  ['keys beside the events', HEADER.replace('"events":[', ''), '"key":"value",', 'too-large'],
  ['text that is none', '', '\u00ff', 'not-json'],
]

interface Asked {
  readonly start: string
  readonly rest: string
  readonly part: number
  readonly size: number
  /** Milliseconds; given up then. */
  readonly patience?: number
}

interface Answer {
  readonly name: string
  readonly code?: string
  readonly message: string
  /** Milliseconds: how long it took, from giving up on where it was given up, and the longest time without a frame. */
  readonly took: number
  readonly longestFrame: number
}

/** Imports such a file, made of one part again and again, which the browser keeps once. */
function importEndless(page: Page, asked: Asked): Promise<Answer> {
  return page.evaluate(async ({ start, rest, part, size, patience }) => {
    const once = new Blob([rest.repeat(Math.ceil(part / rest.length))])
    const file = new Blob([start, ...Array.from({ length: Math.ceil(size / once.size) }, () => once)])
    const giveUp = new AbortController()
    let began = performance.now()
    let last = began
    let longestFrame = 0
    let watching = true
    const frame = (now: number) => {
      longestFrame = Math.max(longestFrame, now - last)
      last = now
      if (watching) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    if (patience !== undefined)
      setTimeout(() => {
        began = performance.now()
        giveUp.abort()
      }, patience)
    try {
      await window.hindsight.importLog(file, {
        account: { name: 'Endless', currency: 'EUR' },
        signal: giveUp.signal,
      })
      return { name: 'imported', message: '', took: 0, longestFrame }
    } catch (error) {
      const { name, code, message } = error as { name: string; code: string; message: string }
      return { name, code, message, took: performance.now() - began, longestFrame }
    } finally {
      watching = false
    }
  }, asked)
}

/** Rows in every table of every ledger. */
const rows = (page: Page) =>
  page.evaluate(async () => {
    const counts: Record<string, number> = {}
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      for (const table of db.objectStoreNames) {
        if (table === 'snapshots') continue
        counts[`${name} ${table}`] = await new Promise((resolve) => {
          const request = db.transaction(table).objectStore(table).count()
          request.onsuccess = () => resolve(request.result)
        })
      }
      db.close()
    }
    return counts
  })

const figures: string[] = []
test.afterAll(() => console.log(figures.join('\n')))

test('[TR6] two gigabytes of nothing in particular', async ({ api, browser, page }) => {
  test.setTimeout(240_000)
  const accountId = await api.openAccount('Untouched')
  await api.dispatch({ type: 'Deposit', accountId, amount: 4_200 })
  const before = { state: await api.state(), rows: await rows(page) }
  for (const [what, start, rest, code] of FILES) {
    await test.step(what, async () => {
      let answer: Answer | undefined
      const work = async () => {
        answer = await importEndless(page, { start, rest, part: PART, size: GIB_2 })
      }
      const growth = hasProcessMemory ? await growthDuring(browser, work) : await work().then(() => 0)
      expect(answer).toMatchObject({ name: 'LogFormatError', code, message: expect.stringMatching(/^.{30,400}[.]$/s) })
      // The part itself stands twice: as a text of the page, and with the browser.
      expect(growth).toBeLessThan(320 * MIB)
      expect(answer?.longestFrame).toBeLessThan(2_000)
      figures.push(`${what}: refused after ${Math.round(answer?.took ?? 0)} ms, +${Math.round(growth / MIB)} MiB`)
    })
  }
  expect({ state: await api.state(), rows: await rows(page) }).toEqual(before)
  expect((await api.call('verify')).ok).toBe(true)
})

test('[TR6] two gigabytes that might be a log are read in bounded memory, and given up at once', async ({
  api,
  browser,
  page,
}) => {
  test.setTimeout(120_000)
  const before = { state: await api.state(), rows: await rows(page) }
  let answer: Answer | undefined
  const work = async () => {
    answer = await importEndless(page, { start: '[', rest: ENTRY, part: PART, size: GIB_2, patience: 4_000 })
  }
  const growth = hasProcessMemory ? await growthDuring(browser, work) : await work().then(() => 0)
  expect(answer).toMatchObject({ name: 'AbortError' })
  expect(answer?.took).toBeLessThan(5_000)
  expect(growth).toBeLessThan(400 * MIB)
  figures.push(`a list without end: given up in ${Math.round(answer?.took ?? 0)} ms, +${Math.round(growth / MIB)} MiB`)
  expect({ state: await api.state(), rows: await rows(page) }).toEqual(before)
})

test('[TR6] an archive of half a megabyte that unpacks to half a gigabyte', async ({ api, browser, page }) => {
  test.setTimeout(120_000)
  const bomb = await packed(`${HEADER}\n{"memo":"`, 'x', 512 * MIB)
  expect(bomb.length).toBeLessThan(MIB)
  const before = await rows(page)
  let refusal: unknown
  const work = async () => {
    refusal = await api.refusal('importLog', [{}], bomb)
  }
  const growth = hasProcessMemory ? await growthDuring(browser, work) : await work().then(() => 0)
  expect(refusal).toMatchObject({ name: 'LogFormatError', code: 'too-large' })
  expect(growth).toBeLessThan(200 * MIB)
  figures.push(`an archive of ${Math.round(bomb.length / 1024)} KiB: refused, +${Math.round(growth / MIB)} MiB`)
  expect(await rows(page)).toEqual(before)
})

async function packed(start: string, rest: string, size: number): Promise<Buffer> {
  const gzip = createGzip()
  const chunks: Buffer[] = []
  const read = (async () => {
    for await (const chunk of gzip) chunks.push(chunk as Buffer)
  })()
  gzip.write(start)
  const part = Buffer.alloc(MIB, rest)
  for (let written = 0; written < size; written += MIB)
    if (!gzip.write(part)) await new Promise((resolve) => gzip.once('drain', resolve))
  gzip.end()
  await read
  return Buffer.concat(chunks)
}

test('[TR6] on the screen: a file of two gigabytes, and ten million empty lines, are refused in words', async ({
  ledger,
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-endless-'))
  try {
    const large = join(folder, 'large.json')
    writeFileSync(large, HEADER)
    // Zero bytes that take no room on the disk.
    truncateSync(large, GIB_2)
    const lines = join(folder, 'lines.json')
    writeFileSync(lines, Buffer.alloc(10_000_000, '\n'))
    for (const file of [large, lines]) {
      const dialog = await ledger.chooseImport(file)
      await expect(dialog.getByRole('alert').first()).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  expect((await ledger.api.call('head')).size).toBe(0)
})
