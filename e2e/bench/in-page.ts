/** What is measured inside the page: each function is sent there whole, so none may use anything from outside itself. */

/** Milliseconds of each of `count` deposits given one after another through the console API, durable and shown. */
export async function timeCommands({ accountId, count }: { accountId: string; count: number }): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const began = performance.now()
    await window.hindsight.dispatch({ type: 'Deposit', accountId, amount: 1 + i, payee: 'Bench', memo: 'A deposit' })
    times.push(performance.now() - began)
  }
  return times
}

/** Milliseconds of each of `count` bare strict transactions that write one row of a few hundred bytes. */
export async function timeBareTransactions(count: number): Promise<number[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench-bare', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const began = performance.now()
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
      transaction.objectStore('rows').put(new Uint8Array(400))
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
    })
    times.push(performance.now() - began)
  }
  database.close()
  indexedDB.deleteDatabase('bench-bare')
  return times
}

export interface SeekTimes {
  readonly recorded: number[]
  readonly effective: number[]
  readonly both: number[]
  /** Replaying all events, as objects in memory, up to a position. */
  readonly naive: number[]
}

/** Milliseconds of `balancesAt` at moments by chance, and of the naive replay of the same positions. */
export async function timeSeeks({ positions, dates }: { positions: number[]; dates: string[] }): Promise<SeekTimes> {
  const time = (work: () => unknown): number => {
    const began = performance.now()
    work()
    return performance.now() - began
  }
  const { balancesAt } = window.hindsight
  const recorded = positions.map((position) => time(() => balancesAt({ position })))
  const effective = dates.map((effectiveOn) => time(() => balancesAt({ effectiveOn })))
  const both = positions.map((position, i) => time(() => balancesAt({ position, effectiveOn: dates[i] ?? '' })))
  const events = await window.hindsight.events()
  const replay = (position: number) => {
    const balances = new Map<string, number>()
    for (const { globalPosition, streamId, type, data } of events) {
      if (globalPosition > position) break
      const sign =
        type === 'Deposited' || type === 'TransferReceived'
          ? 1
          : type === 'Withdrawn' || type === 'TransferSent'
            ? -1
            : 0
      if (sign !== 0) balances.set(streamId, (balances.get(streamId) ?? 0) + sign * Number(data.amount))
    }
    return balances
  }
  const naive = positions.slice(0, 200).map((position) => time(() => replay(position)))
  return { recorded, effective, both, naive }
}
