/**
 * Travelling as a person does it, by a drag of the slider or by playing, and what each frame cost, from the browser's own
 * trace: by the time that the page's main thread computed, which other programs of a shared machine do not lengthen, and
 * by the clock, which they do.
 */
import type { Page } from '@playwright/test'
import { IS_QUICK } from './chance'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  /** By the clock, in microseconds. */
  readonly dur?: number
  /** Computed by the thread itself, in microseconds. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

export interface Frames {
  /** Milliseconds of script in each frame in which something ran. */
  readonly script: readonly number[]
  /** Milliseconds of all work of the page's main thread in each of those frames. */
  readonly all: readonly number[]
  /** The same by the clock. */
  readonly byClock: readonly number[]
}

const MOVES = IS_QUICK ? 15 : 150
/** Milliseconds between two frames at 60 a second. */
const FRAME = 1_000 / 60

/** As few as tell what is asked: each event of a trace costs the page time too. */
const CATEGORIES = ['devtools.timeline', 'toplevel', '__metadata']
const SCRIPT = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'V8.GC_SCAVENGER',
  'MinorGC',
  'MajorGC',
])

/** Drags from now to the beginning and back. */
export async function drag(page: Page): Promise<Frames> {
  const box = await page.getByRole('slider', { name: 'Time' }).boundingBox()
  if (!box) throw new Error('There is no slider to drag.')
  const y = box.y + box.height / 2
  const right = box.x + box.width - 2
  const at = (i: number) => right - (box.width - 4) * (1 - Math.abs(i - MOVES) / MOVES)
  await page.mouse.move(right, y)
  return traced(page, async () => {
    await page.mouse.down()
    for (let i = 0; i <= 2 * MOVES; i++) await page.mouse.move(at(i), y)
    await page.mouse.up()
  })
}

/** The same while the middle of the log is pinned as A, and its page shows both. Ends at now, with nothing pinned. */
export async function dragPinned(page: Page, size: number): Promise<Frames> {
  await page.evaluate((position) => window.hindsight.travelTo({ position }), size >> 1)
  await page.keyboard.press('c')
  await page.getByRole('table', { name: 'Balances of both moments' }).waitFor()
  const frames = await drag(page)
  await page.keyboard.press('Escape')
  await page.evaluate(() => window.hindsight.travelTo('now'))
  return frames
}

/** Plays from the beginning, as fast as it goes, for so many milliseconds. */
export async function play(page: Page, millis: number): Promise<Frames> {
  await page.evaluate(() => window.hindsight.travelTo({ position: 0 }))
  return traced(page, async () => {
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), millis)
    await page.getByRole('button', { name: 'Pause', exact: true }).click()
  })
}

async function traced(page: Page, work: () => Promise<void>): Promise<Frames> {
  const browser = page.context().browser()
  if (!browser) throw new Error('There is no browser to trace.')
  await browser.startTracing(page, { categories: CATEGORIES })
  await work()
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString())
  return framesOf(trace.traceEvents)
}

/**
 * Work by frame: what ran between one animation frame's beginning and the next. Where no next one was asked for, what runs
 * later than a frame lasts delays none, and counts for itself.
 */
function framesOf(events: readonly TraceEvent[]): Frames {
  const begins = events.filter(({ name }) => name === 'FireAnimationFrame' || name === 'EventDispatch')
  const busiest = new Map<string, number>()
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`
  for (const event of begins) busiest.set(threadOf(event), (busiest.get(threadOf(event)) ?? 0) + 1)
  const [main] = [...busiest].sort((a, b) => b[1] - a[1])[0] ?? []
  const mine = events
    .filter((event) => threadOf(event) === main && event.ph === 'X' && event.dur !== undefined)
    .sort((a, b) => a.ts - b.ts)
  const begun = events
    .filter((event) => threadOf(event) === main && event.name === 'AnimationFrame' && event.ph === 'b')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b)
  const starts = begun.flatMap((ts, i) => {
    const rests = Math.floor(((begun[i + 1] ?? ts) - ts) / (1_000 * FRAME))
    return [ts, ...Array.from({ length: Math.max(0, rests - 1) }, (_, k) => ts + (k + 1) * 1_000 * FRAME)]
  })
  const script = new Float64Array(starts.length)
  const all = new Float64Array(starts.length)
  const byClock = new Float64Array(starts.length)
  const frameAt = (ts: number) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= ts) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const computed = ({ dur = 0, tdur = dur }: TraceEvent) => tdur
  const addOutermost = (into: Float64Array, chosen: (event: TraceEvent) => boolean, cost = computed) => {
    let end = 0
    for (const event of mine) {
      if (!chosen(event) || event.ts < end) continue
      end = event.ts + (event.dur ?? 0)
      const frame = frameAt(event.ts)
      if (frame >= 0) into[frame] = (into[frame] as number) + cost(event) / 1_000
    }
  }
  addOutermost(script, ({ name }) => SCRIPT.has(name))
  const isTask = ({ name }: TraceEvent) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask'
  addOutermost(all, isTask)
  addOutermost(byClock, isTask, ({ dur = 0 }) => dur)
  const ran = [...script.keys()].filter((frame) => (script[frame] as number) > 0)
  const inThese = (values: Float64Array) => ran.map((frame) => values[frame] as number)
  return { script: inThese(script), all: inThese(all), byClock: inThese(byClock) }
}
