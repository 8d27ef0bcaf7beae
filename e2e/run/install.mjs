// Brings the installed packages in line with the lock file. Plain Node: nothing can be imported before it has run.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** @param {string} path */
function packagesIn(path) {
  if (!existsSync(path)) return {}
  /** @type {{ packages?: Record<string, { version?: string, optional?: boolean }> }} */
  const lock = JSON.parse(readFileSync(path, 'utf8'))
  return lock.packages ?? {}
}

/** Packages that the lock file asks for and that are not installed in that version; optional ones may be missing. */
export function missingPackages(folder = ROOT) {
  const installed = packagesIn(join(folder, 'node_modules/.package-lock.json'))
  return Object.entries(packagesIn(join(folder, 'package-lock.json')))
    .filter(([path, wanted]) => path !== '' && !wanted.optional && installed[path]?.version !== wanted.version)
    .map(([path]) => path)
}

/**
 * Runs a command with its output on the terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean} whether it succeeded
 */
export function run(command, args, env = process.env) {
  // On Windows npm and npx are scripts, which only a shell starts.
  const { status } = spawnSync(command, args, { cwd: ROOT, env, stdio: 'inherit', shell: process.platform === 'win32' })
  return status === 0
}

/** Installs what is missing; ends the process with a message where that fails. */
export function ensureInstalled() {
  const missing = missingPackages()
  if (missing.length === 0) return
  console.log(`Installing packages (${missing.length} are missing or of another version) …`)
  const quiet = ['--no-audit', '--no-fund']
  if (run('npm', ['ci', ...quiet]) || run('npm', ['install', ...quiet])) return
  console.error('The packages could not be installed. Is the npm registry reachable? "npm ci" shows what went wrong.')
  process.exit(1)
}
