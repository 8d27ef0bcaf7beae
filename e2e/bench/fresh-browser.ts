/** A browser process started for one measurement, on a profile that outlives it. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { chromiumLaunch } from '../run/chromium.mjs'
import { openNaively } from './in-page/naive-store'
import { type Span, watchTasks } from './in-page/work'

const DEXIE = fileURLToPath(new URL('../../node_modules/dexie/dist/dexie.min.js', import.meta.url))
/** A page of our origin without the app, so that what stands against it meets the same storage. */
const BLANK = '/no-such-page.txt'

declare global {
  interface Window {
    /** Milliseconds from navigation until balances were shown and the slider could be moved. */
    benchOpened?: number
    /** Milliseconds from navigation until the program was there, which opens the ledger at once. */
    benchStarted?: number
  }
}

/**
 * Milliseconds from a browser's start to the measurement. In its first seconds it loads windows of its own, on both
 * processors of a small machine: that is neither our start nor the naive store's.
 */
const SETTLED = Number(process.env.BENCH_SETTLED ?? 5_000)

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
}

/** `hurried`: nothing is timed, so nobody need wait for the browser to come to rest. */
export interface VisitOptions {
  readonly hurried?: boolean
}

/** Starts a browser on the profile, opens a page, and ends the browser whatever happens. */
async function withBrowser<T>(
  profile: string,
  work: (visit: Visit) => Promise<T>,
  { hurried = false }: VisitOptions = {},
): Promise<T> {
  const context = await chromium.launchPersistentContext(profile, {
    ...chromiumLaunch(),
    baseURL: process.env.HINDSIGHT_URL ?? '',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  })
  try {
    context.setDefaultTimeout(30 * 60_000)
    if (!hurried) await new Promise((resolve) => setTimeout(resolve, SETTLED))
    return await work({ context, page: context.pages()[0] ?? (await context.newPage()) })
  } finally {
    await context.close()
  }
}

/** Notes when balances are shown and the slider is there, frame by frame. */
function watchOpening(): void {
  const look = () => {
    if (window.hindsight) window.benchStarted ??= performance.now()
    const balance = document.querySelector('[data-testid=balance][data-minor]')
    const slider = document.querySelector('[role=slider]:not([aria-disabled=true]), input[type=range]:not(:disabled)')
    if (balance && slider) window.benchOpened = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

export interface OpenVisit extends Visit {
  /** Milliseconds from navigation until balances were shown and the slider could be moved. */
  readonly opened: number
  /** When the program began to open the ledger, and when it was open, in milliseconds from navigation. */
  readonly opening: Span
}

/** The app on this profile, once it is open. */
export function withLedger<T>(
  profile: string,
  work: (visit: OpenVisit) => Promise<T>,
  options?: VisitOptions,
): Promise<T> {
  return withBrowser(
    profile,
    async ({ context, page }) => {
      await context.addInitScript(watchTasks)
      await context.addInitScript(watchOpening)
      return work({ context, page, ...(await openLedger(page, '/')) })
    },
    options,
  )
}

/** Navigates to a screen of the app, once more or for the first time. */
export async function openLedger(page: Page, path: string): Promise<Pick<OpenVisit, 'opened' | 'opening'>> {
  await page.goto(path)
  await page.waitForFunction(() => window.hindsight !== undefined)
  const opening = await page.evaluate(async () => {
    const from = window.benchStarted ?? 0
    await window.hindsight.ready
    return { from, to: performance.now() }
  })
  // An empty ledger shows no balance.
  const isEmpty = await page.evaluate(async () => (await window.hindsight.head()).size === 0)
  if (!isEmpty) await page.waitForFunction(() => window.benchOpened !== undefined)
  return { opening, opened: await page.evaluate(() => window.benchOpened ?? performance.now()) }
}

/** A page with Dexie and without the app. */
export function withBlankPage<T>(
  profile: string,
  work: (visit: Visit) => Promise<T>,
  options?: VisitOptions,
): Promise<T> {
  return withBrowser(
    profile,
    async (visit) => {
      await visit.page.goto(BLANK)
      await visit.page.evaluate(readFileSync(DEXIE, 'utf8'))
      return work(visit)
    },
    options,
  )
}

/** The naive store, opened in a fresh browser; `opened` in milliseconds from navigation. */
export function withNaiveStore<T>(
  profile: string,
  work: (visit: Visit & { opened: number }) => Promise<T>,
): Promise<T> {
  return withBlankPage(profile, async (visit) => work({ ...visit, opened: await visit.page.evaluate(openNaively) }))
}

/** Chooses a file in a field of our own: the page reads it from the disk, as a user's choice is. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    const field = document.createElement('input')
    field.type = 'file'
    field.id = 'bench-file'
    field.hidden = true
    document.querySelector('#bench-file')?.remove()
    document.body.append(field)
  })
  await page.locator('#bench-file').setInputFiles(path)
}
