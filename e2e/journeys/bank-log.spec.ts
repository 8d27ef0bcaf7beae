/** A whole bank through the "Import log" button: its seal, its balances at any moment, and every byte of it back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { livelyLog } from '../logs/log-file'
import { type FileMoment, naiveBalances, type ReadLog, readLogFile } from '../logs/naive-fold'
import { pick, randomFrom } from '../logs/random'
import { checkLog, hasSharedTools, WITHOUT_SHARED, writeBerkaLog } from '../logs/shared-tools'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const BERKA_ROOT = '9e0bd10b6862f6797f1a2af7203c55d8cf3aefefd77cc7ec77dfe5f0c555cc31'
const SEED = 20_260_615

let folder = ''
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindsight-bank-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Positions, instants and dates of the log by chance, both clocks together among them. */
function randomMoments(log: ReadLog, count: number): FileMoment[] {
  const random = randomFrom(SEED)
  const anEvent = () => log.events[pick(random, log.size)]
  const aDate = () => {
    const { effectiveOn, openedOn } = (anEvent()?.data ?? {}) as { effectiveOn?: string; openedOn?: string }
    return effectiveOn ?? openedOn ?? '1994-01-01'
  }
  return Array.from({ length: count }, (_, i) => {
    if (i % 4 === 0) return { position: pick(random, log.size + 1) }
    if (i % 4 === 1) return { recordedAt: anEvent()?.recordedAt ?? '' }
    if (i % 4 === 2) return { effectiveOn: aDate() }
    return { position: pick(random, log.size + 1), effectiveOn: aDate() }
  })
}

async function importThroughButton(ledger: LedgerPage, file: string, size: number): Promise<void> {
  const dialog = await ledger.chooseImport(file)
  const events = new Intl.NumberFormat('en-GB').format(size)
  await dialog.getByRole('button', { name: `Import ${events} events` }).click({ timeout: 60_000 })
  await expect(dialog.getByText(`The ledger has ${events} events now.`)).toBeVisible({ timeout: 60_000 })
  await dialog.getByRole('button', { name: 'Done' }).click()
}

/** Imports the file, then holds root, balances and export against it. */
async function takesTheBank(ledger: LedgerPage, file: string): Promise<ReadLog> {
  const { api } = ledger
  const log = readLogFile(readFileSync(file, 'utf8'))
  await importThroughButton(ledger, file, log.size)

  const moments = randomMoments(log, 100)
  const answers = await api.balancesAtAll(moments as { position: number }[])
  for (const [i, moment] of moments.entries()) {
    expect(new Map(answers[i]), JSON.stringify(moment)).toEqual(naiveBalances(log, moment))
  }
  expect(readLogFile((await api.exportLog()).toString()).lines).toEqual(log.lines)
  expect(await api.call('verify')).toMatchObject({ ok: true, size: log.size })
  return log
}

/** Words and figures are found as a plain look at every line finds them. */
async function findsWords({ api }: LedgerPage, log: ReadLog, text: string): Promise<void> {
  const answers = log.events.filter(({ data }) => {
    const { payee, memo, category } = data as Record<string, string | undefined>
    return [payee, memo, category].some((said) => said?.toLowerCase().includes(text))
  })
  const { total, entries } = await api.call('search', text, { limit: 20 })
  expect(total).toBe(answers.length)
  expect(entries.map(({ eventId }) => eventId)).toEqual(
    answers
      .slice(-20)
      .reverse()
      .map(({ eventId }) => eventId),
  )
}

/** The same answers from the independent reader, for a few of the moments (it reads the whole file each time). */
async function agreesWithCheckLog(ledger: LedgerPage, log: ReadLog, file: string): Promise<void> {
  for (const moment of randomMoments(log, 100).slice(0, 8)) {
    const options = [
      ...(moment.position === undefined ? [] : ['--position', String(moment.position)]),
      ...(moment.recordedAt === undefined ? [] : ['--recorded', moment.recordedAt]),
      ...(moment.effectiveOn === undefined ? [] : ['--effective', moment.effectiveOn]),
    ]
    const { accounts } = await checkLog(file, options)
    const expected = new Map(accounts.map(({ id, balance }) => [id, balance]))
    expect(await ledger.api.balancesAt(moment as { position: number }), options.join(' ')).toEqual(expected)
  }
}

test('a log of our own making, 5,000 events on both clocks', async ({ ledger }) => {
  test.setTimeout(120_000)
  const file = join(folder, 'own.json')
  writeFileSync(file, livelyLog(SEED, 5_000).file())
  const log = await takesTheBank(ledger, file)
  expect(await ledger.api.call('head')).toMatchObject({ size: log.size, rootHash: log.rootHash })
  if (hasSharedTools) await agreesWithCheckLog(ledger, log, file)
})

const withBank = hasSharedTools ? test : test.skip
withBank(
  `the Czech bank of 1993, 50,331 events${hasSharedTools ? '' : ` (${WITHOUT_SHARED})`}`,
  async ({ ledger, page }) => {
    test.setTimeout(300_000)
    const file = join(folder, 'berka.json')
    await writeBerkaLog(file)
    // Whoever imports much sees how far it is.
    await page.evaluate(() => {
      const counts = new Set<string>()
      new MutationObserver(() => {
        const bar = document.querySelector('progress, [role=progressbar]')
        if (bar) counts.add(bar.getAttribute('aria-valuetext') ?? '')
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
      Object.assign(window, { progressSeen: counts })
    })
    const log = await takesTheBank(ledger, file)
    expect(
      await page.evaluate(() => (window as unknown as { progressSeen: Set<string> }).progressSeen.size),
    ).toBeGreaterThan(1)
    expect(await ledger.api.call('head')).toMatchObject({ size: 50_331, rootHash: BERKA_ROOT })
    await agreesWithCheckLog(ledger, log, file)
    await findsWords(ledger, log, 'sluzby')
    await findsWords(ledger, log, 'prevod')
  },
)
