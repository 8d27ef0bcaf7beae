import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { couldWait } from '../run/bundle.mjs'
import { missingPackages, ROOT } from '../run/install.mjs'
import { fileFor, serve } from '../run/serve.mjs'
import { SECURITY_HEADERS } from '../run/serving/security-headers.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindsight-house-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('fileFor', () => {
  test.each([
    ['/', 'index.html'],
    ['/anything/else', 'index.html'],
    ['/assets/main-1a2b.js', 'assets/main-1a2b.js'],
    ['/a%20b.svg', 'a b.svg'],
  ])('%s is %s', (path, file) => {
    expect(fileFor(folder, path)).toBe(join(folder, ...file.split('/')))
  })

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/a/../../secret.txt',
    '/%00.txt',
    '/%E0%A4%A',
  ])('%s is nothing', (path) => {
    expect(fileFor(folder, path)).toBeUndefined()
  })

  test('a folder whose name begins alike is another folder', () => {
    expect(fileFor(`${sep}app`, '/../application/a.js')).toBeUndefined()
  })
})

test('serve sends strict headers, the page for screens, 404 for missing files, and only reads', async () => {
  writeFileSync(join(folder, 'index.html'), '<p>page')
  const { url, close } = await serve({ folder })
  try {
    const page = await fetch(`${url}/some/screen?at=1.5`)
    expect(await page.text()).toBe('<p>page')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    // WebAssembly seals events in four lanes; nothing else may be made from text.
    expect(page.headers.get('content-security-policy')?.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await fetch(`${url}/missing.js`)).status).toBe(404)
    expect((await fetch(url, { method: 'POST' })).status).toBe(405)
    expect(await (await fetch(url, { method: 'HEAD' })).text()).toBe('')
  } finally {
    await close()
  }
})

test('[TR3] README says to hosts what the server sends, header by header', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  for (const server of ['nginx', 'caddy']) {
    const snippet = new RegExp(`\`\`\`${server}\\n(.*?)\`\`\``, 's').exec(readme)?.[1] ?? ''
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(snippet, `${server}: ${name}`).toContain(`${name} "${value}"`)
  }
})

test('serve packs texts for whoever takes them packed, and unpacked they are the file', async () => {
  const text = 'the same words again and again '.repeat(500)
  writeFileSync(join(folder, 'words.js'), text)
  writeFileSync(join(folder, 'letters.woff2'), text)
  const { url, close } = await serve({ folder })
  const ask = async (path: string, accepted: string) => {
    const response = await fetch(`${url}/${path}`, { headers: { 'Accept-Encoding': accepted } })
    const { headers } = response
    return [await response.text(), headers.get('content-encoding'), Number(headers.get('content-length')) < 500]
  }
  try {
    expect(await ask('words.js', 'gzip, br;q=0.9')).toEqual([text, 'br', true])
    expect(await ask('words.js', 'gzip')).toEqual([text, 'gzip', true])
    expect(await ask('words.js', 'identity')).toEqual([text, null, false])
    expect(await ask('letters.woff2', 'gzip, br')).toEqual([text, null, false])
    // What was written anew is packed anew.
    writeFileSync(join(folder, 'words.js'), `${text}!`)
    expect((await ask('words.js', 'gzip'))[0]).toBe(`${text}!`)
  } finally {
    await close()
  }
})

test('serve takes a free port where the wished one is taken', async () => {
  const first = await serve({ folder })
  const port = Number(new URL(first.url).port)
  const second = await serve({ folder, port })
  expect(second.url).not.toBe(first.url)
  await Promise.all([first.close(), second.close()])
})

test('[H25] dialogs, workers, other screens and their charts are no part of the first load', () => {
  const late = [
    'src/app/all-dialogs.tsx',
    'src/features/exchange/importing/import-dialog.tsx',
    'src/ui/overlay/dialog.tsx',
    'src/workers/heavy.worker.ts',
    'src/features/sandbox/balance-chart.tsx',
    'src/features/why/why-panel.tsx',
    'src/app/commands/palette.tsx',
  ]
  const first = [
    'src/features/accounts/account-page.tsx',
    'src/features/accounts/account-chart.tsx',
    'src/ui/chart/step-chart.tsx',
    'src/app/dialog-host.tsx',
    'src/workers/worker-heavy-work.ts',
    'src/ui/chart/canvas-colours.ts',
  ]
  expect(couldWait([...late, ...first])).toEqual(late)
})

test('missingPackages compares what is installed with the lock file', () => {
  const lock = (path: string, packages: object) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), JSON.stringify({ packages }))
  }
  lock('package-lock.json', {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  })
  expect(missingPackages(folder)).toEqual(['node_modules/a'])
  lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '0.9.0' } })
  expect(missingPackages(folder)).toEqual(['node_modules/a'])
  lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
  expect(missingPackages(folder)).toEqual([])
})

test('[H16] the lock file names the packages of every platform, or npm ci refuses it, and no download address', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  const missing = Object.entries<{ optionalDependencies?: Record<string, string>; resolved?: string }>(
    packages,
  ).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter(
      (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
    ),
  )
  expect(missing).toEqual([])
  expect(JSON.stringify(packages)).not.toContain('"resolved"')
})
