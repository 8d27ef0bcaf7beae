// `npm run crash`: the browser killed in the midst of what it does, on the production build, and judged when it opens
// the same profile again. `--kills N` (25), `--seed S` (of chance); `--life L` only that profile of the plan. Ends with
// what went on at the kills, and how to repeat what failed. How far a browser comes is its own affair: a seed repeats
// the plan, not each millisecond. `--planted ID` does it on a build with that bug of planted-bugs.mjs in it, until a judge
// finds it: then it succeeds.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBrowser } from '../browser.mjs'
import { ensureBuilt } from '../build.mjs'
import { ensureInstalled, run } from '../install.mjs'
import { PLANTED } from './planted-bugs.mjs'
import { withPlanted } from './planted-copy.mjs'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '25' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    life: { type: 'string' },
    workers: { type: 'string', default: '2' },
    planted: { type: 'string' },
    'until-failed': { type: 'boolean', default: false },
  },
})

/**
 * @typedef {{ kind: string, reached?: string, underWay: string[], unanswered: number, isAtRest: boolean }} Kill
 * @typedef {{ title: string, ok: boolean, tests: { annotations: { type: string, description?: string }[], results: { error?: { message?: string } }[] }[] }} Spec
 */

ensureInstalled()
await ensureBrowser()
if (values.planted !== undefined) process.exit(findPlanted(values.planted))
ensureBuilt()
const folder = mkdtempSync(join(tmpdir(), 'hindsight-crashes-'))
const report = join(folder, 'report.json')
console.log(`Seed ${values.seed}, ${values.kills} kills.`)
const untilFailed = values['until-failed'] ? ['--max-failures', '1', '--workers', '1'] : []
const succeeded = run('npx', ['playwright', 'test', '--config', 'e2e/crash.config.ts', ...untilFailed], {
  ...process.env,
  CRASH_KILLS: values.kills,
  CRASH_SEED: values.seed,
  CRASH_WORKERS: values.workers,
  CRASH_REPORT: report,
  ...(values.life !== undefined && { CRASH_LIFE: values.life }),
})
/** @type {{ specs?: Spec[] }[]} */
const suites = JSON.parse(readFileSync(report, 'utf8')).suites
rmSync(folder, { recursive: true, force: true })
const specs = suites.flatMap((suite) => suite.specs ?? [])
/** @type {Kill[]} */
const kills = specs.flatMap(({ tests }) =>
  tests.flatMap(({ annotations }) =>
    annotations.flatMap(({ type, description }) => (type === 'kills' ? JSON.parse(description ?? '[]') : [])),
  ),
)

/**
 * In the copy the same program runs as here.
 * @param {string} id
 * @returns the exit code
 */
function findPlanted(id) {
  const bug = PLANTED.find((each) => each.id === id)
  if (!bug) throw new Error(`There is no bug ${id}: ${PLANTED.map((each) => each.id).join(', ')}`)
  const args = ['e2e/run/suite/crash.mjs', '--until-failed', '--kills', values.kills, '--seed', values.seed]
  const { status } = withPlanted(bug, (cwd) => spawnSync('node', args, { cwd, stdio: 'inherit' }))
  console.log(status === 1 ? `\n${id} was found.` : `\n${id} was not found.`)
  return status === 1 ? 0 : 1
}

/** @param {string} title @param {readonly string[]} names */
function tell(title, names) {
  console.log(`\n${title}`)
  const counts = new Map()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(6)}  ${name}`)
}

tell(
  'Killed in',
  kills.map(({ kind }) => kind),
)
tell(
  'Killed at the very moment',
  kills.map(({ reached, isAtRest }) => reached ?? (isAtRest ? 'when all was done' : 'by the clock')),
)
tell(
  'Transactions that were open then',
  kills.flatMap(({ underWay }) => (underWay.length === 0 ? ['none'] : underWay)),
)
const inDoubt = kills.filter(({ unanswered }) => unanswered > 0)
console.log(
  `\n${inDoubt.length} of ${kills.length} kills left something without an answer; ${kills.filter(({ isAtRest }) => isAtRest).length} came when all was done.`,
)
for (const { title, ok, tests } of specs) {
  const life = /life (\d+)/.exec(title)?.[1]
  const why = tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? [])).join('\n')
  if (!ok)
    console.log(
      `FAILED: ${title}\n  ${why}\n  again: npm run crash -- --kills ${values.kills} --seed ${values.seed} --life ${life}`,
    )
}
const failed = specs.filter(({ ok }) => !ok).length
if (values.life === undefined && kills.length < Number(values.kills))
  console.log(`\nOf ${values.kills} kills ${Number(values.kills) - kills.length} were not made.`)
console.log(`\n${kills.length} kills in ${specs.length} profiles of seed ${values.seed}: ${failed} failed`)
process.exit(succeeded ? 0 : 1)
