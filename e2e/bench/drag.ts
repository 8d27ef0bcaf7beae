/** A drag of the slider as a hand does it, and what each frame of it cost, from the browser's own trace. */
import type { Page } from '@playwright/test'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  readonly args?: { readonly name?: string }
}

export interface DragFrames {
  /** Milliseconds of script in each frame in which something ran. */
  readonly script: readonly number[]
  /** Milliseconds of all work of the page's main thread in each of those frames. */
  readonly all: readonly number[]
}

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

/** Drags from now to the beginning and back, `moves` moves each way. */
export async function drag(page: Page, moves: number): Promise<DragFrames> {
  const box = await page.getByRole('slider', { name: 'Time' }).boundingBox()
  const browser = page.context().browser()
  if (!box || !browser) throw new Error('There is no slider to drag.')
  const y = box.y + box.height / 2
  const right = box.x + box.width - 2
  const at = (i: number) => right - (box.width - 4) * (1 - Math.abs(i - moves) / moves)
  await page.mouse.move(right, y)
  await browser.startTracing(page, { categories: CATEGORIES })
  await page.mouse.down()
  for (let i = 0; i <= 2 * moves; i++) await page.mouse.move(at(i), y)
  await page.mouse.up()
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString())
  return framesOf(trace.traceEvents)
}

/** Work by frame: what ran between one animation frame's beginning and the next. */
function framesOf(events: readonly TraceEvent[]): DragFrames {
  const begins = events.filter(({ name }) => name === 'FireAnimationFrame' || name === 'EventDispatch')
  const busiest = new Map<string, number>()
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`
  for (const event of begins) busiest.set(threadOf(event), (busiest.get(threadOf(event)) ?? 0) + 1)
  const [main] = [...busiest].sort((a, b) => b[1] - a[1])[0] ?? []
  const mine = events
    .filter((event) => threadOf(event) === main && event.ph === 'X' && event.dur !== undefined)
    .sort((a, b) => a.ts - b.ts)
  const starts = events
    .filter((event) => threadOf(event) === main && event.name === 'AnimationFrame' && event.ph === 'b')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b)
  const script = new Float64Array(starts.length)
  const all = new Float64Array(starts.length)
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
  const addOutermost = (into: Float64Array, chosen: (event: TraceEvent) => boolean) => {
    let end = 0
    for (const event of mine) {
      if (!chosen(event) || event.ts < end) continue
      end = event.ts + (event.dur ?? 0)
      const frame = frameAt(event.ts)
      if (frame >= 0) into[frame] = (into[frame] as number) + (event.dur ?? 0) / 1_000
    }
  }
  addOutermost(script, ({ name }) => SCRIPT.has(name))
  addOutermost(all, ({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask')
  const ran = [...script.keys()].filter((frame) => (script[frame] as number) > 0)
  return { script: ran.map((frame) => script[frame] as number), all: ran.map((frame) => all[frame] as number) }
}
