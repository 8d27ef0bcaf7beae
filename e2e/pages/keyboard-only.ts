/**
 * Watches over somebody who has no pointer: any press of one fails the test, and after each step the focus is on
 * something that is on the screen and can be seen to have it.
 */
import { expect, type Page } from '@playwright/test'

interface Counted {
  pointerPresses: string[]
}

/** Before the page is opened. */
export async function forbidPointer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as Counted
    counted.pointerPresses = []
    for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'dragstart'] as const) {
      document.addEventListener(
        type,
        ({ target }) => {
          const { tagName = '', textContent = '' } = target instanceof Element ? target : {}
          counted.pointerPresses.push(`${type} on ${tagName} ${textContent?.slice(0, 40)}`)
        },
        { capture: true, passive: true },
      )
    }
  })
}

export async function expectNoPointer(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as unknown as Counted).pointerPresses)).toEqual([])
}

/** Waits until it is so: dialogs give the focus back a frame after they are gone. */
export async function expectFocusSeen(page: Page, step: string): Promise<void> {
  await expect.poll(() => page.evaluate(focusFault), { message: `the focus after: ${step}` }).toBe('')
}

/** In the page: what is wrong with the focus; '' where nothing is. */
function focusFault(): string {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return 'it is lost to the page'
  const name = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? ''}`
  const { width, height, left, right, top, bottom } = element.getBoundingClientRect()
  if (width === 0 || height === 0) return `${name} has no size`
  if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return `${name} is out of sight`
  if (element.tabIndex < 0) return ''
  if (!element.matches(':focus-visible')) return `${name} does not show that it has the focus`
  // A ring of its own, of the box round it, or of what is drawn in its place.
  const around = [element, element.parentElement, element.parentElement?.parentElement, ...siblingsOf(element)]
  const isRinged = around.some(
    (each) => each instanceof Element && ['', '::before', '::after'].some((part) => hasRing(each, part)),
  )
  return isRinged ? '' : `${name} has no ring`

  function siblingsOf(one: Element): Element[] {
    return [...(one.parentElement?.children ?? []), ...one.children]
  }

  function hasRing(one: Element, part: string): boolean {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one, part || null)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  }
}
