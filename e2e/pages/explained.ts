/** The explanation beside the sheet: that it is of the number that was asked about, and comes to it. */
import type { Locator, Page } from '@playwright/test'
import { expect } from './test'

export const panelOf = (page: Page): Locator => page.getByRole('region', { name: /^Why / })

export async function minorOf(locator: Locator): Promise<number> {
  return Number(await locator.getAttribute('data-minor'))
}

/** The groups, the number under them, and the number that was asked about are the same; the list begins with it. */
export async function expectAddsUp(panel: Locator, asked: number, proof: 'proved' | 'adds' = 'proved'): Promise<void> {
  await expect(panel.getByTestId('explained')).toHaveAttribute('data-minor', String(asked))
  await expect(panel.locator('[data-proof]')).toHaveAttribute('data-proof', proof)
  const sums = await panel
    .locator('tbody td:nth-child(3)')
    .evaluateAll((cells) => cells.reduce((sum, cell) => sum + Number((cell as HTMLElement).dataset.minor), 0))
  expect(sums).toBe(asked)
  const newest = panel.getByRole('list', { name: 'Entries' }).locator('li[aria-posinset="1"] [data-minor]').last()
  if (asked !== 0) await expect(newest).toHaveAttribute('data-minor', String(asked))
}

/** Asks about the figure of this cell with the keyboard, and holds the answer against it. */
export async function expectExplained(cell: Locator, proof: 'proved' | 'adds' = 'proved'): Promise<void> {
  const page = cell.page()
  const minor = await minorOf(cell)
  const figure = cell.getByRole('button', { name: /^Why / })
  await figure.press('Enter')
  await expectAddsUp(panelOf(page), minor, proof)
  await expect(figure).toHaveAttribute('aria-expanded', 'true')
}
