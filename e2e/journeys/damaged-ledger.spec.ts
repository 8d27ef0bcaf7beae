/** A ledger is damaged on disk: it opens, says so, gives out what is sound, is repaired, and two files prove what they are. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessibleInBoth } from '../pages/accessible'
import { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

/** Breaks the first byte of the batch that holds an event. */
function damageEvent(page: Page, position: number): Promise<void> {
  return page.evaluate(async (at) => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const name = names.find((each) => each.startsWith('hindsight-')) as string
    const open = indexedDB.open(name)
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result)
    })
    const settle = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve) => {
        request.onsuccess = () => resolve(request.result)
      })
    const work = db.transaction(['index', 'batches', 'snapshots'], 'readwrite')
    const { batchId } = await settle(work.objectStore('index').get(at))
    const row = await settle(work.objectStore('batches').get(batchId))
    row.bytes[0] = 0
    work.objectStore('batches').put(row)
    work.objectStore('snapshots').clear()
    await new Promise((resolve) => {
      work.oncomplete = resolve
    })
    db.close()
  }, position)
}

test('a damaged ledger opens, gives out what is sound, and is repaired from a backup', async ({ ledger, api }) => {
  const { page } = ledger
  const everyday = await api.openAccount('Everyday')
  for (const amount of [900, 800, 700, 600]) await api.dispatch({ type: 'Deposit', accountId: everyday, amount })
  const early = await api.exportLog({ at: { position: 2 } })
  const backup = await api.exportLog({ at: { position: 4 } })
  await damageEvent(page, 3)
  await page.reload()
  await page.evaluate(() => window.hindsight.ready)

  const notice = page.getByRole('region', { name: 'This ledger is damaged' })
  await expect(notice).toContainText('From event 3 on, nothing is vouched for.')
  expect(await api.call('balance', everyday)).toBe(900)
  expect(await api.refusal('dispatch', [{ type: 'Deposit', accountId: everyday, amount: 1 }])).toMatchObject({
    name: 'StorageError',
    code: 'corrupt',
    position: 3,
  })
  await notice.getByRole('button', { name: 'What is damaged' }).click()
  const verify = page.getByRole('dialog', { name: 'Verify' })
  await expect(verify).toContainText('Event 3 cannot be read.')
  await expect(verify).toContainText('2 events before it are sound.')
  await expect(verify).toContainText('2 events behind it still fit their seals.')
  await expectAccessibleInBoth(page, 'verify of a damaged ledger')

  await verify.getByRole('button', { name: 'Export what is sound' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Export log' }).click()
  const sound = JSON.parse(readFileSync(await (await saving).path(), 'utf8'))
  expect(sound).toMatchObject({ size: 2, rootHash: JSON.parse(early.toString()).rootHash })

  await page.goto('/?page=event-log&event=2')
  await ledger.ready()
  // What is sound is proved against what is sound.
  await expect(page.getByRole('region', { name: 'Event 2' }).getByText('root after event 2')).toBeVisible()

  await page.getByRole('region', { name: 'This ledger is damaged' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Repair from a backup …' }).click()
  const repair = page.getByRole('dialog', { name: 'Repair from a backup' })
  await repair
    .getByLabel('Log file')
    .setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer: backup })
  await expect(repair).toContainText('4 events are kept as they are')
  await expect(repair).toContainText('1 event comes from the file')
  await expectAccessibleInBoth(page, 'repair')
  await repair.getByRole('button', { name: 'Repair', exact: true }).click()
  await expect(repair).toContainText('Verified afterwards: intact, 5 events.')
  await repair.getByRole('button', { name: 'Discard it' }).click()
  await repair.getByRole('button', { name: 'Done' }).click()
  await expect(notice).toHaveCount(0)
  expect(await api.call('balance', everyday)).toBe(3000)
  expect(await api.call('verify')).toMatchObject({ ok: true, size: 5 })
  await api.dispatch({ type: 'Deposit', accountId: everyday, amount: 1 })
})

test('two files prove what they are to each other, and one what it is to the ledger', async ({ ledger, api }) => {
  const { page } = ledger
  const everyday = await api.openAccount('Everyday')
  for (const amount of [900, 800, 700]) await api.dispatch({ type: 'Deposit', accountId: everyday, amount })
  const early = await api.exportLog({ at: { position: 2 } })
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('Prove')
  await page.getByRole('option', { name: 'Prove an export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Prove an export' })
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/json', buffer })
  await dialog.getByLabel('Log file', { exact: true }).setInputFiles(file('early.json', early))
  await dialog.getByRole('button', { name: 'Prove', exact: true }).click()
  await expect(dialog).toContainText('“early.json” is an earlier state of')
  await expect(dialog).toContainText('signed by this browser')
  await expect(dialog).toContainText('This proof was checked here and holds.')
  await expectAccessibleInBoth(page, 'prove an export')

  await dialog.getByRole('radio', { name: 'Another file' }).check({ force: true })
  const forged = Buffer.from(early.toString().replace('"note":"hindsight', '"note":"Hindsight'))
  await dialog.getByLabel('Second log file').setInputFiles(file('forged.json', forged))
  await dialog.getByRole('button', { name: 'Prove', exact: true }).click()
  await expect(dialog).toContainText('“early.json” and “forged.json” are the same')
  await expect(dialog).toContainText('the signature does not fit')

  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save the proof' }).click()
  const proof = JSON.parse(readFileSync(await (await saving).path(), 'utf8'))
  const check = (given: unknown) => page.evaluate((each) => window.hindsight.checkProof(each as never), given)
  expect(await check(proof)).toBe(true)
  expect(await check({ ...proof, common: 1 })).toBe(false)
})

/** Changes the first digit of the amount of an event in its batch, whose seal then does not fit. */
function changeAmount(page: Page, position: number): Promise<void> {
  return page.evaluate(async (at) => {
    const settle = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve) => {
        request.onsuccess = () => resolve(request.result)
      })
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    for (const name of names.filter((each) => each.startsWith('hindsight-'))) {
      const db = await settle(indexedDB.open(name))
      const work = db.transaction('batches', 'readwrite')
      for (const row of await settle(work.objectStore('batches').getAll())) {
        const text = new TextDecoder('latin1').decode(row.bytes)
        const line = text.lastIndexOf('\n', text.indexOf(`"globalPosition":${at},`)) + 1
        const digit = text.indexOf('"amount":', line) + 9
        if (!text.includes(`"globalPosition":${at},`)) continue
        row.bytes[digit] = row.bytes[digit] === 0x31 ? 0x32 : 0x31
        work.objectStore('batches').put(row)
      }
      await new Promise((resolve) => {
        work.oncomplete = resolve
      })
      db.close()
    }
  }, position)
}

test('in a batch of many events the changed one is named, with what it was', async ({ api, newProfile }) => {
  const everyday = await api.openAccount('Everyday')
  for (let amount = 301; amount <= 340; amount++) await api.dispatch({ type: 'Deposit', accountId: everyday, amount })
  const file = await api.exportLog()
  // Imported elsewhere, all of them stand in one batch; the file is signed by the browser that wrote it.
  const another = await newProfile()
  const there = new LedgerPage(await another.newPage())
  await there.open()
  const dialog = await there.chooseImport({ name: 'log.json', mimeType: 'application/json', buffer: file })
  await expect(dialog).toContainText('by a key that is new here. The signature fits')
  await expectAccessibleInBoth(there.page, 'import preview with a signature')
  await dialog.getByRole('button', { name: 'Import 41 events' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await changeAmount(there.page, 20)
  const report = await there.api.call('verify')
  expect(report).toMatchObject({ ok: false, damage: { event: { named: { position: 20 } } } })
  await there.page.reload()
  await there.ready()
  await there.page.getByRole('region', { name: 'This ledger is damaged' }).getByRole('button').click()
  const verify = there.page.getByRole('dialog', { name: 'Verify' })
  await expect(verify).toContainText('Event 20 differs from what was shown before:')
  await expect(verify).toContainText('amount: was €3.19, now reads €1.19')
  await expect(verify).toContainText('Certain is that one of the events 1 to 32 was changed')
  await expectAccessibleInBoth(there.page, 'the changed event')

  // The event log shows no root for what nobody vouches for.
  for (const [position, words] of [
    [20, 'This event is not the one that was sealed'],
    [5, 'One of the events 1 to 32 was changed, perhaps this one'],
    [40, 'Behind a damaged place: nothing is vouched for from event 1 on'],
  ] as const) {
    await there.page.goto(`/?page=event-log&event=${position}`)
    await there.ready()
    const panel = there.page.getByRole('region', { name: `Event ${position}`, exact: true })
    await expect(panel.getByRole('status')).toContainText(words)
    await expect(panel.getByRole('region', { name: 'Seal' })).toContainText(
      'only the first 0 are as they were recorded',
    )
    await expect(
      there.page.getByRole('table', { name: 'Event log' }).getByLabel('not vouched for').first(),
    ).toBeVisible()
  }
  await expectAccessibleInBoth(there.page, 'an event behind the damage')
})
