/**
 * [TR5] A text is a text, wherever it comes in: through a field, a script, a file or the address. It is kept and shown as
 * it was given, or refused with a sentence; nothing runs, navigates, asks, throws or reaches the console.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { LogBuilder } from '../logs/log-file'
import { readLogFile } from '../logs/naive-fold'
import { naughtyStrings } from '../logs/naughty-strings'
import { checkLog, hasSharedTools } from '../logs/shared-tools'
import type { LedgerPage } from '../pages/ledger-page'
import { test as base, expect } from '../pages/test'

const ALL = naughtyStrings()
const isName = (text: string) => text.isWellFormed() && text.trim() !== '' && text.trim().length <= 200
const isWords = (text: string) => text.isWellFormed() && text.length <= 4_000

/** The page of a test; afterwards it is still that page, nothing ran and nobody was asked anything. */
const test = base.extend<{ harmless: undefined }>({
  harmless: [
    async ({ page, ledger }, use) => {
      const happened: string[] = []
      page.on('dialog', (dialog) => {
        happened.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      page.on('popup', (popup) => happened.push(`window: ${popup.url()}`))
      page.on('load', () => happened.push(`went to ${page.url()}`))
      await use(undefined)
      await ledger.page.evaluate(() => new Promise(requestAnimationFrame))
      expect(await page.evaluate(() => 'ran' in window)).toBe(false)
      expect(happened).toEqual([])
    },
    { auto: true },
  ],
})

test('[TR5] every text through every field of every command, and through every question', async ({ api, page }) => {
  test.setTimeout(180_000)
  const accountId = await api.openAccount('Everyday')
  const outcomes = await page.evaluate(
    async ({ texts, accountId }) => {
      const { hindsight } = window
      const faults: string[] = []
      type Given = Parameters<typeof hindsight.dispatch>[0]
      const give = async (command: object, fields: readonly string[], text: string, fits: boolean) => {
        try {
          const { events } = await hindsight.dispatch(command as Given)
          const data = events[0]?.data as Record<string, unknown>
          const isKept = fields.every((field) => data[field] === text || data[field] === text.trim())
          if (!fits || !isKept) faults.push(`kept otherwise: ${JSON.stringify([command, data])}`)
          return events[0]?.eventId
        } catch (error) {
          const { name, code, message } = error as { name: string; code: string; message: string }
          const isWord =
            name === 'CommandRejected' &&
            ['invalid-command', 'account-not-found'].includes(code) &&
            /^.{15,400}[.]$/s.test(message)
          if (fits || !isWord) faults.push(`${name} ${code} ${message}: ${JSON.stringify(command)}`)
          return undefined
        }
      }
      const ask = async (what: string, question: () => unknown, known: readonly string[]) => {
        try {
          await question()
        } catch (error) {
          const { name, message } = error as Error
          if (!known.includes(name)) faults.push(`${what}: ${name} ${message}`)
        }
      }
      for (const [at, { text, isName, isWords }] of texts.entries()) {
        const entry = { type: 'Deposit', accountId, amount: 1, effectiveOn: '2024-03-01' }
        const fields = ['payee', 'memo', 'category']
        const entryId = await give({ ...entry, payee: text, memo: text, category: text }, fields, text, isWords)
        await ask('balance', () => hindsight.balance(text), ['CommandRejected', 'InvalidMomentError', 'Error'])
        await ask('moment', () => hindsight.travelTo({ recordedAt: text }), ['InvalidMomentError'])
        await ask('date', () => hindsight.balancesAt({ effectiveOn: text }), ['InvalidMomentError'])
        if (!isWords || text.length > 300) continue
        await give({ type: 'AnnotateEntry', accountId, entryId, payee: text }, ['payee'], text, true)
        // Our own, which come first, through the rest too; of the others one in eight.
        if (at > 60 && at % 8 > 0) continue
        await give({ type: 'RenameLedger', name: text }, ['name'], text, isName)
        await give({ type: 'RenameAccount', accountId, name: text }, ['name'], text, isName)
        await give({ type: 'ReverseEntry', accountId, entryId, reason: text }, ['reason'], text, true)
        await give({ ...entry, externalId: text }, ['externalId'], text, true)
        await give({ ...entry, accountId: text }, [], text, false)
        await give({ ...entry, effectiveOn: text }, [], text, false)
        await give({ ...entry, amount: text }, [], text, false)
        await give({ type: text }, [], text, false)
        await ask('search', () => hindsight.search(text, { limit: 3 }), [])
        await ask('history', () => hindsight.history(accountId, { search: text, limit: 3 }), [])
        await ask('events', () => hindsight.events({ text, category: text, streamId: text, limit: 3 }), [])
        await ask('open', () => hindsight.openLedger(text), ['StorageError', 'CommandRejected', 'Error'])
      }
      return faults
    },
    { texts: ALL.map((text) => ({ text, isName: isName(text), isWords: isWords(text) })), accountId },
  )
  expect(outcomes).toEqual([])
  await roundTrip({ api })
})

/** Out into a file and in again: the same bytes, and whoever else reads it finds it sound. */
async function roundTrip({ api }: Pick<LedgerPage, 'api'>): Promise<void> {
  const head = await api.call('head')
  const file = await api.exportLog()
  expect(await api.importLog(file, { into: 'new' })).toMatchObject({ size: head.size, rootHash: head.rootHash })
  expect((await api.call('verify')).ok).toBe(true)
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-naughty-'))
  try {
    const path = join(folder, 'log.json')
    writeFileSync(path, file)
    if (hasSharedTools) expect(await checkLog(path)).toMatchObject({ sound: true, rootHash: head.rootHash })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('[TR5] every text through a file: in names, words, metadata and unknown keys, byte for byte', async ({
  ledger,
}) => {
  const { api, page } = ledger
  const log = new LogBuilder('naughty')
  const sound = ALL.filter((text) => text.isWellFormed() && text.length <= 4_000)
  const accounts = sound.filter(isName).map((name, at) => {
    const id = log.id(`account ${at}`)
    const opened = { name, currency: 'EUR', exponent: 2, overdraftLimit: null, openedOn: '2024-01-01' }
    log.record(`account-${id}`, 'AccountOpened', opened)
    return id
  })
  for (const [at, text] of sound.entries()) {
    const account = accounts[at % accounts.length] ?? ''
    log.entry(account, 'Deposited', at + 1, '2024-02-01', { payee: text, memo: text, category: text, externalId: text })
    const { data = {}, metadata = {} } = log.events.at(-1) ?? {}
    // Not by assignment: one of the keys would be the object's prototype then.
    for (const object of [data, metadata])
      if (!Object.hasOwn(object, text))
        Object.defineProperty(object, text, { value: { [text]: text }, enumerable: true })
  }
  const file = log.file({ name: '</script><img src=x onerror="window.ran = true">' })
  await api.importLog(file)
  const exported = await api.exportLog()
  expect(readLogFile(exported.toString()).lines).toEqual(readLogFile(file).lines)
  await roundTrip(ledger)

  // On the screens that show most of them.
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(page.getByRole('table', { name: 'Event log' })).toBeVisible()
  await page.getByRole('table', { name: 'Event log' }).getByRole('row').nth(3).click()
  await ledger.account('<script>').first().click()
  await expect(ledger.history).toBeVisible()

  // In the name of a file too.
  for (const name of ['<img src=x onerror=window.ran=true>.json', '\u202egnp.nosj', '%00%s.json.gz', '=1+1.json']) {
    const dialog = await ledger.chooseImport({ name, mimeType: 'application/json', buffer: Buffer.from('nothing') })
    await expect(dialog.getByRole('alert').first()).toBeVisible()
    expect(await dialog.textContent()).toContain(name)
    await page.keyboard.press('Escape')
  }
})

const PAGES = ['compare', 'event-log', 'reconcile', 'sandbox', '<img src=x onerror=window.ran=true>']
const WORDS = ['account', 'at', 'on', 'clock', 'why', 'a', 'b', 'of', 'stream', 'category', 'command', 'words', 'type']
const MORE = ['from', 'to', 'dates', 'order', 'event', 'branch', '__proto__', 'constructor', '<b>']

test('[TR5] every text through every word of the address', async ({ ledger, page }) => {
  test.setTimeout(180_000)
  const accountId = await ledger.api.openAccount('Everyday')
  await ledger.api.dispatch({ type: 'Deposit', accountId, amount: 100 })
  const before = await ledger.api.state()
  await page.evaluate(
    async ({ texts, pages, words }) => {
      for (const [at, text] of texts.entries()) {
        const query = new URLSearchParams(words.map((word) => [word, text]))
        const shown = pages[at % (pages.length + 1)]
        if (shown !== undefined) query.set('page', shown)
        if (at % 40 === 0) query.set('ledger', text)
        history.pushState(null, '', `/?${query}#${encodeURIComponent(text.toWellFormed())}`)
        dispatchEvent(new PopStateEvent('popstate'))
        await new Promise(requestAnimationFrame)
      }
    },
    { texts: ALL.filter((text) => text.length < 300), pages: PAGES, words: [...WORDS, ...MORE] },
  )
  await expect(page.getByText('This part of the screen failed')).toHaveCount(0)
  expect(await ledger.api.state()).toEqual(before)
})

test('[TR5] an address that is opened with such texts shows the ledger', async ({ ledger, page, newTab, context }) => {
  const accountId = await ledger.api.openAccount('Everyday')
  for (const text of ['"><svg onload=window.ran=true>', '__proto__', '\u0000\u202e=1+1', '%E0%A4%A']) {
    const tab = await newTab(context)
    const query = new URLSearchParams([...WORDS, ...MORE, 'ledger', 'page'].map((word) => [word, text]))
    await tab.open(`/?${query}`)
    await expect(tab.account('Everyday')).toBeVisible()
    expect(await tab.page.evaluate(() => 'ran' in window)).toBe(false)
    await tab.page.close()
  }
  await page.bringToFront()
  expect(await ledger.api.call('balance', accountId)).toBe(0)
})

/** A sample for hands: each of another kind. */
const TYPED = [
  '<img src=x onerror="window.ran = true">',
  '"><svg onload=window.ran=true>',
  '{{constructor.constructor("window.ran = true")()}}',
  'user\u202efdp.exe\u202c zero\u200bwidth',
  '__proto__',
  'cafe\u0301 =HYPERLINK("x") %s 👩‍👩‍👧‍👦',
]

/** What stands in the document as a text of its own or within one, exactly so. */
const shows = (page: Page, text: string) =>
  expect.poll(() => page.evaluate((wanted) => document.body.textContent?.includes(wanted), text)).toBe(true)

test('[TR5] texts typed into every field of the screen are shown as they are', async ({ ledger, page }) => {
  test.setTimeout(180_000)
  const { api } = ledger
  await api.openAccount('First')
  for (const [at, text] of TYPED.entries()) {
    await ledger.button('New account').first().click()
    const open = ledger.dialog('New account')
    await ledger.field(open, 'Name').fill(text)
    await open.getByRole('button', { name: 'Open account', exact: true }).click()
    await expect(open).toBeHidden()
    await expect(ledger.heading(text)).toBeVisible()

    await ledger.button('Deposit').first().click()
    const deposit = ledger.dialog('Deposit')
    for (const field of ['Amount', 'Payee', 'Memo', 'Category']) await ledger.field(deposit, field).fill(text)
    await deposit.getByRole('button', { name: 'Deposit', exact: true }).click()
    await expect(ledger.field(deposit, 'Amount')).toHaveAttribute('aria-invalid', 'true')
    await ledger.field(deposit, 'Amount').fill('1')
    await deposit.getByRole('button', { name: 'Deposit', exact: true }).click()
    await expect(deposit).toBeHidden()
    await expect(ledger.history.getByRole('row').filter({ hasText: text }).first()).toBeVisible()

    // Search, palette, the typed moment, the event log's filter: read, found or not, nothing else.
    await page.keyboard.press('/')
    await page.keyboard.insertText(text)
    await expect(ledger.history.or(page.getByText('Payee, memo, category, amount')).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+K')
    await page.keyboard.insertText(text)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    if (at % 2 === 0) {
      await page.keyboard.press('b')
      const bookmark = ledger.dialog('Bookmark this moment')
      await ledger.field(bookmark, 'Name').fill(text)
      await bookmark.getByRole('textbox', { name: /^Note/ }).fill(text)
      await bookmark.getByRole('button', { name: 'Bookmark', exact: true }).click()
      await expect(bookmark).toBeHidden()
      await page.keyboard.press('Shift+B')
      await expect(ledger.dialog('Bookmarks and recent moments').getByText(text).first()).toBeVisible()
      await page.keyboard.press('Escape')
    } else {
      await page.keyboard.press('g')
      await page.keyboard.press('l')
      await page.getByRole('textbox', { name: 'Filter by words' }).fill(text)
      await expect(page.getByRole('table', { name: 'Event log' })).toBeVisible()
      await page.goBack()
    }
    await api.call('dispatch', { type: 'RenameLedger', name: text })
    await expect(page.getByRole('button', { name: /^Ledger: / })).toContainText(text)
  }
  const branch = await api.call('branch', { name: TYPED[0] ?? '' })
  await api.call('openLedger', branch.id)
  await shows(page, TYPED[0] ?? '')
  expect((await api.call('verify')).ok).toBe(true)
})
