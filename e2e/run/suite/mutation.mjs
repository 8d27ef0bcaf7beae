// `npm run mutation`: breaks the code of the rooms that compute, one small change at a time, and tells which changes no
// test of its room notices (e2e/mutation/README.md). `-- domain projections` names rooms, `-- time-travel/explain` a
// folder, `-- src/domain/money.ts` a file; `--known` lets the last result of a change stand where neither its file nor the
// tests that run through it were touched. The report of each part stays in node_modules/.mutation. Fails below 90 %.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled, ROOT, run } from '../install.mjs'

/** The score that each part must reach, in per cent of the changes that can be noticed. */
const WANTED = 90
const ROOMS = ['domain', 'event-log', 'projections', 'time-travel']
const FOLDER = 'node_modules/.mutation'
/** What stands in a room for the tests' sake. */
const FOR_TESTS = ['*.test.ts', 'testing/**', 'contract/**', 'arbitrary-*.ts', '*-specification.ts']

const { values, positionals } = parseArgs({ allowPositionals: true, options: { known: { type: 'boolean' } } })
ensureInstalled()
mkdirSync(join(ROOT, FOLDER), { recursive: true })

/**
 * What became of every change in a room or file.
 * @param {string} part
 */
function scoreOf(part) {
  const began = Date.now()
  const name = part.replaceAll(/[^a-z.-]+/g, '-')
  const report = `${FOLDER}/${name}.json`
  const known = `${FOLDER}/${name}.known.json`
  if (!values.known && existsSync(join(ROOT, known))) rmSync(join(ROOT, known))
  const files = part.endsWith('.ts') ? [part] : [`src/${part}/**/*.ts`]
  const mutated = [...files, ...FOR_TESTS.map((pattern) => `!src/**/${pattern}`)].join()
  const room = part.replace(/^src\//, '').split('/')[0]
  const env = { ...process.env, MUTATION_ROOM: room, MUTATION_REPORT: report, MUTATION_KNOWN: known }
  if (!run('npx', ['stryker', 'run', 'e2e/mutation/stryker.config.mjs', '--mutate', mutated], env)) process.exit(1)
  /** @type {{ files: Record<string, { mutants: { status: string }[] }> }} */
  const { files: mutantsOf } = JSON.parse(readFileSync(join(ROOT, report), 'utf8'))
  const mutants = Object.values(mutantsOf).flatMap((each) => each.mutants)
  /** @param {string[]} statuses */
  const having = (...statuses) => mutants.filter(({ status }) => statuses.includes(status))
  return {
    part,
    noticed: having('Killed', 'Timeout').length,
    unnoticed: having('Survived', 'NoCoverage').length,
    endless: having('Timeout').length,
    left: having('Ignored', 'RuntimeError', 'CompileError').length,
    minutes: (Date.now() - began) / 60_000,
  }
}

const scores = (positionals.length > 0 ? positionals : ROOMS).map(scoreOf)
console.log('\nroom             noticed  unnoticed  never ended  left out     score  minutes')
let below = false
for (const { part, noticed, unnoticed, endless, left, minutes } of scores) {
  const score = (100 * noticed) / Math.max(1, noticed + unnoticed)
  if (score < WANTED) below = true
  const counts = [
    `${noticed}`.padStart(7),
    `${unnoticed}`.padStart(9),
    `${endless}`.padStart(11),
    `${left}`.padStart(8),
  ]
  const rates = [`${score.toFixed(1)} %`.padStart(8), minutes.toFixed(1).padStart(7)]
  console.log(`${part.padEnd(15)}  ${[...counts, ...rates].join('  ')}`)
}
process.exit(below ? 1 : 0)
