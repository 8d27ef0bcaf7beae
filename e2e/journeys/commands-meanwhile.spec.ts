/**
 * What is recorded while the ledger works in the background: no command is lost or refused, and neither the work nor the
 * command comes out otherwise for the other. Each command is given at the work's first word of progress, so the work is
 * under way whatever the machine's speed.
 */
import { livelyLog } from '../logs/log-file'
import { readLogFile } from '../logs/naive-fold'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const EVENTS = 12_000
const log = livelyLog(31, EVENTS)
const FILE = log.file()
const SIZE = log.events.length

interface Meanwhile {
  /** What the work ended with. */
  readonly outcome: unknown
  /** Events of the command, and whether it was given before the work was over. */
  readonly types: readonly string[]
  readonly position: number
  readonly wasUnderWay: boolean
  /** Words of progress after the command was recorded: the work went on. */
  readonly wentOn: number
}

/** Runs the work, and gives a deposit as soon as it says that it is under way. */
function depositDuring(
  { page }: LedgerPage,
  given: { work: 'importLog' | 'exportLog' | 'verify'; accountId: string; file?: string },
): Promise<Meanwhile> {
  return page.evaluate(async ({ work, accountId, file }): Promise<Meanwhile> => {
    const { hindsight } = window
    let isOver = false
    let wasUnderWay = false
    let wentOn = 0
    let isRecorded = false
    let recorded: ReturnType<typeof hindsight.dispatch> | undefined
    const onProgress = () => {
      if (isRecorded) wentOn++
      if (recorded) return
      wasUnderWay = !isOver
      recorded = hindsight.dispatch({ type: 'Deposit', accountId, amount: 4_200, memo: 'given meanwhile' })
      recorded.then(() => {
        isRecorded = true
      })
    }
    let outcome: unknown
    if (work === 'importLog') outcome = await hindsight.importLog(new Blob([file ?? '']), { merge: true, onProgress })
    else if (work === 'exportLog') outcome = await (await hindsight.exportLog({ onProgress })).text()
    else outcome = await hindsight.verify({ onProgress })
    isOver = true
    const receipt = await recorded
    const types = receipt?.events.map(({ type }) => type) ?? []
    return { outcome, types, position: receipt?.position ?? 0, wasUnderWay, wentOn }
  }, given)
}

test('a command given during an import is recorded, and the import is whole', async ({ ledger, api }) => {
  const accountId = await api.openAccount('Everyday')
  const { outcome, types, wasUnderWay } = await depositDuring(ledger, { work: 'importLog', accountId, file: FILE })
  expect({ types, wasUnderWay }).toEqual({ types: ['Deposited'], wasUnderWay: true })
  expect(outcome).toMatchObject({ result: 'merged', added: SIZE })
  expect(await api.call('balance', accountId)).toBe(4_200)
  // The account's opening and its deposit, and every event of the file once.
  expect((await api.call('head')).size).toBe(2 + SIZE)
  expect(await api.call('verify')).toMatchObject({ ok: true, size: 2 + SIZE })
})

test('a command given during an export is recorded, and the file is the ledger as it was', async ({ ledger, api }) => {
  await api.importLog(FILE)
  const accountId = (await api.call('accounts'))[0]?.id ?? ''
  const before = await api.call('balance', accountId)
  const { outcome, types, position, wasUnderWay } = await depositDuring(ledger, { work: 'exportLog', accountId })
  expect({ types, position, wasUnderWay }).toEqual({ types: ['Deposited'], position: SIZE + 1, wasUnderWay: true })
  const file = readLogFile(outcome as string)
  expect(file.size).toBe(SIZE)
  expect(file.lines).toEqual(readLogFile(FILE).lines)
  expect(file.rootHash).toBe(readLogFile(FILE).rootHash)
  expect(await api.call('balance', accountId)).toBe(before + 4_200)
})

test('a command given during a verification is recorded, and what is verified is sound', async ({ ledger, api }) => {
  await api.importLog(FILE)
  const accountId = (await api.call('accounts'))[0]?.id ?? ''
  const { outcome, types, position, wasUnderWay } = await depositDuring(ledger, { work: 'verify', accountId })
  expect({ types, position, wasUnderWay }).toEqual({ types: ['Deposited'], position: SIZE + 1, wasUnderWay: true })
  expect(outcome).toMatchObject({ ok: true })
  expect(await api.call('verify')).toMatchObject({ ok: true, size: SIZE + 1 })
})

test('what is recorded during an import shows at once, beside the word of how far the import is', async ({
  ledger,
  api,
  page,
}) => {
  const accountId = await api.openAccount('Everyday')
  await api.importLog(FILE, { merge: true })
  await page.goto(`/?account=${accountId}`)
  await ledger.ready()
  await ledger.showsMinor(0)
  const worker = await holdWorkers(page)
  const dialog = await ledger.chooseImport({
    name: 'log.json',
    mimeType: 'application/json',
    buffer: Buffer.from(livelyLog(32, 200).file()),
  })
  // Its worker has not even started: whatever is recorded now is recorded during the work.
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await expect(dialog).toContainText(/Starting|Reading|Checking/)
  await api.dispatch({ type: 'Deposit', accountId, amount: 4_200 })
  await ledger.showsMinor(4_200)
  await worker.letGo()
  await expect(dialog.getByRole('progressbar')).toBeHidden()
})

/** Workers that start from now on wait until they are let go. */
async function holdWorkers(page: LedgerPage['page']): Promise<{ letGo(): Promise<void> }> {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  // Those that rest are ended, or they would do the work.
  await page.reload()
  await page.waitForFunction(() => window.hindsight !== undefined)
  await page.evaluate(() => window.hindsight.ready)
  await page.route('**/assets/heavy.worker*', async (route) => {
    await held
    await route.continue()
  })
  return {
    letGo: async () => {
      letGo()
    },
  }
}
