// The tests of the rooms with all that they test as one script, which gives a function of what lies outside: each call
// evaluates every module anew, so that what one change broke is whole again for the next.
import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { build } from 'vite'

const ENTRY = 'virtual:all-tests'
const BEGIN = 'virtual:begin:'

/**
 * The files with the unit tests of a room, as paths from the project's folder.
 * @param {string} folder
 * @param {string} room
 */
export function testFilesOf(folder, room) {
  return readdirSync(join(folder, 'src', room), { recursive: true })
    .map((path) => join('src', room, String(path)))
    .filter((path) => path.endsWith('.test.ts') && !path.endsWith('.browser.test.ts'))
    .map((path) => path.replaceAll(sep, '/'))
    .sort()
}

/**
 * `script`: the text of a function `(require, begin) => void`. `require` gives what is not of this project; `begin` is
 * told each test file before that is evaluated. `reach`: by test file the modules that it imports, directly or not.
 * @param {string} folder
 * @param {readonly string[]} files
 * @returns {Promise<{ script: string, reach: Map<string, ReadonlySet<string>> }>}
 */
export async function bundleOf(folder, files) {
  const entry = files.map((file) => `import '${BEGIN}${file}'\nimport '/${file}'`).join('\n')
  /** @type {Map<string, ReadonlySet<string>>} */
  const reach = new Map()
  const output = await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'all-tests',
        resolveId: (id) => (id.startsWith('virtual:') ? `\0${id}` : null),
        load: (id) => {
          if (id === `\0${ENTRY}`) return { code: entry, moduleSideEffects: true }
          if (!id.startsWith(`\0${BEGIN}`)) return null
          return { code: `begin(${JSON.stringify(id.slice(BEGIN.length + 1))})`, moduleSideEffects: true }
        },
        buildEnd() {
          for (const file of files) {
            const found = new Set([join(folder, file)])
            for (const id of found) for (const next of this.getModuleInfo(id)?.importedIds ?? []) found.add(next)
            reach.set(file, found)
          }
        },
      },
    ],
    build: {
      ssr: true,
      write: false,
      minify: false,
      target: 'es2023',
      rolldownOptions: {
        input: ENTRY,
        treeshake: false,
        external: (id) => !/^[./\0]|^virtual:/.test(id),
        output: { format: 'cjs', codeSplitting: false },
      },
    },
  })
  const chunks = [output].flat().flatMap((each) => ('output' in each ? each.output : []))
  const [chunk, ...others] = chunks
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error(`${chunks.length} files in place of one script`)
  return { script: `(function (require, begin) { const exports = {}; ${chunk.code}\n})`, reach }
}
