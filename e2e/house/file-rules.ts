/** What every file of the project keeps to. Each rule gives the fault in words, or undefined. */
import { posix } from 'node:path'
import { isCode, isTest, type SourceFile } from './source-files'

export type FileRule = (file: SourceFile) => string | undefined

const MAX_LINES = 300
/** Source files beside each other; more means that two things live in one folder. A ratchet: it may only be lowered. */
export const MAX_SIBLINGS = 16

const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/
/** Documents and what tools expect under a given name. */
const NAMED_BY_CUSTOM = new Set(['ARCHITECTURE.md', 'README.md', 'SPEC.md', 'LICENSE'])
const GRAB_BAGS = new Set(['utils', 'util', 'helpers', 'helper', 'types', 'common', 'misc', 'shared', 'lib'])
/** Files whose default export a tool asks for. */
const CONFIGURATION = /(\.config\.(ts|mjs)|\/global-setup\.ts)$/

/** A folder of one machine: pieced together so that this file does not match itself. */
const MACHINE_PATH = new RegExp(['(?<![\\w.-])/', '(?:work|home|Users|root|tmp|opt|mnt)', '/\\w'].join(''))
const SKIPS = /\b(?:test|it|describe)\.(?:only|todo|fixme)\(|\b(?:describe|it)\.skip\(|\.waitForTimeout\(/
// An explicit `any` is the linter's matter.
const SUPPRESSED = /@ts-(?:ignore|nocheck)\b/

const kebabCase: FileRule = ({ path }) => {
  const parts = path.split('/')
  const bad = parts.find((part) => !KEBAB.test(part) && !NAMED_BY_CUSTOM.has(part))
  return bad === undefined ? undefined : `${path}: "${bad}" is not kebab-case`
}

const noGrabBag: FileRule = ({ path }) => {
  const bad = path
    .split('/')
    .map((part) => part.split('.')[0] ?? '')
    .find((name) => GRAB_BAGS.has(name))
  return bad === undefined ? undefined : `${path}: "${bad}" says nothing about what is in it`
}

const noBarrel: FileRule = ({ path, text }) => {
  if (!isCode(path)) return undefined
  if (/^index\.tsx?$/.test(posix.basename(path))) return `${path}: an index file hides where things are`
  const statements = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').trim()
  const rest = statements
    .replace(/export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+['"][^'"]+['"];?/g, '')
    .trim()
  return statements !== '' && rest === '' ? `${path}: a file of re-exports hides where things are` : undefined
}

const notTooLong: FileRule = ({ path, text }) => {
  const lines = text.split('\n').length - 1
  return /\.(ts|tsx|mjs|css)$/.test(path) && lines > MAX_LINES
    ? `${path}: ${lines} lines, more than ${MAX_LINES}`
    : undefined
}

const noDefaultExport: FileRule = ({ path, text }) =>
  isCode(path) && !CONFIGURATION.test(`/${path}`) && /^export default\b/m.test(text)
    ? `${path}: a default export has no name of its own`
    : undefined

const noMachinePath: FileRule = ({ path, text }) => {
  const line = text.split('\n').find((candidate) => MACHINE_PATH.test(candidate))
  return line === undefined ? undefined : `${path}: a path of one machine: ${line.trim().slice(0, 100)}`
}

const noSkippedTest: FileRule = ({ path, text }) => {
  const found = isTest(path) ? SKIPS.exec(text)?.[0] : undefined
  return found === undefined ? undefined : `${path}: ${found} leaves something untested or waits for nothing`
}

const noSuppressedType: FileRule = ({ path, text }) => {
  const found = isCode(path) && !path.startsWith('e2e/house/') ? SUPPRESSED.exec(text)?.[0] : undefined
  return found === undefined ? undefined : `${path}: ${found} turns the compiler off`
}

const opensWithComment: FileRule = ({ path, text }) =>
  /^src\/.*\.tsx?$/.test(path) && !isTest(path) && !/^(?:import\b[^\n]*\n|\s)*(?:\/\*\*|\/\/)/.test(text)
    ? `${path}: no opening comment says why it exists`
    : undefined

export const FILE_RULES: Readonly<Record<string, FileRule>> = {
  '[H3] names are kebab-case': kebabCase,
  '[H4] no utils, helpers, types': noGrabBag,
  '[H5] no barrels': noBarrel,
  '[H6] no file over 300 lines': notTooLong,
  '[H7] no default exports outside configuration': noDefaultExport,
  '[H8] no path of one machine': noMachinePath,
  '[H9] no test skipped, focused, or sleeping': noSkippedTest,
  '[H10] no types suppressed': noSuppressedType,
  '[H11] a module opens with a comment': opensWithComment,
}

/** [H12] Folders of src/ and e2e/ that hold more source files (tests not counted) than one can take in at a glance. */
export function crowdedFolders(files: readonly SourceFile[], limit: number): string[] {
  const counts = new Map<string, number>()
  for (const { path } of files) {
    if (!isCode(path) || isTest(path) || !/^(src|e2e)\//.test(path)) continue
    const folder = posix.dirname(path)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count > limit)
    .map(([folder, count]) => `${folder}: ${count} source files, more than ${limit}`)
}
