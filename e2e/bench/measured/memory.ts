/** What a page and its workers hold, as the browser counts it right after a garbage collection in each of them. */
import type { CDPSession } from '@playwright/test'
import type { Visit } from '../fresh-browser'

export interface HeldBytes {
  /** Objects, strings and array buffers of the page itself. */
  readonly page: number
  /** The same of all its workers together. */
  readonly workers: number
}

interface Usage {
  readonly usedSize: number
  readonly backingStorageSize?: number
}

const bytesOf = ({ usedSize, backingStorageSize = 0 }: Usage): number => usedSize + backingStorageSize

export function allBytes({ page, workers }: HeldBytes): number {
  return page + workers
}

export async function heldBytes({ context, page }: Visit): Promise<HeldBytes> {
  const session = await context.newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const mine = bytesOf((await session.send('Runtime.getHeapUsage')) as Usage)
  let workers = 0
  for (const ask of await attachWorkers(session)) {
    await ask('HeapProfiler.collectGarbage')
    workers += bytesOf((await ask('Runtime.getHeapUsage')) as Usage)
  }
  await session.detach()
  return { page: mine, workers }
}

type Ask = (method: string) => Promise<unknown>

/** A line to each worker of the page. The browser names them before it answers. */
async function attachWorkers(session: CDPSession): Promise<Ask[]> {
  const answers = new Map<string, (answer: unknown) => void>()
  const sessions: string[] = []
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') sessions.push(sessionId)
  })
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    const { id, result } = JSON.parse(message)
    answers.get(`${sessionId} ${id}`)?.(result)
  })
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  let last = 0
  return sessions.map((sessionId) => async (method) => {
    const id = ++last
    const answered = new Promise<unknown>((resolve) => answers.set(`${sessionId} ${id}`, resolve))
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    return answered
  })
}
