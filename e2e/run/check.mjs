// `npm run check`: what can be judged without running the app: types, lint, house rules, unused code, the size of the bundle.
import { ensureBuilt } from './build.mjs'
import { judgeBundle } from './bundle.mjs'
import { ensureInstalled, run } from './install.mjs'

ensureInstalled()
const checks = [
  { name: 'types', passed: run('npx', ['tsc', '--noEmit']) },
  { name: 'lint', passed: run('npx', ['biome', 'ci', '.']) },
  { name: 'house rules', passed: run('npx', ['vitest', 'run', '--project', 'unit', 'e2e/house']) },
  { name: 'unused code', passed: run('npx', ['knip']) },
]
ensureBuilt()
checks.push({ name: 'bundle', passed: judgeBundle() })
for (const { name, passed } of checks) console.log(`${passed ? 'passed' : 'FAILED'}  ${name}`)
process.exit(checks.every(({ passed }) => passed) ? 0 : 1)
