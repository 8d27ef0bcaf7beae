/** What a newer version has written, met by this one: an open tab, a database, a file. Nothing is opened half. */
import type { Page } from '@playwright/test'
import { livelyLog } from '../logs/log-file'
import { expect, SENTENCE, test } from '../pages/test'

/** Opens each database whose name fits as a newer version would, with a table of its own; resolves when it is upgraded. */
function upgrade(page: Page, which: 'ledger' | 'registry'): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
    const chosen = names.filter((name) => (name === 'hindsight') === (wanted === 'registry'))
    for (const name of chosen) {
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, 1_000)
        request.onupgradeneeded = () => request.result.createObjectStore('ofTheFuture')
        request.onblocked = () => reject(new Error(`${name} is blocked by an older tab`))
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          request.result.close()
          resolve()
        }
      })
    }
    return chosen
  }, which)
}

for (const which of ['ledger', 'registry'] as const) {
  test(`[VS1] a tab of an older version gives way to a newer one and says so: the ${which}`, async ({
    api,
    ledger,
    page,
    context,
    watch,
  }) => {
    watch.allow(/./)
    const accountId = await api.openAccount('Everyday')
    await api.dispatch({ type: 'Deposit', accountId, amount: 100 })
    // A page of the same origin without the app, standing for a tab with a newer version of it.
    const newer = await context.newPage()
    await newer.goto('/no-such-file.txt')
    expect((await upgrade(newer, which)).length).toBeGreaterThan(0)
    await expect(page.getByText(/^This tab is of an older version/)).toBeVisible()
    await expect(ledger.button('Reload')).toBeVisible()
    const refusal = await api.refusal('dispatch', [{ type: 'Deposit', accountId, amount: 1 }])
    expect(refusal).toMatchObject({ name: 'StorageError', code: 'blocked', because: 'newer-tab' })
    expect(refusal.message).toMatch(SENTENCE)

    // The older program again: it opens nothing of what it does not know, and says what to do.
    await page.reload()
    await page.waitForFunction(() => window.hindsight !== undefined)
    await expect(page.getByText(/^A newer version of Hindsight has written this ledger/)).toBeVisible()
    expect(await api.refusal('exportLog', [])).toMatchObject({ code: 'blocked', because: 'newer-database' })
    expect(await api.refusal('head', [])).toMatchObject({ code: 'blocked' })
    const versions = await page.evaluate(async () => (await indexedDB.databases()).map(({ version }) => version))
    expect(versions).toContain(1_000)
  })
}

const FILE = livelyLog(3, 60).file().toString()
const changed = (position: number, change: (event: Record<string, unknown>) => void) => {
  const lines = FILE.split('\n')
  const event = JSON.parse((lines[position] ?? '').replace(/,$/, ''))
  change(event)
  lines[position] = `${JSON.stringify(event)},`
  return lines.join('\n')
}
const NEWER = {
  'the form of the file': FILE.replace('"formatVersion":1', '"formatVersion":2'),
  'a type of event that is not known here': changed(40, (event) => {
    event.type = 'PeriodClosed'
  }),
  'a later version of an event': changed(40, (event) => {
    event.schemaVersion = 2
  }),
}

for (const [what, file] of Object.entries(NEWER)) {
  test(`[VS4] a file from a newer version is refused whole: ${what}`, async ({ api, ledger }) => {
    for (const state of ['empty', 'in use']) {
      if (state === 'in use') await api.openAccount('Everyday')
      const before = [await api.state(), await api.call('stats'), await api.call('ledgers')]
      for (const options of [{}, { dryRun: true }, { into: 'new' }, { merge: true }]) {
        const refusal = await api.refusal('importLog', [options], file)
        expect(refusal).toMatchObject({ name: 'LogFormatError', code: 'newer-version' })
        expect(refusal.message).toMatch(SENTENCE)
      }
      expect([await api.state(), await api.call('stats'), await api.call('ledgers')]).toEqual(before)
    }
    const dialog = await ledger.chooseImport({
      name: 'newer.json',
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    })
    await expect(dialog.getByText('Made by a newer version of Hindsight')).toBeVisible()
    await expect(dialog.getByText('Your ledger is unchanged.')).toBeVisible()
    expect((await api.call('verify')).ok).toBe(true)
  })
}
