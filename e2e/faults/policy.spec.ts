/**
 * What the page may not do, whoever asks it to: the headers it comes with, and what the browser refuses under them.
 * That every journey keeps to the policy is held by the watch of pages/test.ts.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../pages/test'
import { DIST } from '../run/build.mjs'

/** Written out here, not read from what sends them. */
const HEADERS: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /^default-src 'none';.* require-trusted-types-for 'script'; trusted-types hindsight;/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-embedder-policy': /^require-corp$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'origin-agent-cluster': /^\?1$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\).*payment=\(\)/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
}

const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types hindsight',
]

test('[TR3] every answer has every header: page, screen, script, worker, icon, what is missing, what is refused', async ({
  request,
}) => {
  const [script] = readdirSync(join(DIST, 'assets')).filter((name) => /^index-.*\.js$/.test(name))
  const [worker] = readdirSync(join(DIST, 'assets')).filter((name) => /^heavy\.worker-.*\.js$/.test(name))
  const paths = ['/', '/?page=compare', `/assets/${script}`, `/assets/${worker}`, '/service-worker.js', '/favicon.svg']
  for (const path of [...paths, '/missing.js']) {
    const answer = await request.get(path)
    const headers = answer.headers()
    for (const [name, pattern] of Object.entries(HEADERS))
      expect(headers[name] ?? '', `${path}: ${name}`).toMatch(pattern)
  }
  const refused = await request.post('/')
  expect(refused.status()).toBe(405)
  expect(Object.keys(refused.headers())).toEqual(expect.arrayContaining(Object.keys(HEADERS)))
  const policy = (await request.get('/')).headers()['content-security-policy'] ?? ''
  expect(policy.split('; ')).toEqual([...DIRECTIVES, "frame-ancestors 'none'"])
  // For hosts that send none, the page says what a page can, before anything that it governs.
  const page = readFileSync(join(DIST, 'index.html'), 'utf8')
  const said = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)
  expect(said?.[1]?.split('; ')).toEqual(DIRECTIVES)
  expect(said?.index).toBeLessThan(page.indexOf('<link'))
  // For hosts that read a file.
  const lines = readFileSync(join(DIST, '_headers'), 'utf8').split('\n')
  for (const name of Object.keys(HEADERS))
    expect(
      lines.some((line) => line.toLowerCase().startsWith(`  ${name}: `)),
      name,
    ).toBe(true)
})

test('[TR4] the files of the build hold no way from text to code or markup but those never taken', () => {
  const program = readdirSync(join(DIST, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(DIST, 'assets', name), 'utf8'))
    .join('\n')
  for (const sink of [
    /\beval\(/,
    /new Function\b/,
    /\bFunction\(/,
    /insertAdjacentHTML/,
    /document\.write/,
    /createContextualFragment/,
    /\.srcdoc\s*=/,
    /\.outerHTML\s*=/,
    /importScripts\(/,
    /set(?:Timeout|Interval)\(["'`]/,
  ]) {
    expect(program, String(sink)).not.toMatch(sink)
  }
  // React's own, for <script> and dangerouslySetInnerHTML, neither of which the sources have.
  expect(program.match(/\.innerHTML\s*=[^=].{0,20}/g)?.map((text) => text.slice(0, 14))).toEqual([
    '.innerHTML=`<s',
    '.innerHTML=n)}',
    '.innerHTML=n)}',
  ])
})

test('[TR1] under the policy no text becomes a script, a worker or markup, and the page goes on', async ({
  api,
  page,
  watch,
}) => {
  const accountId = await api.openAccount('Untouched')
  await api.dispatch({ type: 'Deposit', accountId, amount: 4_200 })
  const before = await api.state()
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true)
  const outcomes = await page.evaluate(async () => {
    const attempts: Record<string, () => unknown> = {
      markup: () => {
        document.body.innerHTML = '<img src=x onerror="window.ran = true">'
      },
      noMarkup: () => {
        document.createElement('p').innerHTML = ''
      },
      worker: () => new Worker('/assets/elsewhere.js'),
      otherPolicy: () => (window as never as { trustedTypes: TrustedTypes }).trustedTypes.createPolicy('other', {}),
      samePolicy: () => (window as never as { trustedTypes: TrustedTypes }).trustedTypes.createPolicy('hindsight', {}),
      parse: () => new DOMParser().parseFromString('<p>', 'text/html'),
      otherOrigin: () => fetch('https://example.org/'),
      script: () => {
        const script = document.createElement('script')
        script.textContent = 'window.ran = true'
        document.head.append(script)
      },
    }
    interface TrustedTypes {
      createPolicy(name: string, rules: object): unknown
    }
    const found: Record<string, string> = {}
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt()
        found[name] = 'done'
      } catch (error) {
        found[name] = (error as Error).name
      }
    }
    const link = document.createElement('button')
    link.setAttribute('style', 'color: red')
    document.body.append(link)
    found.style = link.style.color === '' ? 'refused' : 'done'
    link.remove()
    found.ran = String('ran' in window)
    return found
  })
  expect(outcomes).toEqual({
    markup: 'TypeError',
    noMarkup: 'TypeError',
    worker: 'TypeError',
    otherPolicy: 'TypeError',
    samePolicy: 'TypeError',
    parse: 'TypeError',
    otherOrigin: 'TypeError',
    script: 'TypeError',
    style: 'refused',
    ran: 'false',
  })
  // The watch over every journey hears of each of them.
  const heard = () => watch.complaints().filter((complaint) => complaint.includes('against the page’s policy'))
  await expect.poll(() => heard().length).toBeGreaterThanOrEqual(9)
  watch.allow(/./s)
  expect(await api.state()).toEqual(before)
  expect((await api.call('verify')).ok).toBe(true)
})

test('[TR2] foreign messages on the page, its channels and its service worker do nothing', async ({ api, page }) => {
  const accountId = await api.openAccount('Untouched')
  await api.dispatch({ type: 'Deposit', accountId, amount: 4_200 })
  const before = await api.state()
  await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name)
    const channels = [
      'hindsight:files',
      ...names.flatMap((name) => [`hindsight:${name}`, `hindsight:${name}:bookmarks`]),
    ]
    const messages = [
      null,
      0,
      'recorded',
      '<img src=x onerror=alert(1)>',
      [],
      {},
      { kind: 'take-over' },
      { localId: { toString: 1, valueOf: 1 }, events: Number.NaN },
      { toString: 1, valueOf: 1 },
      new Error('hostile'),
      new Uint8Array(1 << 20),
      JSON.parse('{"__proto__":{"localId":"x","events":1}}'),
    ]
    for (const name of channels) {
      const channel = new BroadcastChannel(name)
      for (const message of messages) channel.postMessage(message)
      channel.close()
    }
    for (const message of messages) window.postMessage(message, '*')
    for (const message of messages) window.dispatchEvent(new MessageEvent('message', { data: message }))
    window.dispatchEvent(new StorageEvent('storage', { key: 'hindsight.backups', newValue: '{"__proto__":1}' }))
    localStorage.setItem('hindsight.backups', '{"__proto__":{"events":1},"constructor":7}')
    window.dispatchEvent(new StorageEvent('storage', { key: 'hindsight.backups' }))
  })
  expect(await api.state()).toEqual(before)
  await api.dispatch({ type: 'Deposit', accountId, amount: 100 })
  expect(await api.call('balance', accountId)).toBe(4_300)
  expect((await api.call('verify')).ok).toBe(true)
})
