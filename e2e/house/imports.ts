/**
 * Which files import which. The compiler has no stable programming interface here, and the sources are formatted
 * uniformly, so import statements are recognised by their shape.
 */
import { posix } from 'node:path'
import { isCode, type SourceFile } from './source-files'

export interface Import {
  readonly from: string
  /** A path of the project for relative imports, or else a package's name. */
  readonly to: string
  readonly package: boolean
  /** Gone after compilation: `import type`, or a list in which every name is marked `type`. */
  readonly typeOnly: boolean
}

const STATEMENT =
  /\b(?:import|export)\s+(type\s+)?((?:[\w$]+\s*,?\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+[\w$]+)?)?)\s*from\s*['"]([^'"]+)['"]/g
const BARE = /\bimport\s*['"]([^'"]+)['"]/g
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g
/** How a worker or an asset is named. */
const BY_URL = /\bnew URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url/g

/** The source without comments, which may quote code. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

function marksOnlyTypes(clause: string): boolean {
  const names = /^\{([^}]*)\}$/.exec(clause.trim())?.[1]
  const list =
    names
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '') ?? []
  return list.length > 0 && list.every((name) => name.startsWith('type '))
}

/** Specifiers as written in a source, each with whether it imports types only. */
export function specifiersOf(source: string): { specifier: string; typeOnly: boolean }[] {
  const text = withoutComments(source)
  const named = [...text.matchAll(STATEMENT)].map(([, type, clause, specifier]) => ({
    specifier: specifier ?? '',
    typeOnly: type !== undefined || marksOnlyTypes(clause ?? ''),
  }))
  const others = [BARE, DYNAMIC, BY_URL].flatMap((pattern) => [...text.matchAll(pattern)])
  return [...named, ...others.map(([, specifier]) => ({ specifier: specifier ?? '', typeOnly: false }))]
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Every import between the files given, and of packages. */
export function importsOf(files: readonly SourceFile[]): Import[] {
  const known = new Set(files.map(({ path }) => path))
  const resolve = (from: string, specifier: string): string => {
    const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
    return (
      ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx'].map((end) => path + end).find((name) => known.has(name)) ??
      path
    )
  }
  return files
    .filter(({ path }) => isCode(path))
    .flatMap(({ path, text }) =>
      specifiersOf(text).map(({ specifier, typeOnly }) => {
        const relative = specifier.startsWith('.')
        return {
          from: path,
          to: relative ? resolve(path, specifier) : packageName(specifier),
          package: !relative,
          typeOnly,
        }
      }),
    )
}

/** A shortest-found ring of imports among project files, as paths with the first repeated at the end; undefined where there is none. */
export function findCycle(imports: readonly Import[]): string[] | undefined {
  const targets = new Map<string, string[]>()
  for (const { from, to, package: isPackage } of imports) {
    if (!isPackage) targets.set(from, [...(targets.get(from) ?? []), to])
  }
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): string[] | undefined => {
    const seen = trail.indexOf(path)
    if (seen >= 0) return [...trail.slice(seen), path]
    if (done.has(path)) return undefined
    for (const target of targets.get(path) ?? []) {
      const cycle = visit(target, [...trail, path])
      if (cycle) return cycle
    }
    done.add(path)
    return undefined
  }
  for (const path of targets.keys()) {
    const cycle = visit(path, [])
    if (cycle) return cycle
  }
  return undefined
}
