// `npm run agree`: whether a million-event ledger agrees with the independent reader of the log format, which is not part
// of the project: without it nothing is compared. BENCH_LOG names a log file, or BENCH_EVENTS makes one; else real bank
// rows are repeated to 1,107,282 events. BENCH_OUT: where the report goes (bench-results).
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled, run } from './install.mjs'

ensureInstalled()
await ensureBrowser()
ensureBuilt()
const command = ['playwright', 'test', '--config', 'e2e/bench.config.ts', '--reporter=list', 'agreement.bench']
process.exit(run('npx', [...command, ...process.argv.slice(2)]) ? 0 : 1)
