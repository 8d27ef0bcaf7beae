/**
 * The life of a profile: it is opened and judged, something is set about, and the browser is killed in the midst of it;
 * then all of that again. What pages were told has left the browser before a kill, so of that there is no doubt.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { CrashModel, type Word } from '../../src/simulation/crashes/crash-model'
import type { Round } from '../../src/simulation/crashes/crash-plan'
import { BrowserProcess } from './browser-process'
import { CrashServer } from './crash-server'
import { type Scene, setAbout } from './doings'
import { ask, give, openProgram } from './in-page/doings'
import { readStored } from './in-page/stored-rows'

/** A browser that does not come to the moment wanted is killed at rest. */
const AT_REST = 400
/** ms in which a program that stands has tidied up, with others beside it. */
const TIDIED_WITHIN = 30_000
const LOOK_EVERY = 100

export interface Kill {
  readonly kind: Round['kind']
  /** The moment that was wanted, where it was reached; else it was the clock's. */
  readonly reached: string | undefined
  /** Of transactions, at the kill. */
  readonly underWay: readonly string[]
  /** Commands and imports that had no answer then. */
  readonly unanswered: number
  /** Everything had come to its end before. */
  readonly isAtRest: boolean
}

export class Life {
  readonly kills: Kill[] = []
  readonly #model: CrashModel
  readonly #server = new CrashServer()
  readonly #profile = mkdtempSync(join(tmpdir(), 'hindsight-crash-'))
  #browser: BrowserProcess | undefined
  #origin = ''
  #localId: string | undefined
  #complaints: string[] = []
  #reached: string | undefined

  constructor(seed: number) {
    this.#model = new CrashModel(seed)
  }

  /** @throws Fault, and whatever keeps the program from opening */
  async live(rounds: readonly Round[]): Promise<void> {
    this.#origin = await this.#server.listen()
    try {
      for (const [number, round] of rounds.entries()) await this.#live(round, number)
      await this.#restAtLast()
    } finally {
      this.#browser?.kill()
      await this.#browser?.gone
      await this.#server.close()
      rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
    }
  }

  async #live(round: Round, number: number): Promise<void> {
    const { browser, page } = await this.#start()
    // A profile that never saw the program is not asked about it before its first kill.
    if (number > 0 || round.kind !== 'first opening') await this.#openAndJudge(page, round.seed)
    const scene: Scene = {
      model: this.#model,
      page,
      round,
      localId: this.#localId,
      program: `${this.#origin}/`,
      blank: `${this.#origin}/crash/blank`,
      newTab: () => this.#newTab(browser),
      arm: () => this.#arm(browser, round),
    }
    const lost = this.#model.unansweredCount
    let isAtRest = false
    const done = setAbout(scene).then(() => {
      isAtRest = true
    })
    await Promise.race([browser.gone, done.then(() => wait(AT_REST))]).catch((error: unknown) => {
      if (!browser.isKilled) throw error
    })
    if (!browser.isKilled) browser.kill()
    const { underWay } = this.#server.phases
    const unanswered = this.#model.unansweredCount - lost
    // What it waits for never comes.
    done.catch(() => undefined)
    await browser.gone
    this.kills.push({ kind: round.kind, reached: this.#reached, underWay, unanswered, isAtRest })
    if (this.#complaints.length > 0) throw new Error(this.#complaints.join('\n'))
  }

  async #restAtLast(): Promise<void> {
    const { browser, page } = await this.#start()
    await this.#openAndJudge(page, 0)
    await this.#look(page)
    // It tidies up when the screen stands, which no call waits for.
    const until = performance.now() + TIDIED_WITHIN
    while (this.#model.disk.orphans() > 0 && performance.now() < until) {
      await wait(LOOK_EVERY)
      await this.#look(page)
    }
    this.#model.judgeEnd()
    browser.kill()
    await browser.gone
  }

  /** What lies on disk is looked at before the program sees it. */
  async #start(): Promise<{ browser: BrowserProcess; page: Page }> {
    this.#server.expect(undefined, () => undefined)
    const browser = await BrowserProcess.start(this.#profile)
    this.#browser = browser
    await browser.context.exposeFunction('told', (word: Word) => {
      if (!browser.isKilled) this.#model.hear(word)
    })
    const page = await this.#newTab(browser)
    await page.goto(`${this.#origin}/crash/blank`)
    await this.#look(page)
    return { browser, page }
  }

  /** The program opens as if nothing had been, ends transfers, tells the truth, and takes commands; those in doubt again. */
  async #openAndJudge(page: Page, seed: number): Promise<void> {
    await page.goto(`${this.#origin}/`)
    await page.waitForFunction(() => 'hindsight' in window)
    await page.evaluate(openProgram, this.#localId)
    await this.#look(page)
    this.#model.judgeOpened()
    await page.evaluate(give, this.#model.unanswered())
    await page.evaluate(give, this.#model.commands(seed, 2, ['OpenAccount', 'Deposit']))
    await this.#look(page)
    this.#model.judge(await page.evaluate(ask, this.#model.moments(seed)))
  }

  async #look(page: Page): Promise<void> {
    const stored = await page.evaluate(readStored)
    this.#localId ??= stored.ledgers[0]?.localId
    this.#model.look(stored)
  }

  async #newTab(browser: BrowserProcess): Promise<Page> {
    const page = await browser.context.newPage()
    const complain = (complaint: string) => {
      if (!browser.isKilled) this.#complaints.push(complaint)
    }
    page.on('pageerror', (error) => complain(`uncaught: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      const { url } = message.location()
      // Of what it tells the server of its transactions nobody waits for an answer, and some may not get through.
      if (message.type() === 'error' && !url.includes('/crash/')) complain(`console: ${message.text()} ${url}`)
    })
    return page
  }

  #arm(browser: BrowserProcess, { moment: { at, after } }: Round): void {
    this.#reached = undefined
    const kill = () => {
      if (at) this.#reached = `${at.phase}, ${at.point}${after > 0 ? ', a moment later' : ''}`
      if (after === 0) browser.kill()
      else setTimeout(() => browser.kill(), after)
    }
    this.#server.expect(at, kill)
    if (!at) kill()
  }
}

function wait(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis))
}
