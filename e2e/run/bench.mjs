// `npm run bench`: how fast the production build is in a real browser, beside the plainest way to do the same.
// BENCH_LOG names a log file; else one of BENCH_EVENTS events (1000000) is made. BENCH_SIZES (10000,100000): shorter logs
// of the same kind, over as many accounts, for how figures grow. BENCH_RUNS (3): imports and openings, of which the median
// counts. BENCH_NAIVE: events that the naive store is given at most (all); with fewer its figures are scaled. BENCH_SETTLED:
// milliseconds that a browser is given before it is measured (5000). BENCH_QUICK=1: as little of each as shows that all of
// it works. BENCH_OUT: where the table goes (bench-results).
// `npm run agree`: whether a ledger of BENCH_LOG, or BENCH_EVENTS, or else 1,107,282 real bank rows agrees with the
// independent reader of the log format, which is no part of the project: without it nothing is compared.
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled, run } from './install.mjs'

ensureInstalled()
await ensureBrowser()
ensureBuilt()
const [asked, ...rest] = process.argv.slice(2)
const command = ['playwright', 'test', '--config', 'e2e/bench.config.ts']
const agrees = [...command, '--reporter=list', 'agreement.bench', ...rest]
const measures = [...command, 'ledger.bench', ...process.argv.slice(2)]
process.exit(run('npx', asked === 'agree' ? agrees : measures) ? 0 : 1)
