/** Uses the app without a pointer, as somebody would who has none. */
import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any screen has. */
const MANY = 150

export class Keyboard {
  constructor(readonly page: Page) {}

  /** Presses Tab until the element, or something in it, has the focus: fails where Tab does not lead there. */
  async reach(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible()
    const hasFocus = () =>
      target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))
    for (let stops = 0; stops < MANY; stops++) {
      if (await hasFocus()) return
      await this.page.keyboard.press(key)
    }
    throw new Error(`${MANY} presses of ${key} do not lead to ${target}`)
  }

  /** Reaches a button and presses it. */
  async press(target: Locator): Promise<void> {
    await this.reach(target)
    await this.page.keyboard.press('Enter')
  }

  /** Reaches a field and types into it, in place of what it holds. */
  async fill(target: Locator, text: string): Promise<void> {
    await this.reach(target)
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.type(text)
    // Suggestions lie over the rest of the dialog until one moves on.
    if ((await target.getAttribute('aria-expanded')) === 'true') await this.page.keyboard.press('Tab')
  }

  /** Reaches a choice and types the beginning of the option, which the browser then selects. */
  async choose(target: Locator, text: string): Promise<void> {
    await this.reach(target)
    await this.page.keyboard.type(text)
    await expect(target.locator('option:checked')).toContainText(text)
  }
}
