// `npm run bundle`: every built file with its size, and whether the first load keeps to its budget.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { DIST, ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'

/** First load, kilobytes of JavaScript after gzip: what the page and its preloads pull in before anything is done. */
const FIRST_LOAD_KB = 200

/** @param {number} bytes */
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)

function builtFiles() {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8')
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
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
}

/** Bytes of JavaScript after gzip that the page loads before anything is done. */
export function firstLoadBytes() {
  return builtFiles()
    .filter((file) => file.first)
    .reduce((sum, file) => sum + file.gzip, 0)
}

/** Prints every built file with its size; false where the first load is over its budget. */
export function judgeBundle() {
  console.log(`\n${'size'.padStart(10)}${'gzip'.padStart(10)}   file (* first load)`)
  for (const file of builtFiles())
    console.log(`${kb(file.size)}${kb(file.gzip)} ${file.first ? '*' : ' '} ${file.path}`)
  const first = firstLoadBytes()
  console.log(`First load: ${kb(first).trim()} of JavaScript after gzip; the budget is ${FIRST_LOAD_KB} kB.`)
  return first <= FIRST_LOAD_KB * 1000
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled()
  ensureBuilt()
  process.exit(judgeBundle() ? 0 : 1)
}
