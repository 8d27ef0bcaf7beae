/** The screens about time, in German: nothing of English is left on any of them, by eye or by ear. */
import { LogBuilder } from '../logs/log-file'
import { expectAccessible } from '../pages/accessible'
import { englishRest } from '../pages/english-rest'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

test.use({ locale: 'de-DE' })
test.setTimeout(180_000)

const DAY = 86_400_000

/** Two accounts, four months: a balance of the bank that was agreed, and an entry of before it, recorded afterwards. */
async function household(ledger: LedgerPage): Promise<string> {
  const log = new LogBuilder('deutsch', '2024-01-01T08:00:00.000Z')
  const [alltag, vorrat] = [log.open('Alltag'), log.open('Vorrat')]
  const record = (type: string, data: object) => log.record(`account-${alltag}`, type, { ...data }, 5 * DAY)
  const entry = (type: string, amount: number, effectiveOn: string, payee: string, category: string) =>
    record(type, { amount, effectiveOn, payee, category })
  record('OverdraftLimitChanged', { overdraftLimit: 0 })
  entry('Deposited', 300_000, '2024-01-05', 'Arbeitgeber', 'Gehalt')
  entry('Withdrawn', 98_000, '2024-01-10', 'Vermieterin', 'Wohnen')
  entry('Withdrawn', 1_254, '2024-01-15', 'Bäckerei', 'Essen')
  log.transfer(alltag, vorrat, 20_000, '2024-01-16')
  record('BalanceAsserted', { balance: 180_746, effectiveOn: '2024-01-31' })
  entry('Withdrawn', 2_000, '2024-01-20', 'Gärtnerei', 'Garten')
  entry('Deposited', 4_500, '2024-02-10', 'Kino', 'Kultur')
  const entryId = entry('Withdrawn', 840, '2024-02-12', 'Bäckerei', 'Essen')
  record('EntryReversed', { entryId, amount: 840, effectiveOn: '2024-02-12', reason: 'doppelt' })
  await ledger.api.importLog(log.file())
  await open(ledger, `account=${alltag}`)
  await expect(ledger.heading('Alltag')).toBeVisible()
  return alltag
}

async function open(ledger: LedgerPage, query: string): Promise<void> {
  await ledger.page.goto(`/?${query}`)
  await ledger.ready()
}

async function isGerman({ page }: LedgerPage, where: string): Promise<void> {
  expect.soft(await englishRest(page), where).toEqual([])
  await expectAccessible(page, where)
}

async function palette({ page }: LedgerPage, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Suchen oder Befehl' }).fill(text)
  await page.keyboard.press('Enter')
}

test('why, compare, bookmarks, reconcile and the statement speak German', async ({ ledger, page }) => {
  const alltag = await household(ledger)
  await expect(ledger.button(/^1 geändert: /)).toBeVisible()
  await expect(page.locator('tr[data-mark]')).toContainText('Nach dem Abgleich vom 31. Jan. 2024 geändert')
  await isGerman(ledger, 'account')

  await page.locator('[data-why="account"]').click()
  const why = page.getByRole('region', { name: /^Warum / })
  await expect(why).toContainText('noch einmal addiert: Es stimmt auf die letzte Stelle.')
  await isGerman(ledger, 'why')
  for (const grouping of ['Monat', 'Kategorie']) {
    await why.getByRole('radio', { name: grouping, exact: true }).check()
    await expect(why.getByRole('columnheader', { name: grouping })).toBeVisible()
    await isGerman(ledger, `why, ${grouping}`)
  }
  await page.evaluate(() => window.hindsight.travelTo({ position: 6, effectiveOn: '2024-01-12' }))
  await ledger.isRewound(true)
  await isGerman(ledger, 'why, past')

  await open(ledger, 'page=compare&a=5')
  await expect(ledger.heading('Zwei Zeitpunkte vergleichen')).toBeVisible()
  await expect(page.getByText('Ereignisse dazwischen')).toBeVisible()
  await isGerman(ledger, 'compare')
  await open(ledger, 'page=compare')
  await expect(page.getByText('Zwei Zeitpunkte nebeneinander')).toBeVisible()
  await isGerman(ledger, 'nothing to compare')

  await open(ledger, `account=${alltag}&at=5`)
  await ledger.isRewound(true)
  await page.keyboard.press('b')
  const bookmark = ledger.dialog('Lesezeichen setzen')
  await ledger.keyboard.fill(ledger.field(bookmark, 'Name'), 'Steuererklärung')
  await isGerman(ledger, 'bookmark')
  await page.keyboard.press('Enter')
  await expect(bookmark).toBeHidden()
  await page.keyboard.press('Shift+B')
  await expect(ledger.dialog('Lesezeichen und letzte Zeitpunkte')).toContainText('Steuererklärung')
  await isGerman(ledger, 'bookmarks')

  await open(ledger, `page=reconcile&account=${alltag}&date=2024-02-29&balance=174246`)
  await expect(ledger.heading('Abweichung finden')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Mögliche Ursachen' }).getByRole('listitem')).not.toHaveCount(0)
  await isGerman(ledger, 'reconcile')
  await open(ledger, `page=reconcile&account=${alltag}&date=2024-01-31&balance=180746`)
  await expect(page.getByText(/war mit der Bank abgeglichen\. Eine danach erfasste Buchung/)).toBeVisible()
  await isGerman(ledger, 'reconcile, changed since')

  await open(ledger, `page=statement&account=${alltag}`)
  await expect(ledger.button('Drucken')).not.toHaveAttribute('aria-disabled', 'true')
  await isGerman(ledger, 'statement')
})

test('the event log and sandboxes speak German', async ({ ledger, page }) => {
  const alltag = await household(ledger)
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(page.getByRole('table', { name: 'Ereignisprotokoll' })).toBeVisible()
  await ledger.button('Filter').click()
  await expect(page.getByRole('region', { name: 'Ereignisprotokoll filtern' })).toBeVisible()
  await isGerman(ledger, 'event log')
  await open(ledger, 'page=event-log&event=8&at=9&words=alltag&type=TransferSent')
  await expect(page.getByText(/^Gehört zur Wurzel/)).toBeVisible()
  await page.getByText('Wie?').click()
  await isGerman(ledger, 'event and seal')
  await open(ledger, 'page=event-log&words=nirgends')
  await expect(page.getByText('Kein Ereignis passt zu diesem Filter')).toBeVisible()
  await isGerman(ledger, 'no event')

  await open(ledger, `account=${alltag}&at=5`)
  await ledger.isRewound(true)
  await palette(ledger, 'Hier abzweigen')
  await expect(ledger.dialog('Hier abzweigen')).toContainText('Die ersten 5 von 15 Ereignissen')
  await isGerman(ledger, 'branch')
  await page.keyboard.press('Escape')
  await page.evaluate(() => window.hindsight.travelTo('now'))
  await ledger.isRewound(false)
  const row = page.locator('tr[data-position]').filter({ hasText: 'Arbeitgeber' })
  await row.hover()
  await row.getByRole('button', { name: 'Mehr' }).click()
  expect.soft(await englishRest(page), 'menu of a row').toEqual([])
  await page.getByRole('menuitem', { name: 'In einer Sandbox weglassen' }).click()
  const dialog = ledger.dialog('Hier abzweigen')
  await expect(dialog.getByRole('radio', { name: 'Was wäre, wenn' })).toBeChecked()
  await isGerman(ledger, 'what if')
  await ledger.field(dialog, 'Name').fill('Ohne Gehalt')
  await dialog.getByRole('button', { name: 'Sandbox öffnen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ohne Gehalt' })).toBeVisible()
  const refused = page.getByRole('list', { name: /Ereignisse ließen sich nicht mehr erfassen$/ })
  await expect(refused).toContainText('nicht gedeckt')
  await expect(refused).toContainText('Auf „Alltag“ ist nicht genug verfügbar.')
  await ledger.api.dispatch({ type: 'Deposit', accountId: alltag, amount: 700, payee: 'Tante' })
  await expect(page.getByRole('list', { name: 'Hier gegebene Befehle' })).toContainText('Würde erfasst')
  await isGerman(ledger, 'sandbox')
  await ledger.button('Sandbox verwerfen').click()
  await expect(ledger.dialog('Sandbox verwerfen')).toContainText('„Ohne Gehalt“')
  await isGerman(ledger, 'discard')
})

test('the time dock, its clocks and what is typed are German', async ({ ledger, page }) => {
  await household(ledger)
  await ledger.button('Einstellungen der Zeitleiste').click()
  await expect(page.getByRole('radiogroup', { name: 'Ziehen rastet ein' })).toBeVisible()
  await isGerman(ledger, 'settings')
  await page.keyboard.press('Escape')
  await ledger.button(/^Tempo/).click()
  await expect(page.getByRole('dialog', { name: 'Wiedergabe' })).toBeVisible()
  await isGerman(ledger, 'playback')
  await page.keyboard.press('Escape')

  const clock = page.getByRole('radiogroup', { name: 'Uhr' })
  for (const each of ['Wertstellung', 'Beide']) {
    await clock.getByText(each, { exact: true }).click()
    await expect(clock.getByRole('radio', { name: each })).toBeChecked()
    await isGerman(ledger, each)
  }
  await page.evaluate(() => window.hindsight.travelTo({ position: 10, effectiveOn: '2024-01-31' }))
  await expect(page.getByText('1 Buchung jener Zeit kam später')).toBeVisible()
  await isGerman(ledger, 'both clocks')
  await clock.getByText('Erfassung', { exact: true }).click()

  await palette(ledger, 'Ereignis 5')
  await expect.poll(() => page.evaluate(() => window.hindsight.cursor)).toEqual({ position: 5 })
  await ledger.button(/^Zu einem Zeitpunkt gehen/).click()
  const dialog = ledger.dialog('Zu einem Zeitpunkt gehen')
  const field = ledger.field(dialog, 'Zeitpunkt')
  await isGerman(ledger, 'go to')
  await field.fill('irgendwann')
  await page.keyboard.press('Enter')
  await expect(field).toHaveAccessibleDescription(/^„irgendwann“ ist kein Zeitpunkt/)
  await isGerman(ledger, 'no moment')
  for (const [text, said] of [
    ['Ende Januar 2024', /31\. Jan\. 2024.*, das Ende jenes Monats/],
    ['1. Quartal 2024', /31\. März 2024.*, das Ende jenes Quartals/],
    ['KW 4 2024', /28\. Jan\. 2024.*, das Ende jener Woche/],
    ['letzter Monat', /Das ist die Gegenwart/],
  ] as const) {
    await field.fill(text)
    await expect(field).toHaveAccessibleDescription(said)
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('option', { name: /^Umbuchen/ })).toBeVisible()
  await isGerman(ledger, 'palette')
  await page.getByRole('combobox', { name: 'Suchen oder Befehl' }).fill('zeit')
  await expect(page.getByRole('option', { name: /^Zu einem Zeitpunkt gehen/ })).toBeVisible()
  await isGerman(ledger, 'commands about time')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(ledger.dialog('Hilfe und Tastenkürzel')).toBeVisible()
  await isGerman(ledger, 'help')
})
