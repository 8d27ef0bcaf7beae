/** axe (WCAG 2.2 AA and best practice) over every screen and dialog, in both themes and on a phone: nothing serious. */
import { livelyLog } from '../logs/log-file'
import { expectAccessible } from '../pages/accessible'
import type { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

async function fill(ledger: LedgerPage): Promise<string> {
  await ledger.api.importLog(livelyLog(12, 400).file())
  await ledger.account('Everyday').click()
  await expect(ledger.history).toBeVisible()
  const [account] = await ledger.api.call('accounts')
  return account?.id ?? ''
}

const DIALOGS = ['New account', 'Deposit', 'Withdraw', 'Transfer', 'Export log', 'Import log']

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the empty ledger', async ({ ledger, page }) => {
      await expect(
        ledger.button('Open your first account').or(page.getByText('Open your first account')).first(),
      ).toBeVisible()
      await expectAccessible(page, 'empty')
    })

    test('the account, now and in the past, on both clocks', async ({ ledger, page }) => {
      await fill(ledger)
      await expectAccessible(page, 'now')
      await page.evaluate(() => window.hindsight.travelTo({ position: 200 }))
      await ledger.isRewound(true)
      await expectAccessible(page, 'past')
      await page.evaluate(() => window.hindsight.travelTo({ effectiveOn: '2024-01-05' }))
      await expect(ledger.clock.getByRole('radio', { name: 'Value date' })).toBeChecked()
      await expectAccessible(page, 'past, value date')
    })

    test('every dialog', async ({ ledger, page }) => {
      test.setTimeout(120_000)
      await fill(ledger)
      for (const title of DIALOGS) {
        await ledger.button(title).first().click()
        await expect(ledger.dialog(title)).toBeVisible()
        await expectAccessible(page, title)
        await page.keyboard.press('Escape')
        await expect(ledger.dialog(title)).toBeHidden()
      }
      for (const [key, name] of [
        ['?', /shortcuts/i],
        ['ControlOrMeta+K', /./],
      ] as const) {
        await page.keyboard.press(key)
        await expect(page.getByRole('dialog', { name })).toBeVisible()
        await expectAccessible(page, key)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
    })

    test('a dialog that was refused', async ({ ledger, page }) => {
      await fill(ledger)
      await ledger.button('Deposit').first().click()
      const dialog = ledger.dialog('Deposit')
      await dialog.getByRole('button', { name: 'Deposit', exact: true }).click()
      const amount = ledger.field(dialog, 'Amount')
      await expect(amount).toHaveAttribute('aria-invalid', 'true')
      await expect(amount).toBeFocused()
      await expect(amount).toHaveAccessibleDescription(/.{10,}/)
      await expectAccessible(page, 'refused')
    })

    test('a phone', async ({ ledger, page }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      const accountId = await ledger.api.openAccount('Everyday')
      await ledger.api.dispatch({ type: 'Deposit', accountId, amount: 100 })
      await page.goto(`/?account=${accountId}`)
      await ledger.ready()
      await ledger.showsMinor(100)
      await expectAccessible(page, 'phone')
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(sideways).toBe(0)
    })
  })
}

test('there is a skip link, one main landmark and one heading of the first level', async ({ ledger, page }) => {
  await fill(ledger)
  await page.reload()
  await ledger.ready()
  await expect(ledger.history).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveAccessibleName(/skip/i)
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
})

test('a choice stands once, in the form that fits the width', async ({ ledger, page }) => {
  await fill(ledger)
  await page.reload()
  await ledger.ready()
  const button = page.getByRole('button', { name: /^Clock/ })
  await expect(ledger.clock).toBeVisible()
  await expect(button).toBeHidden()
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(button).toBeVisible()
  await expect(ledger.clock).toBeHidden()
})
