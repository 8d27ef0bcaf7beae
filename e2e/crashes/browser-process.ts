/** A Chromium of its own with a profile that outlives it, in a process group of its own: ended by SIGKILL, all of it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { chromiumLaunch } from '../run/chromium.mjs'

const PORT_FILE = 'DevToolsActivePort'
const LOOK_EVERY = 10
const PATIENCE = 30_000

export class BrowserProcess {
  #isKilled = false
  readonly #gone: Promise<void>

  private constructor(
    private readonly child: ChildProcess,
    readonly context: BrowserContext,
  ) {
    const end = () => this.kill()
    // Whoever ends the tests leaves no browser behind.
    process.once('exit', end)
    this.#gone = new Promise((resolve) => {
      child.once('exit', () => {
        process.off('exit', end)
        void groupIsGone(child.pid).then(resolve)
      })
    })
  }

  static async start(profile: string): Promise<BrowserProcess> {
    const { executablePath, args } = chromiumLaunch()
    rmSync(join(profile, PORT_FILE), { force: true })
    const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=en-GB']
    const quiet = ['--disable-extensions', '--no-default-browser-check', '--hide-crash-restore-bubble']
    const child = spawn(executablePath ?? chromium.executablePath(), [...own, ...quiet, ...args, 'about:blank'], {
      detached: true,
      stdio: 'ignore',
    })
    const browser = await chromium.connectOverCDP(await addressOf(child, profile))
    const [context] = browser.contexts()
    if (!context) throw new Error('The browser has no context.')
    return new BrowserProcess(child, context)
  }

  get isKilled(): boolean {
    return this.#isKilled
  }

  /** At once, in the midst of whatever it does. */
  kill(): void {
    if (this.#isKilled) return
    this.#isKilled = true
    const { pid } = this.child
    // The process that was started here leads the group.
    if (pid !== undefined && this.child.exitCode === null) process.kill(-pid, 'SIGKILL')
  }

  /** When nothing of it holds the profile any more. */
  get gone(): Promise<void> {
    return this.#gone
  }
}

/** The one that led it may end before one that still holds the profile's files open. */
async function groupIsGone(pid: number | undefined): Promise<void> {
  const until = performance.now() + PATIENCE
  while (pid !== undefined && performance.now() < until) {
    try {
      process.kill(-pid, 0)
    } catch {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
  }
}

async function addressOf(child: ChildProcess, profile: string): Promise<string> {
  const file = join(profile, PORT_FILE)
  const until = performance.now() + PATIENCE
  while (performance.now() < until && child.exitCode === null) {
    const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (port && path) return `ws://127.0.0.1:${port}${path}`
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
  }
  throw new Error('The browser did not start.')
}
