/** The build, served with the watch over phases before its scripts; hears of phases, and kills when one is reached. */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { KillMoment } from '../../src/simulation/crashes/crash-plan'
import { DIST } from '../run/build.mjs'
import { answer } from '../run/serve.mjs'
import { SECURITY_HEADERS } from '../run/serving/security-headers.mjs'

const WATCH = readFileSync(join(import.meta.dirname, 'in-page/watch-phases.js'), 'utf8')
const WORKER = /^\/assets\/[\w-]+\.worker-[\w-]+\.js$/
const BLANK = '<!doctype html><title>Nothing</title><link rel="icon" href="/favicon.svg">'
const FRESH = { ...SECURITY_HEADERS, 'Cache-Control': 'no-store' }

/** What is under way in the browser, as far as it has told. */
export class Phases {
  readonly #open = new Map<string, string>()

  take(phase: string, point: string, id: string): void {
    if (point === 'begin') this.#open.set(id, phase)
    else if (point !== 'write') this.#open.delete(id)
  }

  get underWay(): readonly string[] {
    return [...new Set(this.#open.values())]
  }

  clear(): void {
    this.#open.clear()
  }
}

export class CrashServer {
  readonly phases = new Phases()
  readonly #server = createServer((request, response) => this.#handle(request, response))
  #at: KillMoment['at']
  #left = 0
  #reached: () => void = () => undefined

  /** @returns the address, which is the same for the whole life of a profile */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('The server has no port.')
    return `http://127.0.0.1:${address.port}`
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  /** What is loaded from now on tells when it comes there. @param reached runs at once, before that page goes on */
  expect(at: KillMoment['at'], reached: () => void): void {
    this.#at = at
    this.#left = at?.nth ?? 0
    this.#reached = reached
    this.phases.clear()
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
    const [, root, phase, point, id] = path.split('/')
    if (root === 'crash') {
      if (request.method === 'POST' && phase && point && id) this.#hear(decodeURIComponent(phase), point, id)
      response.writeHead(200, { ...FRESH, 'Content-Type': phase === 'watch.js' ? 'text/javascript' : 'text/html' })
      response.end(phase === 'watch.js' ? this.#watch() : BLANK)
    } else if (WORKER.test(path)) {
      response.writeHead(200, { ...FRESH, 'Content-Type': 'text/javascript' })
      response.end(this.#watch() + readFileSync(join(DIST, path), 'utf8'))
    } else if (path === '/') {
      const page = readFileSync(join(DIST, 'index.html'), 'utf8')
      response.writeHead(200, { ...FRESH, 'Content-Type': 'text/html; charset=utf-8' })
      response.end(page.replace('<head>', '<head><script src="/crash/watch.js"></script>'))
    } else if (path === '/service-worker.js') {
      // The real one would keep the files as they are without the watch.
      response.writeHead(200, { ...FRESH, 'Content-Type': 'text/javascript' })
      response.end('// Keeps nothing.')
    } else answer(request, response, DIST).catch(() => response.destroy())
  }

  #hear(phase: string, point: string, id: string): void {
    this.phases.take(phase, point, id)
    const at = this.#at
    if (at && at.phase === phase && at.point === point && --this.#left === 0) this.#reached()
  }

  #watch(): string {
    const { phase, point } = this.#at ?? {}
    return WATCH.replace('undefined // WANTED', phase ? JSON.stringify({ phase, point }) : 'undefined')
  }
}
