/** Every refusal of a file (LOG-FORMAT, "Import"): the message names the place, and the ledger stays as it was. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BROKEN_LOGS } from '../logs/broken-logs'
import { faultByCheckLog, hasSharedTools } from '../logs/shared-tools'
import { expect, test } from '../pages/test'

const SEAL_BROKEN = BROKEN_LOGS.find(({ code }) => code === 'root-mismatch')?.file ?? ''

test('every refusal of a file names its place and leaves the ledger as it was', async ({ api }) => {
  test.setTimeout(120_000)
  const accountId = await api.openAccount('Untouched')
  await api.dispatch({ type: 'Deposit', accountId, amount: 4_200 })
  const before = await api.state()
  for (const { code, what, file, position, path } of BROKEN_LOGS) {
    await test.step(`${code}: ${what}`, async () => {
      for (const options of [{}, { dryRun: true }]) {
        const refusal = await api.refusal('importLog', [options], file)
        const { name, message } = refusal
        expect.soft({ name, code: refusal.code }, `${what}: ${message}`).toEqual({ name: 'LogFormatError', code })
        expect.soft(message, what).toMatch(/.{15,}/)
        if (code === 'newer-version') expect.soft(message).toContain('newer version')
        if (position !== undefined) {
          expect.soft(refusal.position, `${what}: ${message}`).toBe(position)
          expect.soft(message, what).toContain(String(position))
        }
        if (path !== undefined) expect.soft(refusal.path, `${what}: ${message}`).toBe(path)
      }
      expect.soft(await api.state(), what).toEqual(before)
    })
  }
  expect((await api.call('verify')).ok).toBe(true)
})

test('every code of the table has its file', () => {
  const codes = `not-json not-utf8 bad-gzip not-this-format newer-version too-large position-gap revision-gap repeated-event-id
    time-falls bad-field bad-amount bad-date bad-text account-not-opened invariant size-mismatch root-mismatch account-needed`
  expect([...new Set(BROKEN_LOGS.map(({ code }) => code))]).toEqual(codes.split(/\s+/))
})

test('a refused file leaves an empty ledger empty, and no new ledger behind', async ({ api }) => {
  const before = { state: await api.state(), ledgers: await api.call('ledgers') }
  for (const into of ['current', 'new'] as const) {
    expect(await api.refusal('importLog', [{ into }], SEAL_BROKEN)).toMatchObject({ code: 'root-mismatch' })
  }
  expect({ state: await api.state(), ledgers: await api.call('ledgers') }).toEqual(before)
})

test('the screen shows the message of a refused file', async ({ api, ledger }) => {
  const { message } = await api.refusal('importLog', [{}], SEAL_BROKEN)
  const dialog = await ledger.chooseImport({
    name: 'bank.json',
    mimeType: 'application/json',
    buffer: Buffer.from(SEAL_BROKEN),
  })
  await expect(dialog.getByText(message)).toBeVisible()
  expect(await api.call('head')).toMatchObject({ size: 0 })
})

const judged = hasSharedTools ? test : test.skip
judged('the independent reader refuses the same files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-refused-'))
  try {
    // Version 0 is not its matter.
    for (const { code, what, file } of BROKEN_LOGS.filter((broken) => broken.code !== 'account-needed')) {
      const path = join(folder, 'log.json')
      writeFileSync(path, file)
      expect.soft(await faultByCheckLog(path), `${code}: ${what}`).toBeDefined()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
