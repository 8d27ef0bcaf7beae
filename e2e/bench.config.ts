// Measurements: one at a time, nothing else running in the browser, on the same build and server as the journeys.
import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './run/chromium.mjs'

export default defineConfig({
  testDir: 'bench',
  testMatch: '*.bench.ts',
  outputDir: '../test-results/bench',
  globalSetup: './run/global-setup.ts',
  workers: 1,
  timeout: 3 * 60 * 60_000,
  reporter: 'dot',
  use: {
    baseURL: process.env.HINDSIGHT_URL ?? '',
    launchOptions: chromiumLaunch(),
    viewport: { width: 1280, height: 800 },
  },
})
