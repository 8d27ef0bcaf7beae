// Kills alone, as many as are asked for: `npm run crash`.
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'crashes',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/crashes',
  fullyParallel: true,
  workers: Number(process.env.CRASH_WORKERS ?? 2),
  reporter: [['list'], ['json', { outputFile: process.env.CRASH_REPORT ?? '../test-results/crashes.json' }]],
})
