/**
 * What every journey stands on: a page that has opened, and a watch over everything it does. Whatever the test is
 * about, the console stays clean and no request leaves for another origin.
 */
import { type BrowserContext, test as base, expect } from '@playwright/test'
import type { ConsoleApi } from './console-api'
import { LedgerPage } from './ledger-page'

/** A message for people: some words, and a full stop. */
export const SENTENCE = /.{15,}\.$/

/** Collects what must not happen. Faults that a test provokes are declared beforehand with `allow`. */
export class Watch {
  readonly #complaints: string[] = []
  readonly #allowed: RegExp[] = []

  constructor(readonly origin: string) {}

  /** Console messages matching this are what the test is about. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern)
  }

  over(context: BrowserContext): void {
    // Playwright's own word for what the configuration asks it to do.
    this.allow(/^console warning: Service Worker registration blocked by Playwright/)
    context.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type()))
        this.#complaints.push(`console ${message.type()}: ${message.text()}`)
    })
    context.on('weberror', (error) => {
      this.#complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`)
    })
    // The browser's own words for it may be among those that a test allows; these are not.
    void context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
        console.error(`against the page’s policy: ${effectiveDirective} ${blockedURI} ${sample}`)
      })
    })
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (origin !== this.origin && !['blob:', 'data:'].includes(protocol))
        this.#complaints.push(`request to ${request.url()}`)
    })
  }

  complaints(): string[] {
    return this.#complaints.filter((complaint) => !this.#allowed.some((pattern) => pattern.test(complaint)))
  }
}

interface Fixtures {
  watch: Watch
  /** A browser that has never seen the app: nothing stored. */
  newProfile: () => Promise<BrowserContext>
  /** Another tab of the same browser, with the app open. */
  newTab: (context: BrowserContext) => Promise<LedgerPage>
  ledger: LedgerPage
  api: ConsoleApi
}

export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = new Watch(new URL(baseURL ?? '').origin)
      watch.over(context)
      await use(watch)
      expect(watch.complaints(), 'the console stays clean and nothing leaves the origin').toEqual([])
    },
    { auto: true },
  ],
  newProfile: async ({ browser, baseURL, watch, timezoneId }, use) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({
        baseURL: baseURL ?? '',
        locale: 'en-GB',
        ...(timezoneId && { timezoneId }),
        viewport: { width: 1280, height: 800 },
      })
      watch.over(context)
      contexts.push(context)
      return context
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
  newTab: async ({ watch: _ }, use) => {
    await use(async (context) => {
      const ledger = new LedgerPage(await context.newPage())
      await ledger.open()
      return ledger
    })
  },
  ledger: async ({ page }, use) => {
    const ledger = new LedgerPage(page)
    await ledger.open()
    await use(ledger)
  },
  api: async ({ ledger }, use) => {
    await use(ledger.api)
  },
})

export { expect }
