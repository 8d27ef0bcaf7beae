/**
 * Commands, from dispatch until their figure is drawn. Each function is sent into a page whole, so none may use anything
 * from outside itself.
 */

export interface CommandTimes {
  /** Milliseconds from dispatch to the receipt: durable, and in what is shown. */
  readonly receipt: number[]
  /** Milliseconds from dispatch to the end of the frame that draws the account's new balance. */
  readonly drawn: number[]
  /** Milliseconds of a bare strict transaction that writes one row, each right before a command. */
  readonly bare: number[]
  /** The same, to the end of the frame that draws a word written into an empty element right afterwards. */
  readonly bareDrawn: number[]
}

/**
 * Deposits one after another on the open account, each beside a bare transaction, so that both meet the same disk. Each
 * begins when the page is at rest, and so long after a frame as `phases` says: nobody clicks in time with the screen.
 * @param phases milliseconds, one a command
 */
export async function timeCommands({
  accountId,
  phases,
}: {
  accountId: string
  phases: readonly number[]
}): Promise<CommandTimes> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench-bare', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  // A message sent in a frame is taken when the frame has been laid out and painted.
  let awaited: { isShown: () => boolean; drawn: (at: number) => void } | undefined
  let isOver = false
  const frames = new MessageChannel()
  frames.port1.onmessage = () => {
    if (!awaited?.isShown()) return
    awaited.drawn(performance.now())
    awaited = undefined
  }
  const tick = () => {
    frames.port2.postMessage(0)
    if (!isOver) requestAnimationFrame(tick)
  }
  tick()
  const drawn = (isShown: () => boolean, what: string) =>
    new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${what} was not drawn within 20 s.`)), 20_000)
      awaited = {
        isShown,
        drawn: (at) => {
          clearTimeout(late)
          resolve(at)
        },
      }
    })
  const rest = (phase: number) =>
    new Promise((resolve) =>
      requestAnimationFrame(() => requestIdleCallback(() => setTimeout(resolve, phase), { timeout: 1_000 })),
    )
  const figure = () => Number(document.querySelector('[data-testid=balance]')?.getAttribute('data-minor'))
  const word = document.body.appendChild(document.createElement('output'))
  word.style.position = 'fixed'
  const times: CommandTimes = { receipt: [], drawn: [], bare: [], bareDrawn: [] }
  for (const [i, phase] of phases.entries()) {
    await rest(phase)
    let began = performance.now()
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
      transaction.objectStore('rows').put(new Uint8Array(400))
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
    })
    times.bare.push(performance.now() - began)
    word.textContent = `${i}`
    times.bareDrawn.push((await drawn(() => true, 'A word')) - began)

    await rest(phase)
    const amount = 1 + i
    const expected = figure() + amount
    began = performance.now()
    const shown = drawn(() => figure() === expected, `The balance ${expected}`)
    await window.hindsight.dispatch({ type: 'Deposit', accountId, amount, payee: 'Bench', memo: 'A deposit' })
    times.receipt.push(performance.now() - began)
    times.drawn.push((await shown) - began)
  }
  isOver = true
  word.remove()
  database.close()
  await new Promise((resolve) => Object.assign(indexedDB.deleteDatabase('bench-bare'), { onsuccess: resolve }))
  return times
}

/** Gives so many commands, one after another: each leaves a batch of its own. Gives the stored batches there are then. */
export async function leaveSmallBatches({ accountId, count }: { accountId: string; count: number }): Promise<number> {
  for (let i = 0; i < count; i++)
    await window.hindsight.dispatch({ type: 'Deposit', accountId, amount: 1, payee: 'Bench', memo: 'One of many' })
  return (await window.hindsight.stats()).batches
}
