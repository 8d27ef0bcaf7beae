// The process that runs the tests for test-runner.mjs. It may be broken by what it runs: then it ends, and the other
// starts the next.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Script } from 'node:vm'
import { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { Suite } from './suite.mjs'

/** @typedef {{ run: 'dry' } | { run: 'mutant', mutant: string, early: boolean, tests: readonly { id: string, most: number }[], hitLimit: number | null }} Order */
/** @typedef {{ id: string, name: string, file: string, milliseconds: number, failure: string | null }} TestResult */

/** What Stryker's instrumented code reads and writes. */
/** @type {{ activeMutant?: string | undefined, currentTestId?: string | undefined, hitCount?: number | undefined, hitLimit?: number | undefined, mutantCoverage?: object }} */
const stryker = {}
Reflect.set(globalThis, '__stryker__', stryker)

const [script = ''] = process.argv.slice(2)
const require = createRequire(import.meta.url)
const evaluate = new Script(readFileSync(script, 'utf8'), { filename: script }).runInThisContext()

/** What evaluating all modules may take at most, in milliseconds of CPU time. */
const EVALUATION = 5000

/** When this process has computed enough, in milliseconds of CPU time; 0 is never. */
const limit = new Float64Array(new SharedArrayBuffer(8))
// Sees to it from a thread of its own, for a loop without end lets nothing else happen in this one.
new Worker(
  `const { workerData: limit } = require('node:worker_threads')
  setInterval(() => {
    const { user, system } = process.cpuUsage()
    if (limit[0] > 0 && (user + system) / 1000 > limit[0]) process.kill(process.pid, 'SIGKILL')
  }, 50)`,
  { eval: true, workerData: limit },
).unref()

function computed() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

// Every run tries the same; one failure is enough, however large the example.
fc.configureGlobal({ seed: 20_261_128, endOnFailure: true })

let rejected = /** @type {unknown} */ (undefined)
process.on('unhandledRejection', (reason) => {
  rejected = reason ?? 'rejected'
})

function newSuite() {
  const suite = new Suite()
  const known = new Map(Object.entries({ vitest: suite.vitest, 'fast-check': fc }))
  evaluate(
    (/** @type {string} */ id) => known.get(id) ?? require(id),
    (/** @type {string} */ file) => suite.begin(file),
  )
  return suite
}

/** @param {import('./suite.mjs').Test} test @returns {Promise<TestResult>} */
async function result(test) {
  const began = computed()
  /** @type {string | null} */
  let failure = null
  rejected = undefined
  try {
    await test.body()
    if (rejected !== undefined) throw rejected
  } catch (error) {
    failure = String(error instanceof Error ? error.message : error).slice(0, 300) || 'failed'
  }
  return { id: test.id, name: test.name, file: test.file, milliseconds: computed() - began, failure }
}

/** @param {Order} order */
async function obey(order) {
  if (order.run === 'dry') {
    stryker.activeMutant = undefined
    const results = []
    // What a module does once, on the first call, each test must be seen to reach: so each has modules of its own.
    for (const id of newSuite().tests.keys()) {
      const test = newSuite().tests.get(id)
      if (!test) continue
      stryker.currentTestId = id
      results.push(await result(test))
      stryker.currentTestId = undefined
    }
    return { results, coverage: stryker.mutantCoverage ?? { static: {}, perTest: {} } }
  }
  limit[0] = computed() + EVALUATION
  stryker.activeMutant = order.early ? order.mutant : undefined
  stryker.hitCount = 0
  stryker.hitLimit = order.hitLimit ?? undefined
  /** @type {TestResult[]} */
  const results = []
  let failure = null
  try {
    const { tests } = newSuite()
    stryker.activeMutant = order.mutant
    for (const { id, most } of order.tests) {
      const test = tests.get(id)
      if (!test) continue
      limit[0] = computed() + most
      results.push(await result(test))
      if (results.at(-1)?.failure != null) break
    }
  } catch (error) {
    // Not even the test files can be evaluated.
    failure = String(error)
  }
  stryker.activeMutant = undefined
  limit[0] = 0
  return { results, failure, hits: stryker.hitCount }
}

process.on('disconnect', () => process.exit())
process.on('message', async (order) => {
  // While it runs nothing else keeps this process: one that waits for what never comes ends here.
  process.channel?.unref()
  const answer = await obey(/** @type {Order} */ (order))
  process.channel?.ref()
  process.send?.(answer)
})
