/** The screen by the accessible names that SCREENS.md fixes. */
import { expect, type Locator, type Page } from '@playwright/test'
import { ConsoleApi } from './console-api'
import { Keyboard } from './keyboard'

export class LedgerPage {
  readonly api: ConsoleApi
  readonly keyboard: Keyboard
  readonly slider: Locator
  readonly balance: Locator
  readonly history: Locator
  readonly sidebar: Locator
  readonly clock: Locator

  constructor(readonly page: Page) {
    this.api = new ConsoleApi(page)
    this.keyboard = new Keyboard(page)
    this.slider = page.getByRole('slider', { name: 'Time' })
    this.balance = page.getByTestId('balance')
    this.history = page
      .getByRole('table', { name: 'History' })
      .or(page.getByRole('grid', { name: 'History' }))
      .or(page.getByRole('treegrid', { name: 'History' }))
    this.sidebar = page.getByRole('navigation', { name: 'Accounts' })
    this.clock = page.getByRole('radiogroup', { name: 'Clock' })
  }

  /** Opens the app and waits until the ledger can be used. */
  async open(path = '/'): Promise<void> {
    await this.page.goto(path)
    await this.ready()
  }

  async ready(): Promise<void> {
    await this.page.waitForFunction(() => window.hindsight !== undefined)
    await this.page.evaluate(() => window.hindsight.ready)
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name })
  }

  /** A field of a dialog by its label: text, suggestions, or a choice. */
  field(dialog: Locator, name: string): Locator {
    return dialog.getByRole('textbox', { name, exact: true }).or(dialog.getByRole('combobox', { name, exact: true }))
  }

  /** The heading of the open account. */
  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true })
  }

  account(name: string): Locator {
    return this.sidebar
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .or(this.sidebar.getByRole('button', { name: new RegExp(`^${name}`) }))
  }

  row(text: string | RegExp): Locator {
    return this.history.getByRole('row').filter({ hasText: text })
  }

  async showsMinor(minor: number): Promise<void> {
    await expect(this.balance).toHaveAttribute('data-minor', String(minor))
  }

  async isRewound(rewound: boolean): Promise<void> {
    const html = this.page.locator('html')
    if (rewound) await expect(html).toHaveAttribute('data-time', 'past')
    else await expect(html).not.toHaveAttribute('data-time', 'past')
  }

  /** Chooses a file in the dialog "Import log" and leaves it at its preview. */
  async chooseImport(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<Locator> {
    await this.button('Import log').first().click()
    const dialog = this.dialog('Import log')
    await dialog.locator('input[type=file]').setInputFiles(file)
    return dialog
  }
}
