/** Playing a ledger: speed, pace and direction, by pointer and by keyboard, and the marks on what changes. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { livelyLog } from '../logs/log-file'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Opens the lively ledger; gives the balance at now. */
async function fill(ledger: LedgerPage): Promise<number> {
  await ledger.api.importLog(livelyLog(12, 400).file())
  await ledger.account('Everyday').click()
  await expect(ledger.history).toBeVisible()
  return Number(await ledger.balance.getAttribute('data-minor'))
}

async function choose(ledger: LedgerPage, ...choices: string[]): Promise<void> {
  const { page } = ledger
  await page.getByRole('button', { name: /^Speed/ }).click()
  const panel = page.getByRole('dialog', { name: 'Playback' })
  for (const choice of choices) await panel.getByText(choice, { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

for (const pace of ['Even', 'As it happened']) {
  test(`it plays to the beginning and back to now, pace: ${pace}`, async ({ ledger, page }) => {
    const now = await fill(ledger)
    await choose(ledger, '64×', pace, 'Backwards')
    await ledger.button('Play backwards').click()
    await expect(ledger.slider).toHaveValue('0', { timeout: 30_000 })
    await expect(ledger.button('Play backwards')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'Before the first event' })).toHaveCount(1)
    await choose(ledger, 'Onwards')
    await ledger.button('Play').click()
    await ledger.isRewound(false)
    await ledger.showsMinor(now)
    await expect(ledger.button('Play')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: /^Now, Everyday/ })).toHaveCount(1)
  })
}

test('by keyboard: Space plays and pauses, Shift Space plays backwards', async ({ ledger, page }) => {
  await fill(ledger)
  // Far from both ends: it takes a minute to either.
  await page.evaluate(() => window.hindsight.travelTo({ position: 200 }))
  await page.keyboard.press('Space')
  await expect(ledger.button('Pause')).toBeVisible()
  await expect(ledger.slider).not.toHaveValue('200')
  await page.keyboard.press('Space')
  await expect(ledger.button('Play')).toBeVisible()
  const reached = Number(await ledger.slider.inputValue())
  await page.keyboard.press('Shift+Space')
  await expect.poll(async () => Number(await ledger.slider.inputValue())).toBeLessThan(reached)
  await page.keyboard.press('Space')
  await expect(ledger.button('Play backwards')).toBeVisible()
  // Its rest is said, once.
  await expect(page.getByRole('status').filter({ hasText: /^(As of|Before)/ })).toHaveCount(1)
})

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test.describe(`motion: ${reducedMotion}`, () => {
    test.use({ contextOptions: { reducedMotion } })

    test('what changes is marked, with an arrow, and moves nothing', async ({ ledger, page }) => {
      await fill(ledger)
      await page.locator('body').press('Home')
      const row = ledger.account('Everyday')
      const before = await row.boundingBox()
      await choose(ledger, '16×')
      await ledger.button('Play').click()
      await expect(ledger.sidebar.locator('[data-moved] svg').first()).toBeAttached()
      await expect(page.getByRole('main').locator('[data-moved]').first()).toBeAttached()
      await ledger.button('Pause').click()
      expect(await row.boundingBox()).toEqual(before)
    })
  })
}

test.describe('reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('[CU5] backwards it starts from now, from the middle and from the beginning, at both ends of speed', async ({
    ledger,
    page,
  }) => {
    await fill(ledger)
    const size = Number(await ledger.slider.getAttribute('max'))
    for (const rate of ['1×', '64×']) {
      await choose(ledger, rate, 'Backwards')
      for (const from of [size, 200, 0]) {
        await page.evaluate((position) => window.hindsight.travelTo({ position }), from)
        await expect(ledger.slider).toHaveValue(String(from))
        await ledger.button('Play backwards').click()
        // Something is recorded before the first turn, which is half a second away.
        if (from === size && rate === '1×') await ledger.api.openAccount('Meanwhile')
        // From the beginning it goes round to now, which is where it came from.
        await expect.poll(async () => Number(await ledger.slider.inputValue())).toBeLessThan(from === 0 ? size : from)
        // It may come to its end by itself meanwhile.
        await expect(async () => {
          if ((await ledger.button('Pause').count()) > 0) await ledger.button('Pause').click({ timeout: 1_000 })
          await expect(ledger.button('Pause')).toHaveCount(0, { timeout: 1_000 })
        }).toPass()
      }
    }
  })
})

test('the panel is accessible, and on a phone it is behind the clock', async ({ ledger, page }) => {
  await fill(ledger)
  const judge = async () => {
    await page.evaluate(AXE)
    const found: { id: string; impact: string }[] = await page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> } }).axe
        .run()
        .then((result) => result.violations),
    )
    return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
  }
  await page.getByRole('button', { name: /^Speed/ }).click()
  await expect(page.getByRole('radiogroup', { name: 'Speed' }).getByRole('radio')).toHaveCount(7)
  expect(await judge()).toEqual([])
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: /^Clock/ }).click()
  await expect(page.getByRole('radiogroup', { name: 'Direction' })).toBeVisible()
  expect(await judge()).toEqual([])
})

test('moments are typed in many ways, read back before one goes there, and refused with what to type', async ({
  ledger,
  page,
}) => {
  await fill(ledger)
  const dialog = ledger.dialog('Go to moment')
  const field = dialog.getByRole('textbox', { name: 'Moment' })
  await page.getByRole('button', { name: /^Go to moment/ }).click()
  await field.fill('some day')
  await page.keyboard.press('Enter')
  await expect(field).toHaveAccessibleDescription(/names no moment\. Type .*last month, 2024-Q1 or #12/)
  await field.fill('January 2024')
  await expect(field).toHaveAccessibleDescription(/31 Jan 2024, 23:59, the end of that month/)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await page.locator('body').press('ControlOrMeta+K')
  await page.getByRole('combobox', { name: 'Search or command' }).fill('#3')
  await expect(page.getByRole('option', { name: /^Go to #3.*event 3 of/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(ledger.slider).toHaveValue('3')
})
