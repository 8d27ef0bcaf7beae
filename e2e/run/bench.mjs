// `npm run bench`: how fast the production build is in a real browser, beside the plainest way to do the same.
// BENCH_EVENTS sets the size of the log (20000).
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled, run } from './install.mjs'

ensureInstalled()
await ensureBrowser()
ensureBuilt()
process.exit(run('npx', ['playwright', 'test', '--config', 'e2e/bench.config.ts', ...process.argv.slice(2)]) ? 0 : 1)
