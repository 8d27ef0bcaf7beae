// Runs the tests for Stryker: in one process, with the modules evaluated anew for each change. (A thread for each test
// file and each change, as vitest has it, takes ten hours for what takes minutes here.)
//
// A run "never ends" when it has computed many times as long as the same tests did without the change (CPU time, so it
// makes no difference how busy the machine is), or waits for what never comes.
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner'
import { bundleOf, testFilesOf } from './bundle.mjs'

/** The CPU time that a test may take: this many times what it took without the change, and some milliseconds. */
const TIMES = 5
const AT_LEAST = 1000
/**
 * What is run against a change, of the tests that reach it: those of the module's own file, then those of its folder,
 * then the others, the cheapest first, until these took so many milliseconds without the change. What only dearer ones
 * would notice counts as unnoticed, so the score is never better than it would be with all.
 */
const ENOUGH = 1500

class HouseTestRunner {
  /** Nothing is injected. */
  static inject = /** @type {[]} */ ([])
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #process
  #script = ''
  /** @type {Map<string, ReadonlySet<string>>} */
  #reach = new Map()
  /** @type {Map<string, { milliseconds: number, file: string }>} By id: what a test costs, in CPU time. */
  #tests = new Map()

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    // The working directory is the sandbox, whose sources can be changed from outside.
    this.#script = join(process.cwd(), 'all-tests.cjs')
    const files = testFilesOf(process.cwd(), process.env.MUTATION_ROOM ?? '')
    const { script, reach } = await bundleOf(process.cwd(), files)
    writeFileSync(this.#script, script)
    this.#reach = reach
  }

  #suiteProcess() {
    if (this.#process) return this.#process
    const script = fileURLToPath(new URL('suite-process.mjs', import.meta.url))
    const started = fork(script, [this.#script], { execArgv: ['--max-old-space-size=1000'] })
    started.once('exit', () => {
      this.#process = undefined
    })
    this.#process = started
    return started
  }

  /** @param {import('./suite-process.mjs').Order} order @returns {Promise<any>} */
  #ask(order) {
    const asked = this.#suiteProcess()
    return new Promise((resolve) => {
      const ended = (/** @type {unknown} */ code, /** @type {unknown} */ signal) =>
        resolve({ ended: `${code ?? signal}` })
      asked.once('exit', ended)
      asked.once('message', (answer) => {
        asked.off('exit', ended)
        resolve(answer)
      })
      asked.send(order)
    })
  }

  /** @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>} */
  async dryRun() {
    const { results, coverage, ended } = await this.#ask({ run: 'dry' })
    if (ended) return { status: DryRunStatus.Error, errorMessage: `The tests ended with ${ended}` }
    for (const { id, milliseconds, file } of results) this.#tests.set(id, { milliseconds, file })
    return { status: DryRunStatus.Complete, tests: results.map(asTestResult), mutantCoverage: coverage }
  }

  /** @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options */
  async mutantRun({ activeMutant, testFilter, mutantActivation, hitLimit, sandboxFileName }) {
    const tests = this.#testsFor(sandboxFileName, testFilter)
    const { results, failure, hits, ended } = await this.#ask({
      run: 'mutant',
      mutant: activeMutant.id,
      early: mutantActivation === 'static',
      tests: tests.map(({ id, milliseconds }) => ({ id, most: AT_LEAST + TIMES * milliseconds })),
      hitLimit: hitLimit ?? null,
    })
    if (ended) return toMutantRunResult({ status: DryRunStatus.Timeout, reason: `ended with ${ended}` })
    // Where not even a test file can be evaluated, its first test stands for what was noticed.
    if (failure) results.push({ id: tests[0]?.id ?? '', name: '', file: '', milliseconds: 0, failure })
    return toMutantRunResult(
      determineHitLimitReached(hits, hitLimit) ?? { status: DryRunStatus.Complete, tests: results.map(asTestResult) },
    )
  }

  /**
   * The tests of the changed module's own file, those beside it, and then the others; the cheapest of each first.
   * @param {string} changed
   * @param {readonly string[] | undefined} wanted ids; without them whatever imports the changed file
   */
  #testsFor(changed, wanted) {
    const own = relative(process.cwd(), changed).replaceAll(sep, '/').replace(/\.ts$/, '.test.ts')
    const ids = wanted ?? [...this.#tests.keys()]
    const tests = ids.flatMap((id) => {
      const known = this.#tests.get(id)
      if (!known || !(wanted || this.#reach.get(known.file)?.has(changed))) return []
      const distance = known.file === own ? 0 : posix.dirname(known.file) === posix.dirname(own) ? 1 : 2
      return [{ id, ...known, distance }]
    })
    tests.sort((a, b) => a.distance - b.distance || a.milliseconds - b.milliseconds)
    let spent = 0
    return tests.filter(({ milliseconds, distance }) => {
      if (distance === 0) return true
      const isWanted = spent < ENOUGH
      spent += milliseconds
      return isWanted
    })
  }

  async dispose() {
    this.#process?.kill()
  }
}

/** @param {import('./suite-process.mjs').TestResult} result */
function asTestResult({ id, name, file, milliseconds, failure }) {
  const test = { id, name, fileName: join(process.cwd(), file), timeSpentMs: milliseconds }
  return failure === null
    ? { ...test, status: TestStatus.Success }
    : { ...test, status: TestStatus.Failed, failureMessage: failure }
}

/** Tells each change that no test noticed as soon as it is known. */
class UnnoticedReporter {
  /** Nothing is injected. */
  static inject = /** @type {[]} */ ([])

  /** @param {import('@stryker-mutator/api/core').MutantResult} result */
  onMutantTested({ status, fileName, location, mutatorName, replacement = '' }) {
    if (status !== 'Survived' && status !== 'NoCoverage') return
    const place = `${relative(process.cwd(), fileName)}:${location.start.line}`
    console.log(`  ${place}  ${mutatorName}  ${replacement.replaceAll(/\s+/g, ' ').slice(0, 80)}`)
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'hindsight', HouseTestRunner),
  declareClassPlugin(PluginKind.Reporter, 'unnoticed', UnnoticedReporter),
]
