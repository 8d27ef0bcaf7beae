// How `npm run mutation` breaks the code. The tests are run by test-runner.mjs, which see.
import { fileURLToPath } from 'node:url'

export default {
  testRunner: 'hindsight',
  plugins: [fileURLToPath(new URL('test-runner.mjs', import.meta.url))],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // test-runner.mjs ends a run by the time that it computed; a clock on the wall would punish a busy machine.
  timeoutMS: 3_600_000,
  // The sandbox needs the sources and their tests, nothing else.
  ignorePatterns: ['/*', '!/src', '!/package.json'],
  tempDirName: 'node_modules/.mutation/sandbox',
  reporters: ['json', 'progress-append-only', 'unnoticed'],
  jsonReporter: { fileName: process.env.MUTATION_REPORT ?? 'node_modules/.mutation/report.json' },
  incremental: true,
  incrementalFile: process.env.MUTATION_KNOWN ?? 'node_modules/.mutation/known.json',
  // Neither are types checked, which break at a change of a literal, nor is the compiler's configuration read.
  disableTypeChecks: false,
  tsconfigFile: 'none.json',
}
