// `npm run simulate`: the store, bus and projections in a simulated browser, for as long as one likes.
// `--seeds N` (1000): runs, from a seed of chance on, or from `--seed S`; `--actions A` (250): what happens in each.
// `--seed S` alone is that run; `--keep 3,7` only these of its actions. A failing run is made shorter, and told.
// `--planted` makes known bugs in a copy of the sources, one after another, and counts the seeds until each is found;
// `--planted ID` that one alone.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled, run } from '../install.mjs'
import { PLANTED } from './planted-bugs.mjs'
import { withPlanted } from './planted-copy.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string' },
    seed: { type: 'string' },
    actions: { type: 'string' },
    keep: { type: 'string' },
    planted: { type: 'boolean' },
  },
})
/** Within so many seeds a planted bug is found, or the simulation is not good enough. */
const SEEDS_FOR_A_BUG = 100

ensureInstalled()
const command = ['vitest', 'run', '--project', 'unit', '--testTimeout', '0', 'src/simulation/simulation.test.ts']
process.exit(values.planted ? findPlanted() : simulate() ? 0 : 1)

function simulate() {
  return run('npx', command, {
    ...process.env,
    SIMULATE_SEEDS: values.seeds ?? (values.seed === undefined ? '1000' : '1'),
    ...(values.seed !== undefined && { SIMULATE_SEED: values.seed }),
    ...(values.actions !== undefined && { SIMULATE_ACTIONS: values.actions }),
    ...(values.keep !== undefined && { SIMULATE_KEEP: values.keep }),
  })
}

/** @returns the exit code */
function findPlanted() {
  const wanted = PLANTED.filter(({ id }) => positionals.length === 0 || positionals.includes(id))
  const seeds = values.seeds ?? String(SEEDS_FOR_A_BUG)
  let missed = 0
  for (const bug of wanted) {
    const found = seedsUntilFound(bug, seeds)
    if (!found) missed++
    console.log(`${bug.id.padEnd(24)} ${found ? `seed ${found.seed}: ${found.why}` : `not found in ${seeds} seeds`}`)
  }
  console.log(`\n${wanted.length - missed} of ${wanted.length} planted bugs found`)
  return missed === 0 ? 0 : 1
}

/** @param {typeof PLANTED[number]} bug @param {string} seeds */
function seedsUntilFound(bug, seeds) {
  return withPlanted(bug, (folder) => {
    const found = join(folder, 'found.json')
    run('npx', [...command, '--root', folder, '--silent', '--reporter', 'dot'], {
      ...process.env,
      SIMULATE_SEEDS: seeds,
      SIMULATE_SEED: values.seed ?? '1',
      SIMULATE_FOUND: found,
    })
    if (!existsSync(found)) return undefined
    return /** @type {{ seed: number, why: string }} */ (JSON.parse(readFileSync(found, 'utf8')))
  })
}
