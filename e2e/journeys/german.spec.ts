/** The first journey in German, as a browser that asks for it shows it; and from one language to the other and back. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { livelyLog } from '../logs/log-file'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Evaluated through the debugger, which the page's Content-Security-Policy does not bind. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(AXE)
  const serious = await page.evaluate(async () => {
    type Violation = { id: string; impact: string; nodes: { target: unknown[] }[] }
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    const { violations } = await axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`)
  })
  expect.soft(serious, where).toEqual([])
}

/** Gives a command through its dialog: the button of the same name opens it, `verb` sends it. */
async function command(ledger: LedgerPage, title: string, fields: Record<string, string>, verb = title): Promise<void> {
  const { keyboard } = ledger
  await keyboard.press(ledger.button(title).first())
  const dialog = ledger.dialog(title)
  for (const [name, value] of Object.entries(fields)) await keyboard.fill(ledger.field(dialog, name), value)
  await keyboard.press(dialog.getByRole('button', { name: verb, exact: true }))
  await expect(dialog).toBeHidden()
}

/** Requests for the chunk of German words. */
function germanRequests(page: Page): string[] {
  const found: string[] = []
  page.on('request', (request) => {
    if (/\/catalogue-/.test(request.url())) found.push(request.url())
  })
  return found
}

test.describe('a browser that asks for German', () => {
  test.use({ locale: 'de-DE' })

  test('records, rewinds, reverses and exports in German, keyboard only', async ({ ledger, page, api }) => {
    test.setTimeout(180_000)
    const { keyboard } = ledger
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(page.getByText('Ein Kontobuch, das sich zurückspulen lässt')).toBeVisible()
    await expectAccessible(page, 'empty')

    await command(ledger, 'Neues Konto', { Name: 'Alltag', Währung: 'EUR' }, 'Konto eröffnen')
    await expect(ledger.heading('Alltag')).toBeVisible()
    // Figures as German writes them, in and out.
    await command(ledger, 'Einzahlen', { Betrag: '1.234,56', Zahlungspartner: 'Arbeitgeber' })
    await ledger.showsMinor(123_456)
    await expect(ledger.balance).toContainText('1.234,56')
    await command(ledger, 'Auszahlen', { Betrag: '34,56', Datum: '12.3.2024', Zahlungspartner: 'Buchladen' })
    await ledger.showsMinor(120_000)
    const table = page.getByRole('table', { name: 'Buchungen' }).or(page.getByRole('grid', { name: 'Buchungen' }))
    await expect(table.getByRole('row').filter({ hasText: 'Buchladen' })).toContainText('12. März 2024')

    // What is refused is refused in German, with the figure that would work.
    await keyboard.press(ledger.button('Auszahlen').first())
    const withdraw = ledger.dialog('Auszahlen')
    await keyboard.fill(ledger.field(withdraw, 'Betrag'), '2.000')
    await keyboard.press(withdraw.getByRole('button', { name: 'Auszahlen', exact: true }))
    await expect(ledger.field(withdraw, 'Betrag')).toHaveAccessibleDescription(
      /Auszahlen lassen sich höchstens 1\.200,00/,
    )
    await expectAccessible(page, 'refused')
    await page.keyboard.press('Escape')
    await expect(withdraw).toBeHidden()

    await keyboard.press(ledger.button('Voriges Ereignis'))
    await ledger.isRewound(true)
    await ledger.showsMinor(123_456)
    await expect(page.getByText('Gezeigter Stand:')).toBeVisible()
    await expect(ledger.button('Einzahlen').first()).toHaveAccessibleDescription(/nur in der Gegenwart/)
    await expectAccessible(page, 'past')
    await keyboard.press(ledger.button('Zurück zur Gegenwart'))
    await ledger.isRewound(false)
    await expect(page.getByRole('slider', { name: 'Zeit' })).toBeVisible()

    await page.keyboard.press('ControlOrMeta+z')
    const reverse = ledger.dialog('Stornieren')
    await keyboard.press(reverse.getByRole('button', { name: 'Stornieren', exact: true }))
    await expect(reverse).toBeHidden()
    await ledger.showsMinor(123_456)

    await keyboard.press(ledger.button('Protokoll exportieren').first())
    const download = page.waitForEvent('download')
    await keyboard.press(
      ledger.dialog('Protokoll exportieren').getByRole('button', { name: 'Protokoll exportieren', exact: true }),
    )
    await download
    // Scripts read English, whatever the screens speak.
    const refused = await page.evaluate(() =>
      window.hindsight.dispatch({ type: 'CloseAccount', accountId: 'nowhere' }).catch((error: Error) => error.message),
    )
    expect(refused).toMatch(/^There is no account/)
    expect((await api.call('head')).size).toBe(4)
  })

  test('a file with a fault is refused in German, with the place', async ({ ledger, page }) => {
    await ledger.button('Protokoll importieren').first().click()
    const dialog = ledger.dialog('Protokoll importieren')
    const lines = livelyLog(3, 30).file().toString().split('\n')
    lines[5] = lines[5]?.replace(/"recordedAt":"[^"]*"/, '"recordedAt":"gestern"') ?? ''
    const buffer = Buffer.from(lines.join('\n'))
    await dialog.locator('input[type=file]').setInputFiles({ name: 'log.json', mimeType: 'application/json', buffer })
    await expect(dialog.getByRole('alert')).toContainText(/Ereignis 5, Zeile 6: /)
    await expect(dialog.getByRole('alert')).toContainText('Das Kontobuch ist unverändert.')
    await expectAccessible(page, 'refused file')
  })

  test('a phone', async ({ ledger, page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await ledger.api.importLog(livelyLog(12, 400).file())
    await page.reload()
    await ledger.ready()
    await expect(page.getByRole('slider', { name: 'Zeit' })).toBeVisible()
    await expectAccessible(page, 'phone')
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways).toBe(0)
  })
})

test.describe('a browser that reads English', () => {
  test.use({ locale: 'en-GB' })

  test('another language is a choice in the menu, kept in this browser, at the same address', async ({
    ledger,
    page,
    newTab,
    context,
  }) => {
    const german = germanRequests(page)
    await ledger.api.importLog(livelyLog(12, 400).file())
    await ledger.account('Everyday').click()
    await page.evaluate(() => window.hindsight.travelTo({ position: 200 }))
    await expect(page).toHaveURL(/at=200/)
    const address = page.url()
    expect(german).toEqual([])

    await ledger.keyboard.press(ledger.button('Theme and language'))
    await expect(page.getByRole('menuitemradio', { name: 'English' })).toBeChecked()
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await ledger.ready()
    await ledger.isRewound(true)
    await expect(ledger.button('Zurück zur Gegenwart')).toBeVisible()
    expect(page.url()).toBe(address)
    expect(german).toHaveLength(1)
    await expect((await newTab(context)).page.locator('html')).toHaveAttribute('lang', 'de')

    // And back, by the palette.
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox', { name: 'Suchen oder Befehl' }).fill('english')
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await ledger.ready()
    await expect(ledger.button('Return to now')).toBeVisible()
    expect(page.url()).toBe(address)
    expect(german).toHaveLength(1)
  })
})
