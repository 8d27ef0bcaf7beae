// The build's last step: /service-worker.js, in one file, with the list of the files that it keeps.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { build } from 'vite'

const SOURCE = 'src/workers/service.worker.ts'
const FILE = 'service-worker.js'

/** Source maps are for the curious, headers for the host; letters beyond Latin are kept once somebody reads them. */
const NOT_KEPT = /\.map$|\/inter-(?!latin)[\w-]+\.woff2$|^\/(?:service-worker\.js|_headers)$/

/** @param {string | Uint8Array} bytes */
const sealOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

/**
 * Every file that is kept, by its path, with the seal of its bytes.
 * @param {string} folder of the build
 * @returns {Record<string, string>}
 */
export function keptFiles(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
  const paths = files.map((file) => [file.split(sep).join('/'), join(folder, file)])
  return Object.fromEntries(
    paths
      .filter(([path]) => !NOT_KEPT.test(path ?? ''))
      .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
      .map(([path, file]) => [path === '/index.html' ? '/' : path, sealOf(readFileSync(file ?? ''))]),
  )
}

/**
 * The service worker for what is in a folder.
 * @param {string} folder
 * @param {string} program the worker itself, without the list
 */
export function withFileList(folder, program) {
  const files = keptFiles(folder)
  const version = sealOf(JSON.stringify(files) + program)
  return `const __BUILT_FILES__ = ${JSON.stringify({ version, files })};\n${program}`
}

/** @returns {import('vite').Plugin} */
export function serviceWorker() {
  let root = ''
  let folder = ''
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root
      folder = resolve(root, config.build.outDir)
    },
    async closeBundle() {
      const result = await build({
        configFile: false,
        root,
        logLevel: 'warn',
        publicDir: false,
        build: {
          write: false,
          target: 'es2023',
          modulePreload: false,
          rolldownOptions: { input: join(root, SOURCE), output: { format: 'iife', entryFileNames: FILE } },
        },
      })
      const output = 'output' in result ? result.output : Array.isArray(result) ? result[0]?.output : undefined
      const program = output?.[0]
      if (program?.type !== 'chunk') throw new Error('The service worker was not built.')
      writeFileSync(join(folder, FILE), withFileList(folder, program.code))
    },
  }
}
