/** What is set about before each kind of kill. Each resolves when it is done, which it seldom is. */
import type { Page } from '@playwright/test'
import type { CrashModel } from '../../src/simulation/crashes/crash-model'
import type { CrashKind, Round } from '../../src/simulation/crashes/crash-plan'
import { give, importFile, makeAndRemove } from './in-page/doings'
import { type Ageing, age } from './in-page/stored-rows'

export interface Scene {
  readonly model: CrashModel
  /** Where the program is open, unless this is its first opening. */
  readonly page: Page
  readonly round: Round
  readonly localId: string | undefined
  readonly program: string
  readonly blank: string
  newTab(): Promise<Page>
  /** From now on it may be killed. Pages that are to be watched load after it. */
  arm(): void
}

const COMMANDS_A_TAB = 8
/** More small batches than the program leaves as they are. */
const ENOUGH_TO_PACK = 275
/** Events at which a snapshot is worth while, and some. */
const ENOUGH_FOR_SNAPSHOT = 1_100
/** Some megabytes: several writes. */
const LARGE_FILE = 8_000

/** So that what is loaded has the watch in it that tells of this round's moment. */
async function reopen({ page, program, arm }: Scene): Promise<void> {
  arm()
  await page.goto(program)
  await page.waitForFunction(() => 'hindsight' in window)
  await page.evaluate(() => window.hindsight.ready)
}

async function giveInTabs(scene: Scene, types?: Parameters<CrashModel['commands']>[2]): Promise<void> {
  const { model, round, page } = scene
  const others = await Promise.all(Array.from({ length: round.tabs - 1 }, () => scene.newTab()))
  const tabs = [page, ...others]
  // Decided before, so that a plan is one and the same; the watch comes with the pages, and the moment with the burst.
  const given = tabs.map((_, tab) => model.commands(round.seed + tab, COMMANDS_A_TAB, types))
  if (round.moment.at) scene.arm()
  for (const tab of tabs) {
    await tab.goto(scene.program)
    await tab.waitForFunction(() => 'hindsight' in window)
    await tab.evaluate(() => window.hindsight.ready)
  }
  if (!round.moment.at) scene.arm()
  await Promise.all(tabs.map((tab, index) => tab.evaluate(give, given[index] ?? [])))
}

async function importInto(scene: Scene, most: number, cancelAfter?: number): Promise<void> {
  const { model, round, page } = scene
  await reopen(scene)
  const given = model.file(round.seed, most)
  await page.evaluate(importFile, { ...given, ...(cancelAfter !== undefined && { cancelAfter }) })
}

/** The program has closed, something on disk is made older, and the program opens it. */
async function openAged(scene: Scene, ageing: Ageing): Promise<void> {
  const { page, blank, localId } = scene
  await page.goto(blank)
  await page.evaluate(age, [`hindsight-${localId}`, ageing] as const)
  await reopen(scene)
}

const DOINGS: Readonly<Record<CrashKind, (scene: Scene) => Promise<void>>> = {
  commands: (scene) => giveInTabs(scene),
  transfers: (scene) => giveInTabs(scene, ['Transfer']),
  reversals: (scene) => giveInTabs(scene, ['ReverseEntry', 'AnnotateEntry', 'Deposit']),
  import: (scene) => importInto(scene, scene.round.seed % 3 === 0 ? LARGE_FILE : ENOUGH_FOR_SNAPSHOT),
  'last step of an import': (scene) => importInto(scene, 400),
  'cancelled import': (scene) => importInto(scene, LARGE_FILE, 2 + (scene.round.seed % 6)),
  'first opening': reopen,
  upgrade: (scene) => openAged(scene, 'registry of the first release'),
  'rebuilt states': (scene) => openAged(scene, 'states of another version'),
  clearing: (scene) => openAged(scene, 'left by an import'),
  packing: async (scene) => {
    const { model, page, round } = scene
    await page.evaluate(give, model.commands(round.seed, ENOUGH_TO_PACK, ['Deposit', 'OpenAccount']))
    await page.goto(scene.blank)
    await reopen(scene)
  },
  snapshot: async (scene) => {
    const { model, page, round } = scene
    if (model.disk.lines.length < ENOUGH_FOR_SNAPSHOT) {
      await page.evaluate(importFile, model.file(round.seed, ENOUGH_FOR_SNAPSHOT))
    }
    await openAged(scene, 'no snapshot')
  },
  'removed ledger': async (scene) => {
    await reopen(scene)
    await scene.page.evaluate(makeAndRemove, `Other ${scene.round.seed}`)
  },
}

export function setAbout(scene: Scene): Promise<void> {
  return DOINGS[scene.round.kind](scene)
}
