// `npm run simulate`: the store, bus and projections in a simulated browser, for as long as one likes.
// `--seeds N` (1000): runs, from a seed of chance on, or from `--seed S`; `--actions A` (250): what happens in each.
// `--seed S` alone is that run; `--keep 3,7` only these of its actions. A failing run is made shorter, and told.
import { parseArgs } from 'node:util'
import { ensureInstalled, run } from './install.mjs'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    seed: { type: 'string' },
    actions: { type: 'string' },
    keep: { type: 'string' },
  },
})

ensureInstalled()
const env = {
  ...process.env,
  SIMULATE_SEEDS: values.seeds ?? (values.seed === undefined ? '1000' : '1'),
  ...(values.seed !== undefined && { SIMULATE_SEED: values.seed }),
  ...(values.actions !== undefined && { SIMULATE_ACTIONS: values.actions }),
  ...(values.keep !== undefined && { SIMULATE_KEEP: values.keep }),
}
const command = ['vitest', 'run', '--project', 'unit', '--testTimeout', '0', 'src/simulation/simulation.test.ts']
process.exit(run('npx', command, env) ? 0 : 1)
