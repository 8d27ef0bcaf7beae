// A copy of the sources with a known bug in it.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../install.mjs'

const CONFIGS = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'index.html']
const COPIED = ['src', 'e2e', 'public', ...CONFIGS]

/**
 * Makes it, and removes it when `work` is done.
 * @template Result
 * @param {typeof import('./planted-bugs.mjs').PLANTED[number]} bug
 * @param {(folder: string) => Result} work
 * @throws Error where the sources no longer have the place, or have it twice
 */
export function withPlanted({ file, from, to, and }, work) {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-planted-'))
  try {
    for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    for (const edit of [{ file, from, to }, ...(and ? [{ file, ...and }] : [])]) {
      const path = join(folder, edit.file)
      const text = readFileSync(path, 'utf8')
      if (text.split(edit.from).length !== 2) throw new Error(`${edit.file} has not once: ${edit.from}`)
      writeFileSync(path, text.replace(edit.from, edit.to))
    }
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
