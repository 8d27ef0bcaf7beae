// `npm run bundle`: every built file with its size and when it loads, and whether the first load keeps to its budget and
// holds nothing that can wait.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { DIST, ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'

/** First load, kilobytes of JavaScript after gzip: what the page and its preloads pull in before anything is done. */
const FIRST_LOAD_KB = 200

/** What the first lines and styles ask for at once, without the page naming it: the letters, and the last snapshot. */
const AT_ONCE = /^assets\/(?:inter-latin-opsz|snapshot\.worker)/

/** Sources that nobody sees on the first screen: dialogs, charts, workers, and screens but the account's. */
const CAN_WAIT = [
  /-dialogs?\.tsx$/,
  /\/ui\/overlay\/dialog\.tsx$/,
  /\.worker\.ts$/,
  /chart[\w-]*\.tsx$/,
  /\/commands\/palette\.tsx$/,
  /-(?:page|panel)\.tsx$/,
]
/** The account's own screen, which has a chart. */
const FIRST_SCREEN = new Set([
  'src/features/accounts/account-chart.tsx',
  'src/features/accounts/account-page.tsx',
  'src/ui/chart/step-chart.tsx',
])

/** @param {number} bytes */
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)

/**
 * @typedef {object} BuiltFile
 * @property {string} path
 * @property {number} size
 * @property {number} gzip
 * @property {'first load' | 'at once' | 'when needed'} loads
 */

/** @returns {BuiltFile[]} the largest first */
function builtFiles() {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8')
  /** @param {string} path @returns {BuiltFile['loads']} */
  const loads = (path) => {
    if (path === 'index.html' || (/\.(?:js|css)$/.test(path) && page.includes(`/${path}`))) return 'first load'
    return AT_ONCE.test(path) ? 'at once' : 'when needed'
  }
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
        .slice(DIST.length + 1)
        .replaceAll('\\', '/')
      const bytes = readFileSync(join(DIST, path))
      return { path, size: bytes.length, gzip: gzipSync(bytes).length, loads: loads(path) }
    })
    .sort((a, b) => b.gzip - a.gzip)
}

/** @param {readonly BuiltFile[]} files */
const firstScripts = (files) => files.filter(({ path, loads }) => loads === 'first load' && path.endsWith('.js'))

/** Bytes of JavaScript after gzip that the page loads before anything is done. */
export function firstLoadBytes() {
  return firstScripts(builtFiles()).reduce((sum, file) => sum + file.gzip, 0)
}

/**
 * Of the sources of the first load, those that could wait until somebody needs them.
 * @param {readonly string[]} sources from the project's folder
 */
export function couldWait(sources) {
  return sources.filter((source) => !FIRST_SCREEN.has(source) && CAN_WAIT.some((pattern) => pattern.test(source)))
}

/** Our own sources in a script, by its map. @param {string} path */
function sourcesOf(path) {
  const map = join(DIST, `${path}.map`)
  if (!existsSync(map)) return []
  /** @type {{ sources: string[] }} */
  const { sources } = JSON.parse(readFileSync(map, 'utf8'))
  return sources.map((source) => source.replace(/^(?:\.\.\/)+/, '')).filter((source) => source.startsWith('src/'))
}

/** Prints every built file with its size; false where the first load is over its budget or holds what can wait. */
export function judgeBundle() {
  const files = builtFiles()
  const MARKS = { 'first load': '*', 'at once': '+', 'when needed': ' ' }
  console.log(`\n${'size'.padStart(10)}${'gzip'.padStart(10)}   file (* first load, + asked for by it at once)`)
  for (const { path, size, gzip, loads } of files) console.log(`${kb(size)}${kb(gzip)} ${MARKS[loads]} ${path}`)
  for (const loads of /** @type {const} */ (['first load', 'at once', 'when needed'])) {
    const all = files.filter((file) => file.loads === loads)
    const sum = all.reduce((total, file) => total + file.gzip, 0)
    console.log(`${loads.padEnd(11)} ${kb(sum)} after gzip in ${all.length} files`)
  }
  const scripts = firstScripts(files)
  const first = scripts.reduce((sum, file) => sum + file.gzip, 0)
  console.log(`First load: ${kb(first).trim()} of JavaScript after gzip; the budget is ${FIRST_LOAD_KB} kB.`)
  const sources = scripts.flatMap(({ path }) => sourcesOf(path))
  if (sources.length === 0) console.error('The first load has no source maps: what is in it cannot be judged.')
  const early = couldWait(sources)
  if (early.length > 0) console.error(`In the first load, and could wait:\n  ${early.join('\n  ')}`)
  return first <= FIRST_LOAD_KB * 1000 && sources.length > 0 && early.length === 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled()
  ensureBuilt()
  process.exit(judgeBundle() ? 0 : 1)
}
