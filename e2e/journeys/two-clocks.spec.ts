/** What was true on one day against what was known on another: two handles, a sentence, and an address. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { LogBuilder } from '../logs/log-file'
import { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** By 3 March four events are known; two entries of 29 February and 1 March are recorded on the 5th and the 7th. */
async function household(ledger: LedgerPage): Promise<void> {
  const log = new LogBuilder('two clocks', '2024-01-01T08:00:00.000Z')
  const id = log.open('Everyday')
  const entry = (type: string, amount: number, effectiveOn: string, later: number) =>
    log.record(`account-${id}`, type, { amount, effectiveOn, payee: 'Somebody' }, later)
  entry('Deposited', 10_000, '2024-02-28', 58 * DAY + 4 * HOUR)
  entry('Withdrawn', 2_500, '2024-03-01', 2 * DAY)
  entry('Deposited', 700, '2024-03-03', 2 * DAY)
  entry('Withdrawn', 1_000, '2024-02-29', 2 * DAY)
  entry('Withdrawn', 400, '2024-03-01', 2 * DAY)
  await ledger.api.importLog(log.file())
  await ledger.account('Everyday').click()
  await ledger.showsMinor(6_800)
}

const valueDate = (page: Page) => page.getByRole('slider', { name: 'Value date' })
const sentence = (page: Page, text: string) => page.getByText(text, { exact: true })
const THEN =
  'What was known on 3 March 2024 about balances on 1 March 2024: 2 entries of that time were recorded later.'

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found: { id: string; impact: string }[] = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> } }).axe
      .run()
      .then((result) => result.violations),
  )
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
}

test('by keyboard: two handles, their sentence, what is said, and the address', async ({ ledger, page, context }) => {
  await household(ledger)
  await ledger.keyboard.reach(ledger.clock.getByRole('radio', { name: 'Recorded' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(ledger.clock.getByRole('radio', { name: 'Both' })).toBeChecked()
  await ledger.isRewound(false)
  await ledger.keyboard.reach(ledger.slider)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await ledger.showsMinor(8_200)
  await ledger.keyboard.reach(valueDate(page))
  await page.keyboard.press('ArrowLeft')
  await ledger.showsMinor(7_500)
  await expect(sentence(page, THEN)).toBeVisible()
  await expect(valueDate(page)).toHaveAttribute('aria-valuetext', /1 Mar 2024, day 3 of 4 with entries/)
  await expect(valueDate(page)).toHaveAccessibleDescription(THEN)
  await expect(page.getByRole('status').filter({ hasText: 'As of' })).toHaveText(
    /^As of 1 March 2024, as known 3 March 2024.*, Everyday 75\.00 euros$/,
  )
  expect(await violations(page)).toEqual([])

  await expect(page).toHaveURL(/at=4&on=2024-03-01&clock=both/)
  const other = new LedgerPage(await context.newPage())
  await other.open(`/${new URL(page.url()).search}`)
  await other.showsMinor(7_500)
  await expect(sentence(other.page, THEN)).toBeVisible()

  await ledger.keyboard.reach(ledger.slider, 'Shift+Tab')
  await page.keyboard.press('End')
  await ledger.showsMinor(6_100)
  await expect(
    sentence(
      page,
      'What is known now about balances on 1 March 2024: 2 entries of that time were recorded after that day.',
    ),
  ).toBeVisible()
  await page.goBack()
  await ledger.showsMinor(7_500)
})

test('the second handle is dragged, and choosing one clock lets go of it', async ({ ledger, page }) => {
  await household(ledger)
  await page.evaluate(() => window.hindsight.travelTo({ position: 4, effectiveOn: '2024-03-01' }))
  await expect(ledger.clock.getByRole('radio', { name: 'Both' })).toBeChecked()
  const box = await valueDate(page).boundingBox()
  if (box === null) throw new Error('The slider is not there')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width / 2, y)
  await page.mouse.down()
  await page.mouse.move(box.x + 10, y, { steps: 5 })
  await ledger.showsMinor(0)
  await page.mouse.move(box.x + box.width, y, { steps: 5 })
  await page.mouse.up()
  await ledger.showsMinor(8_200)
  await ledger.clock.getByText('Recorded', { exact: true }).click()
  await expect(valueDate(page)).toBeHidden()
  await ledger.showsMinor(8_200)
  await expect(page).toHaveURL(/at=4$/)
})

test('both handles can be typed', async ({ ledger, page }) => {
  await household(ledger)
  await ledger.clock.getByText('Both', { exact: true }).click()
  await page.getByRole('button', { name: /^Go to moment/ }).click()
  const dialog = ledger.dialog('Go to moment')
  await ledger.field(dialog, 'Recorded').fill('3 Mar 2024')
  await expect(dialog.getByText(/Sun,? 3 Mar 2024, 23:59, the end of that day · event 4 of 6/)).toBeVisible()
  await ledger.field(dialog, 'Value date').fill('14:00')
  await page.keyboard.press('Enter')
  await expect(ledger.field(dialog, 'Value date')).toHaveAccessibleDescription(/names no day\. Type/)
  await ledger.field(dialog, 'Value date').fill('1 Mar 2024')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await ledger.showsMinor(7_500)
  await expect(sentence(page, THEN)).toBeVisible()
})

test('on a phone the choice is behind its button, and nothing is wider than the screen', async ({ ledger, page }) => {
  await household(ledger)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Clock: Recorded' }).click()
  await page.getByRole('dialog', { name: 'Clock' }).getByText('Both', { exact: true }).click()
  await page.keyboard.press('Escape')
  await page.evaluate(() => window.hindsight.travelTo({ position: 4, effectiveOn: '2024-03-01' }))
  await expect(sentence(page, THEN)).toBeVisible()
  expect((await valueDate(page).boundingBox())?.height).toBeGreaterThanOrEqual(44)
  expect(await violations(page)).toEqual([])
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
})
