// `npm test`: every check the project has, from a fresh clone. Its last line is "N passed, N failed".
// `npm test -- types unit` runs only the steps named.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureInstalled, run } from './install.mjs'
import { orderEnv, orderInWords, orderOfTheDay, shuffled } from './suite/order.mjs'

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command
 * @property {string} [needs] a step without whose success this one makes no sense
 * @property {Readonly<Record<string, string>>} [env] what it finds in its environment beside ours
 * @property {'vitest' | 'playwright'} [report] whose test counts to read afterwards
 */

/** Of the unit tests, which it costs nothing; `npm run test:orders` has all orders, and repeats one. */
const order = orderOfTheDay(new Date())

const reports = mkdtempSync(join(tmpdir(), 'hindsight-test-'))
/** @param {string} name */
const reportFile = (name) => join(reports, `${name}.json`)
/** @param {string} project */
const vitest = (project) => [
  'npx',
  'vitest',
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportFile(project)}`,
]

/** @type {readonly Step[]} */
const STEPS = [
  { name: 'types', command: ['npx', 'tsc', '--noEmit'] },
  { name: 'lint', command: ['npx', 'biome', 'ci', '.'] },
  { name: 'unit', command: [...vitest('unit'), ...shuffled(order)], env: orderEnv(order), report: 'vitest' },
  { name: 'browser', command: vitest('browser'), report: 'vitest' },
  { name: 'build', command: ['npx', 'vite', 'build', '--logLevel', 'warn'] },
  {
    name: 'e2e',
    command: ['npx', 'playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    needs: 'build',
    report: 'playwright',
  },
  {
    // Whether the bench runs and what it measures is right; how fast it is nobody asks here.
    name: 'bench',
    command: ['npx', 'playwright', 'test', '--config', 'e2e/bench.config.ts', '--reporter=list,json'],
    needs: 'build',
    env: {
      BENCH_EVENTS: '2000',
      BENCH_SIZES: '500',
      BENCH_LOG: '',
      BENCH_RUNS: '1',
      BENCH_QUICK: '1',
      BENCH_SETTLED: '0',
      BENCH_OUT: reports,
    },
    report: 'playwright',
  },
]

/**
 * Tests passed and failed in a step. A step that fails without a failed test (it crashed, or has no tests) counts as one.
 * @param {Step} step
 * @param {boolean} succeeded
 */
function countsOf(step, succeeded) {
  let passed = 0
  let failed = 0
  try {
    const report = step.report && JSON.parse(readFileSync(reportFile(step.name), 'utf8'))
    if (step.report === 'vitest') [passed, failed] = [report.numPassedTests, report.numFailedTests]
    if (step.report === 'playwright')
      [passed, failed] = [report.stats.expected, report.stats.unexpected + report.stats.flaky]
  } catch {
    console.error(`The step "${step.name}" left no report.`)
  }
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) }
}

ensureInstalled()
await ensureBrowser()

/** @type {{ name: string, seconds: number, verdict: 'passed' | 'FAILED' | 'not run', passed: number, failed: number }[]} */
const results = []
const named = process.argv.slice(2)
for (const step of STEPS.filter(({ name }) => named.length === 0 || named.includes(name))) {
  if (step.needs && results.some(({ name, verdict }) => name === step.needs && verdict !== 'passed')) {
    console.error(`\n── ${step.name}: not run, since "${step.needs}" failed`)
    results.push({ name: step.name, seconds: 0, verdict: 'not run', passed: 0, failed: 1 })
    continue
  }
  console.log(`\n── ${step.name}: ${step.command.slice(1, 4).join(' ')}`)
  if (step.name === 'unit') console.log(`   ${orderInWords(order)}`)
  const began = performance.now()
  const [command = '', ...args] = step.command
  const succeeded = run(command, args, {
    ...process.env,
    ...step.env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile(step.name),
  })
  const seconds = (performance.now() - began) / 1000
  if (!succeeded) console.error(`\nThe step "${step.name}" failed: its output stands above.`)
  results.push({ name: step.name, seconds, verdict: succeeded ? 'passed' : 'FAILED', ...countsOf(step, succeeded) })
}
rmSync(reports, { recursive: true, force: true })

console.log('')
for (const { name, seconds, verdict, passed } of results) {
  console.log(
    `${name.padEnd(8)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${verdict}${passed ? `  (${passed} tests)` : ''}`,
  )
}
/** @param {'passed' | 'failed'} key */
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(results.every(({ verdict }) => verdict === 'passed') ? 0 : 1)
