// `npm run check`: what can be judged without running the app: types, lint, house rules, unused code, the size of the bundle.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DIST, ensureBuilt } from './build.mjs'
import { ensureInstalled, run } from './install.mjs'

/** First load, kilobytes of JavaScript after gzip: what the page and its preloads pull in before anything is done. */
const FIRST_LOAD_KB = 200

/** @param {number} bytes */
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)

/** Prints every built file with its size; false where the first load is over its budget. */
function judgeBundle() {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8')
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name).slice(DIST.length + 1)
      const bytes = readFileSync(join(DIST, path))
      return {
        path,
        size: bytes.length,
        gzip: gzipSync(bytes).length,
        first: path.endsWith('.js') && page.includes(`/${path}`),
      }
    })
    .sort((a, b) => b.gzip - a.gzip)
  console.log(`\n${'size'.padStart(10)}${'gzip'.padStart(10)}   file (* first load)`)
  for (const file of files) console.log(`${kb(file.size)}${kb(file.gzip)} ${file.first ? '*' : ' '} ${file.path}`)
  const first = files.filter((file) => file.first).reduce((sum, file) => sum + file.gzip, 0)
  console.log(`First load: ${kb(first).trim()} of JavaScript after gzip; the budget is ${FIRST_LOAD_KB} kB.`)
  return first <= FIRST_LOAD_KB * 1000
}

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
