/** What the processes of a browser hold, as the operating system counts it: heap, buffers and all. */
import { existsSync, readFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'

/** Where it can be read. */
export const hasProcessMemory = existsSync('/proc/self/status')

async function residentOf(browser: Browser): Promise<ReadonlyMap<number, number>> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const resident = new Map<number, number>()
  for (const { id, type } of processInfo) {
    if (type !== 'renderer' && type !== 'browser') continue
    try {
      const [, kib] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? []
      resident.set(id, Number(kib) * 1024)
    } catch {
      // It has ended meanwhile.
    }
  }
  return resident
}

/** The most that all pages and the browser itself came to hold while something is done, beyond what they held before, in bytes. */
export async function growthDuring(browser: Browser, work: () => Promise<void>): Promise<number> {
  const sum = async () => [...(await residentOf(browser)).values()].reduce((total, bytes) => total + bytes, 0)
  const before = await sum()
  let most = before
  let isDone = false
  const done = work().finally(() => {
    isDone = true
  })
  while (!isDone) {
    most = Math.max(most, await sum())
    await Promise.race([done.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 50))])
  }
  await done
  return most - before
}
