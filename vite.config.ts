import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { chromiumLaunch } from './e2e/run/chromium.mjs'
import { serviceWorker } from './e2e/run/service-worker.mjs'
import { headersFile, PAGE_POLICY } from './e2e/run/serving/security-headers.mjs'
import manifest from './package.json' with { type: 'json' }

const launch = chromiumLaunch()

/** Where the browser of component tests is, if somebody asks (e2e/run/suite/order.mjs). */
const { HINDSIGHT_ZONE: timezoneId, HINDSIGHT_LOCALE: locale } = process.env
const whereItIs = { ...(timezoneId && { timezoneId }), ...(locale && { locale }) }

/**
 * What the built page says otherwise than the written one. react-aria adds a <style> for pressable elements unless it finds an element with this id; a strict CSP would refuse
 * the style and log an error. So the app's own stylesheet carries the id, and base.css the rule.
 */
const pageHead: Plugin = {
  name: 'page-head',
  enforce: 'post',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html
        .replace('<link rel="stylesheet"', '<link id="react-aria-pressable-style" rel="stylesheet"')
        // Before anything that it governs.
        .replace('<meta charset="utf-8" />', `$&<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}" />`)
        // The first lines need neither the page nor its styles, and wait for none.
        .replace('<script type="module"', '<script async type="module"'),
  },
}

/**
 * The first lines import the program; the page names it too, with what it needs, so that the browser need not read the
 * first lines to fetch it.
 */
const programPreload: Plugin = {
  name: 'program-preload',
  enforce: 'post',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
      const program = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/app/main.tsx'))
      const entry = chunks.find(({ isEntry }) => isEntry)
      if (!program || !entry) return []
      const known = [entry.fileName, ...entry.imports]
      const needed = new Set([program.fileName])
      for (const file of needed) {
        for (const each of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) needed.add(each)
      }
      const files = [...needed].filter((file) => !known.includes(file))
      // Styles that others build upon come before theirs: of two rules of one weight the later wins.
      const styled = (file: string, above: readonly string[] = []): readonly string[] => {
        const chunk = chunks.find(({ fileName }) => fileName === file)
        // Chunks may need each other: each is asked once on the way.
        if (!chunk || above.includes(file)) return []
        const way = [...above, file]
        return [...chunk.imports.flatMap((each) => styled(each, way)), ...(chunk.viteMetadata?.importedCss ?? [])]
      }
      const first = new Set(styled(entry.fileName))
      const styles = new Set(styled(program.fileName).filter((file) => !first.has(file)))
      return [
        ...files.map((file) => link('modulepreload', file)),
        ...[...styles].map((file) => link('stylesheet', file)),
      ]
    },
  },
}

/** Where a host of static files finds the headers. */
const hostHeaders: Plugin = {
  name: 'host-headers',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() })
  },
}

/**
 * react-aria empties its live regions with markup, which no text may become under Trusted Types; not even none. Their
 * words are plain text, so emptying them as text is the same.
 */
const emptiedAsText: Plugin = {
  name: 'emptied-as-text',
  apply: 'build',
  transform: {
    filter: { id: /live-announcer\/LiveAnnouncer\.m?js$/ },
    handler: (code) => ({ code: code.replaceAll(".innerHTML = ''", ".textContent = ''"), map: null }),
  },
}

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/** Everything that a module needs before it runs. */
function neededBy(ending: string, id: string, graph: ModuleGraph, known: Map<string, ReadonlySet<string>>): boolean {
  let needed = known.get(ending)
  if (needed === undefined) {
    const root = `${import.meta.dirname}${ending}`
    const found = new Set([root])
    for (const each of found) for (const next of graph.getModuleInfo(each)?.importedIds ?? []) found.add(next)
    found.delete(root)
    needed = found
    known.set(ending, needed)
  }
  return needed.has(id)
}

/** What runs before the program: were a part of it in the program's chunk, that would be read too soon, in English. */
const BEFORE = ['/src/app/start.ts', '/src/locales/de/catalogue.ts']

/**
 * What the first screen needs is one chunk, however many screens that load later need parts of it too: in pieces it
 * takes some kilobytes more, for each is packed by itself.
 */
function firstScreen() {
  const known = new Map<string, ReadonlySet<string>>()
  return {
    debugName: 'first screen',
    name: (id: string, graph: ModuleGraph) =>
      neededBy('/src/app/main.tsx', id, graph, known) && !BEFORE.some((first) => neededBy(first, id, graph, known))
        ? 'program'
        : null,
  }
}

const link = (rel: string, file: string) => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `/${file}` },
  injectTo: 'head' as const,
})

export default defineConfig({
  plugins: [react(), emptiedAsText, pageHead, programPreload, hostHeaders, serviceWorker()],
  worker: { format: 'es' },
  define: { __APP_VERSION__: JSON.stringify(manifest.version) },
  build: {
    target: 'es2023',
    // Strict CSP: no data: URLs, so nothing may be inlined into the bundle.
    assetsInlineLimit: 0,
    sourcemap: true,
    rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: [firstScreen()] } } },
  },
  preview: { host: '127.0.0.1' },
  server: { host: '127.0.0.1' },
  test: {
    // No test waits for time to pass; a busy machine must not make one fail.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'e2e/house/*.test.ts'],
          exclude: ['src/**/*.browser.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        // Found only in the midst of a run, they would be bundled anew, and the page reloaded, in the midst of a test.
        optimizeDeps: {
          include: [
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'react-aria-components',
            '@testing-library/react',
            '@testing-library/user-event',
            '@tanstack/react-virtual',
            'lucide-react',
            'zustand',
            'dexie',
            'valibot',
            'fast-check',
            '@noble/hashes/sha2.js',
            '@noble/hashes/utils.js',
            '@internationalized/date',
          ],
        },
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launch, contextOptions: { ...whereItIs } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
