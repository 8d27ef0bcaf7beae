// `npm run coverage`: how much of each room the unit tests and those of components run through. Arguments go to vitest
// (`-- --project unit` leaves the browser out). What the journeys run through beside them is not counted.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { ensureBrowser } from '../browser.mjs'
import { ensureInstalled, ROOT, run } from '../install.mjs'

/** @typedef {{ total: number, covered: number }} Count */
/** @typedef {'branches' | 'functions' | 'lines'} Kind */
/** @type {readonly Kind[]} */
const KINDS = ['branches', 'functions', 'lines']

ensureInstalled()
await ensureBrowser()
const folder = mkdtempSync(join(tmpdir(), 'hindsight-coverage-'))
const passed = run('npx', [
  'vitest',
  'run',
  '--coverage.enabled',
  '--coverage.provider=v8',
  '--coverage.include=src/**/*.{ts,tsx}',
  '--coverage.exclude=src/**/{testing,fixtures,contract}/**',
  '--coverage.exclude=src/locales/{en,de}/**',
  '--coverage.reporter=json-summary',
  '--coverage.reportOnFailure',
  `--coverage.reportsDirectory=${folder}`,
  '--reporter=dot',
  ...process.argv.slice(2),
])

/** @type {Record<string, Record<Kind, Count>>} */
const files = JSON.parse(readFileSync(join(folder, 'coverage-summary.json'), 'utf8'))
rmSync(folder, { recursive: true, force: true })

/** @type {Map<string, Record<Kind, Count>>} */
const rooms = new Map()
/** @param {string} room @param {Record<Kind, Count>} counts */
function add(room, counts) {
  const sums = rooms.get(room) ?? {
    branches: { total: 0, covered: 0 },
    functions: { total: 0, covered: 0 },
    lines: { total: 0, covered: 0 },
  }
  for (const kind of KINDS) {
    sums[kind].total += counts[kind].total
    sums[kind].covered += counts[kind].covered
  }
  rooms.set(room, sums)
}
for (const [path, counts] of Object.entries(files)) {
  if (path === 'total') continue
  add(relative(join(ROOT, 'src'), path).split(sep)[0] ?? '', counts)
  add('all', counts)
}

/** @param {Count} count */
const share = ({ total, covered }) =>
  `${(total === 0 ? 100 : (100 * covered) / total).toFixed(1)} % of ${total}`.padStart(18)
console.log(`\n${'room'.padEnd(14)}${KINDS.map((kind) => kind.padStart(18)).join('')}`)
for (const [room, counts] of [...rooms].sort(
  ([a], [b]) => Number(a === 'all') - Number(b === 'all') || a.localeCompare(b),
))
  console.log(`${room.padEnd(14)}${KINDS.map((kind) => share(counts[kind])).join('')}`)
process.exit(passed ? 0 : 1)
