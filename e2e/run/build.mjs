// Builds the app, where its sources are newer than what was built last.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run } from './install.mjs'

export const DIST = join(ROOT, 'dist')
const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
  'e2e/run/serving/security-headers.mjs',
  'e2e/run/service-worker.mjs',
]

/**
 * When anything under a path was last written, in milliseconds; tests are not part of the build.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  if (!existsSync(path) || /\.test\.tsx?$/.test(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

export function isBuildStale() {
  const built = join(DIST, 'index.html')
  if (!existsSync(built)) return true
  return Math.max(...SOURCES.map((path) => newest(join(ROOT, path)))) > statSync(built).mtimeMs
}

/** Builds if needed; ends the process where the build fails (it has said why). */
export function ensureBuilt() {
  if (!isBuildStale()) return
  console.log('Building …')
  if (!run('npx', ['vite', 'build', '--logLevel', 'warn'])) process.exit(1)
}
