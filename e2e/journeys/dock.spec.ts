/** The dock as a picture: zoomed by wheel, keys, brush and fingers, previewed, snapped, spaced, and the cursor stays put. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { LogBuilder } from '../logs/log-file'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const FIVE_DAYS = 5 * 86_400_000

/** Two accounts opened on 1 January 2024; 72 deposits of 10.00 in Everyday and one of 500.00 in Savings, one every five days. */
async function fill(ledger: LedgerPage): Promise<void> {
  const log = new LogBuilder('dock', '2024-01-01T09:00:00.000Z')
  const [everyday, savings] = [log.open('Everyday'), log.open('Savings')]
  for (let count = 1; count <= 73; count++) {
    const day = new Date(Date.parse('2024-01-01T00:00:00.000Z') + count * FIVE_DAYS).toISOString().slice(0, 10)
    const isSaved = count === 40
    log.record(
      `account-${isSaved ? savings : everyday}`,
      'Deposited',
      { amount: isSaved ? 50_000 : 1_000, effectiveOn: day, payee: `Payer ${count}` },
      FIVE_DAYS,
    )
  }
  await ledger.api.importLog(log.file())
  await ledger.account('Everyday').click()
  await ledger.showsMinor(72_000)
  await expect(ledger.button('Track settings')).toBeVisible()
}

const cursorOf = (page: Page) => page.evaluate(() => window.hindsight.cursor)

/** A place on the track, 0 to 1 of its width. */
async function placeOn(ledger: LedgerPage, share: number): Promise<{ x: number; y: number }> {
  const box = await ledger.slider.boundingBox()
  if (!box) throw new Error('There is no track.')
  // The slider is a handle's half wider than the track on both sides.
  return { x: box.x + 22 + (box.width - 44) * share, y: box.y + 30 }
}

const partShown = (page: Page) => page.getByRole('slider', { name: 'Part shown' })

test('keys on the slider zoom in and out and back to the whole, and the cursor stays', async ({ ledger, page }) => {
  await fill(ledger)
  await page.evaluate(() => window.hindsight.travelTo({ position: 40 }))
  await ledger.slider.focus()
  for (const key of ['+', '+', '+']) await page.keyboard.press(key)
  await expect(partShown(page)).toBeVisible()
  // Nothing of it stands beyond the page's end.
  const overhang = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
  expect(overhang).toBeLessThanOrEqual(0)
  await expect(ledger.button('Show all')).not.toHaveAttribute('aria-disabled', 'true')
  expect(await cursorOf(page)).toEqual({ position: 40 })
  await expect(ledger.slider).toHaveAttribute('aria-valuetext', /2024.*, event 40 of 75$/)
  const first = await partShown(page).getAttribute('aria-valuetext')
  await page.keyboard.press('-')
  await expect(partShown(page)).not.toHaveAttribute('aria-valuetext', first ?? '')
  // The arrows still step, Page moves a day, and what they reach stays in sight.
  await page.keyboard.press('ArrowRight')
  expect(await cursorOf(page)).toEqual({ position: 41 })
  await page.keyboard.press('Home')
  expect(await cursorOf(page)).toEqual({ position: 0 })
  await expect(partShown(page)).toHaveAttribute('aria-valuetext', /^(30|31) Dec 2023|^1 Jan 2024/)
  await page.keyboard.press('0')
  await expect(partShown(page)).toBeHidden()
  expect(await cursorOf(page)).toEqual({ position: 0 })
})

test('Ctrl and the wheel zoom about the pointer, the wheel alone is left to the page', async ({ ledger, page }) => {
  await fill(ledger)
  const place = await placeOn(ledger, 0.25)
  await page.mouse.move(place.x, place.y)
  await page.mouse.wheel(0, -300)
  await expect(partShown(page)).toBeHidden()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -300)
  await page.mouse.wheel(0, -300)
  await page.keyboard.up('Control')
  await expect(partShown(page)).toHaveAttribute('aria-valuetext', / 2024 to .* 2024$/)
  await ledger.isRewound(false)
  // Now lies out of sight, and the way to it is a button.
  await ledger.button('Show where you are').click()
  await expect(partShown(page)).toHaveAttribute('aria-valuetext', /Dec 2024$/)
  const before = await partShown(page).getAttribute('aria-valuetext')
  await page.mouse.move(place.x, place.y)
  await page.keyboard.down('Shift')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Shift')
  await expect(partShown(page)).not.toHaveAttribute('aria-valuetext', before ?? '')
  await ledger.button('Show all').click()
  await expect(partShown(page)).toBeHidden()
  await ledger.isRewound(false)
})

test('a drag with Shift fits what it marks; then a drag lands within, to the day', async ({ ledger, page }) => {
  await fill(ledger)
  const [from, to] = [await placeOn(ledger, 0.4), await placeOn(ledger, 0.6)]
  await page.keyboard.down('Shift')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(partShown(page)).toHaveAttribute('aria-valuetext', /May 2024 to .* Aug 2024$/)
  await ledger.isRewound(false)
  const right = await placeOn(ledger, 1)
  await page.mouse.click(right.x, right.y)
  await ledger.isRewound(true)
  // Three fifths of 75 events.
  const cursor = await cursorOf(page)
  expect(cursor).toEqual({ position: expect.any(Number) })
  expect(Math.abs((cursor as { position: number }).position - 45)).toBeLessThanOrEqual(2)
  await partShown(page).focus()
  await page.keyboard.press('End')
  await expect(partShown(page)).toHaveAttribute('aria-valuetext', /Dec 2024$/)
  expect(await cursorOf(page)).toEqual(cursor)
})

test('pointing previews the moment, balances and the event, and moves nothing', async ({ ledger, page }) => {
  await fill(ledger)
  const place = await placeOn(ledger, 0.5)
  await page.mouse.move(place.x, place.y)
  const dock = page.getByRole('region', { name: 'Time dock' })
  await expect(dock).toContainText(/Everyday €3[5-8]0\.00/)
  await expect(dock).toContainText(/Total €3[5-8]0\.00/)
  await expect(dock).toContainText(/event 3[6-9]: Deposited · Payer 3[4-7] · \+10\.00/)
  await ledger.showsMinor(72_000)
  await ledger.isRewound(false)
  await page.mouse.move(place.x, place.y - 300)
  await expect(dock).not.toContainText(/event 3[6-9]: Deposited/)
})

test('it is set to month ends, to spacing by event, and to the open account, by keyboard alone', async ({
  ledger,
  page,
}) => {
  await fill(ledger)
  await ledger.button('Track settings').focus()
  await page.keyboard.press('Enter')
  const settings = ledger.dialog('Track settings')
  await settings.getByRole('radio', { name: 'Month end' }).focus()
  await page.keyboard.press('Space')
  await settings.getByRole('radio', { name: 'Open account' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: 'Time dock' })).toContainText(/Reversals\s*Everyday/)
  await page.keyboard.press('Escape')
  await expect(settings).toBeHidden()
  const half = await placeOn(ledger, 0.5)
  await page.mouse.click(half.x, half.y)
  // The end of June in Berlin.
  expect(await cursorOf(page)).toEqual({ recordedAt: '2024-06-30T21:59:59.999Z' })
  await ledger.button('Track settings').click()
  await settings.getByRole('radio', { name: 'By event' }).check({ force: true })
  await settings.getByRole('radio', { name: 'Any place' }).check({ force: true })
  await page.keyboard.press('Escape')
  await page.mouse.click(half.x + 1, half.y)
  expect(await cursorOf(page)).toEqual({ position: 38 })
})

test('on the other clock the same stretch is shown, and days are its steps', async ({ ledger, page }) => {
  await fill(ledger)
  await ledger.slider.focus()
  await page.evaluate(() => window.hindsight.travelTo({ position: 40 }))
  for (const key of ['+', '+', '+']) await page.keyboard.press(key)
  const shown = await partShown(page).getAttribute('aria-valuetext')
  await ledger.clock.getByRole('radio', { name: 'Value date' }).check({ force: true })
  await expect(partShown(page)).toBeVisible()
  expect(monthsOf(await partShown(page).getAttribute('aria-valuetext'))).toEqual(monthsOf(shown))
  await expect(ledger.slider).toHaveAttribute('aria-valuetext', /day \d+ of 73 with entries$/)
  await ledger.slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(partShown(page)).toBeVisible()
})

const monthsOf = (part: string | null) => part?.match(/[A-Z][a-z]+ \d{4}/g)

test('two fingers zoom, and what the first of them began is undone', async ({ ledger, page }) => {
  await fill(ledger)
  const [a, b] = [await placeOn(ledger, 0.4), await placeOn(ledger, 0.5)]
  const client = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: { x: number; y: number; id: number }[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  await touch('touchStart', { ...a, id: 1 })
  await touch('touchStart', { ...a, id: 1 }, { ...b, id: 2 })
  for (let step = 1; step <= 5; step++) {
    await touch('touchMove', { x: a.x - step * 30, y: a.y, id: 1 }, { x: b.x + step * 30, y: b.y, id: 2 })
  }
  await touch('touchEnd')
  await expect(partShown(page)).toBeVisible()
  await ledger.isRewound(false)
  // One finger still travels.
  await touch('touchStart', { ...a, id: 3 })
  await touch('touchEnd')
  await ledger.isRewound(true)
})

test('zoomed and with its settings open it has no serious fault for axe', async ({ ledger, page }) => {
  await fill(ledger)
  await page.evaluate(() => window.hindsight.travelTo({ position: 10 }))
  await ledger.slider.focus()
  for (const key of ['+', '+']) await page.keyboard.press(key)
  await partShown(page).focus()
  await page.keyboard.press('End')
  await expect(ledger.button('Show where you are')).toBeVisible()
  await page.evaluate(AXE)
  expect(await seriousFaults(page)).toEqual([])
  await ledger.button('Track settings').click()
  await expect(ledger.dialog('Track settings')).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
})

async function seriousFaults(page: Page): Promise<string[]> {
  interface Fault {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly target: readonly unknown[] }[]
  }
  const faults = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<{ violations: Fault[] }> } }).axe
      .run()
      .then((result) => result.violations),
  )
  return faults
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`)
}
