/** The project's own files as text: what the house rules look at. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string
  readonly text: string
}

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const NOT_OURS = new Set([
  'node_modules',
  '.git',
  'dist',
  'test-results',
  'bench-results',
  'playwright-report',
  'coverage',
  '.vite',
  '__screenshots__',
])
const TEXT = /\.(ts|tsx|mts|mjs|js|css|html|json|md|svg|yml|yaml)$|^\.[a-z]+$|(^|\/)run$|LICENSE$/

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}

/** Every text file of the project that is not made by a tool. */
export function projectFiles(): SourceFile[] {
  return walk(ROOT)
    .map((path) => ({ path: relative(ROOT, path).split(sep).join('/'), absolute: path }))
    .filter(({ path }) => TEXT.test(path) && path !== 'package-lock.json')
    .map(({ path, absolute }) => ({ path, text: readFileSync(absolute, 'utf8') }))
}

export function isCode(path: string): boolean {
  return /\.(ts|tsx|mts|mjs|js)$/.test(path)
}

export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path)
}
