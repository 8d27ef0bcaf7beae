import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const OWN = '/src/workers/heavy.worker.ts?worker_file&type=module'
const FOREIGN = [
  'https://example.org/src/workers/heavy.worker.ts',
  '//example.org/src/workers/heavy.worker.ts',
  '/src/workers/../app/main.tsx',
  '/src/workers/heavy.worker.ts.html',
  '/elsewhere.js',
  'data:text/javascript,alert(1)',
  'blob:https://ledger.test/0190a000',
  'javascript:alert(1)',
  '',
]

test.each([true, false])('[TR1] only workers of this program are vouched for, with Trusted Types: %s', async (has) => {
  const made: string[] = []
  vi.stubGlobal('location', new URL('https://ledger.test/?at=1'))
  const createPolicy = (name: string, { createScriptURL }: { createScriptURL: (url: string) => string }) => {
    made.push(name)
    return { createScriptURL: (url: string) => ({ trusted: createScriptURL(url) }) }
  }
  if (has) vi.stubGlobal('trustedTypes', { createPolicy })
  const { trustedScript } = await import('./start-worker')
  expect(trustedScript(OWN)).toEqual(has ? { trusted: OWN } : OWN)
  for (const url of FOREIGN) expect(() => trustedScript(url), url).toThrow(TypeError)
  expect(made).toEqual(has ? ['hindsight'] : [])
})
