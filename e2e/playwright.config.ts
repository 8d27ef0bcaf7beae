// Journeys and faults, in Chromium on the production build, behind the same server and headers as `npm start`.
import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './run/chromium.mjs'

export default defineConfig({
  testDir: '.',
  testMatch: ['journeys/*.spec.ts', 'faults/*.spec.ts', 'crashes/*.spec.ts'],
  outputDir: '../test-results',
  globalSetup: './run/global-setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  // They wait for browsers more than for processors: with two, a third of the machine stood idle.
  workers: 3,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.HINDSIGHT_URL ?? '',
    launchOptions: chromiumLaunch(),
    viewport: { width: 1280, height: 800 },
    // Fixed, so that the tests read the same everywhere; what depends on them is tested beside its source.
    locale: 'en-GB',
    timezoneId: process.env.HINDSIGHT_ZONE ?? 'Europe/Berlin',
    actionTimeout: 15_000,
    // Each test has a browser of its own, which would keep all files for nobody; offline.spec.ts has one that does.
    serviceWorkers: 'block',
    // Without the film of each test: drawing it took a fifth of the time, and the snapshots show the same.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
})
