/** From an empty browser to a rewound balance, with the keyboard alone. */
import { readFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { naiveBalances, readLogFile } from '../logs/naive-fold'
import { checkLog, hasSharedTools } from '../logs/shared-tools'
import { LedgerPage } from '../pages/ledger-page'
import { expect, test } from '../pages/test'

/** Gives a command through its dialog: the button of the same name opens it, `verb` sends it. */
async function command(ledger: LedgerPage, title: string, fields: Record<string, string>, verb = title): Promise<void> {
  const { keyboard } = ledger
  await keyboard.press(ledger.button(title).first())
  const dialog = ledger.dialog(title)
  for (const [name, value] of Object.entries(fields)) await keyboard.fill(ledger.field(dialog, name), value)
  await keyboard.press(dialog.getByRole('button', { name: verb, exact: true }))
  await expect(dialog).toBeHidden()
}

async function expectNoCommands(ledger: LedgerPage): Promise<void> {
  for (const name of ['Deposit', 'Withdraw', 'Transfer', 'New account']) {
    const button = ledger.button(name).first()
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(/.{10,}/)
    await ledger.keyboard.press(button)
    await expect(ledger.page.getByRole('dialog')).toHaveCount(0)
  }
}

/** Exports with the keyboard; gives the path of the file. */
async function exportLog(ledger: LedgerPage): Promise<string> {
  await ledger.keyboard.press(ledger.button('Export log').first())
  const dialog = ledger.dialog('Export log')
  const download = ledger.page.waitForEvent('download')
  await ledger.keyboard.press(dialog.getByRole('button', { name: 'Export log', exact: true }))
  return (await download).path()
}

async function importLog(ledger: LedgerPage, file: string, events: number): Promise<void> {
  await ledger.keyboard.press(ledger.button('Import log').first())
  const dialog = ledger.dialog('Import log')
  const chooser = ledger.page.waitForEvent('filechooser')
  await ledger.keyboard.press(dialog.getByRole('button', { name: 'Choose a file' }))
  await (await chooser).setFiles({ name: 'household.json', mimeType: 'application/json', buffer: readFileSync(file) })
  await ledger.keyboard.press(dialog.getByRole('button', { name: `Import ${events} events` }))
  await expect(dialog.getByText(`The ledger has ${events} events now.`)).toBeVisible()
  await ledger.keyboard.press(dialog.getByRole('button', { name: 'Done' }))
}

/** The row in the history that says this, brought under the cursor with `j`. */
async function rowByKeyboard(ledger: LedgerPage, row: Locator): Promise<void> {
  const isCurrent = () =>
    row.evaluate((element) => element.contains(document.activeElement) || element.ariaSelected === 'true')
  for (let presses = 0; presses < 30; presses++) {
    await ledger.page.keyboard.press('j')
    if (await isCurrent()) return
  }
  throw new Error('j does not lead to the row')
}

test('a new user, keyboard only: records, rewinds, reverses, exports and restores', async ({
  ledger,
  api,
  page,
  newProfile,
}) => {
  test.setTimeout(300_000)
  const { keyboard } = ledger
  await expect(page.getByText('Open your first account')).toBeVisible()

  await command(ledger, 'New account', { Name: 'Everyday', Currency: 'EUR' }, 'Open account')
  await expect(ledger.heading('Everyday')).toBeVisible()
  await command(ledger, 'Deposit', { Amount: '100.00', Payee: 'Employer' })
  await ledger.showsMinor(10_000)
  await command(ledger, 'Withdraw', { Amount: '50.00', Payee: 'Bookshop' })
  await ledger.showsMinor(5_000)
  await expect(ledger.balance).toContainText('50.00')

  await keyboard.press(ledger.button('Previous event'))
  await ledger.showsMinor(10_000)
  await expect(ledger.balance).toContainText('100.00')
  await ledger.isRewound(true)
  await expectNoCommands(ledger)
  await keyboard.press(ledger.button('Return to now'))
  await ledger.isRewound(false)
  await ledger.showsMinor(5_000)

  await command(ledger, 'New account', { Name: 'Savings', Currency: 'EUR' }, 'Open account')
  await expect(ledger.heading('Savings')).toBeVisible()
  await keyboard.press(ledger.account('Everyday'))
  await keyboard.press(ledger.button('Transfer').first())
  const transfer = ledger.dialog('Transfer')
  await keyboard.choose(ledger.field(transfer, 'To'), 'Savings')
  await keyboard.fill(ledger.field(transfer, 'Amount'), '20.00')
  await keyboard.press(transfer.getByRole('button', { name: 'Transfer', exact: true }))
  await ledger.showsMinor(3_000)
  await expect(ledger.account('Savings')).toContainText('20.00')

  const withdrawal = ledger.row('Bookshop').first()
  await rowByKeyboard(ledger, withdrawal)
  await keyboard.press(ledger.button('Reverse').first())
  const reverse = ledger.dialog('Reverse')
  await keyboard.press(reverse.getByRole('button', { name: 'Reverse', exact: true }))
  await ledger.showsMinor(8_000)
  // Nothing is rewritten: the entry and what undoes it both stand there.
  await expect(ledger.row('Bookshop').filter({ hasText: 'Reversed' })).toBeVisible()

  await command(ledger, 'Deposit', { Amount: '10.00', Date: '2020-01-15', Payee: 'Grandmother' })
  await ledger.showsMinor(9_000)
  // When it was learned: one event ago nobody knew of it, and the day before it nothing at all was known.
  await keyboard.press(ledger.button('Previous event'))
  await ledger.showsMinor(8_000)
  await expect(ledger.row('Grandmother')).toHaveCount(0)
  await keyboard.press(ledger.button('Return to now'))
  // When it is true: on 15 January 2020 it is all there is.
  await keyboard.reach(ledger.clock)
  await page.keyboard.press('ArrowRight')
  await expect(ledger.clock.getByRole('radio', { name: 'Value date' })).toBeChecked()
  await keyboard.press(ledger.button('Previous event'))
  await ledger.showsMinor(1_000)
  await expect(ledger.row('Grandmother')).toBeVisible()
  await expect(page).toHaveURL(/on=2020-01-15/)
  await keyboard.press(ledger.button('Return to now'))
  await ledger.showsMinor(9_000)

  const file = await exportLog(ledger)
  const log = readLogFile(readFileSync(file, 'utf8'))
  const { rootHash, size } = await api.call('head')
  expect({ rootHash: log.rootHash, size: log.size }).toEqual({ rootHash, size })
  if (hasSharedTools) expect(await checkLog(file)).toMatchObject({ sound: true, size, rootHash })

  const restored = new LedgerPage(await (await newProfile()).newPage())
  await restored.open()
  await importLog(restored, file, size)
  expect(await restored.api.call('head')).toEqual(await api.call('head'))
  for (let position = 0; position <= size; position++) {
    const expected = naiveBalances(log, { position })
    expect(await api.balancesAt({ position }), `position ${position}`).toEqual(expected)
    expect(await restored.api.balancesAt({ position }), `position ${position}, restored`).toEqual(expected)
  }
  await restored.keyboard.press(restored.account('Everyday'))
  await restored.showsMinor(9_000)
})
