// `npm run e2e`: the journeys and faults in a real browser, on the production build. Arguments go to Playwright.
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled, run } from './install.mjs'

ensureInstalled()
await ensureBrowser()
ensureBuilt()
process.exit(
  run('npx', ['playwright', 'test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)]) ? 0 : 1,
)
