/**
 * What the machine and the browser cannot be asked to do faster. Each function is sent into a page whole, so none may
 * use anything from outside itself.
 */

export interface ReadingTimes {
  /** Milliseconds of turning the file's bytes into text. */
  readonly text: number
  /** Milliseconds of `JSON.parse` of that text. */
  readonly parse: number
}

/** Reads the chosen file as text and parses it, 16 MiB at a time: a string holds no more than half a gigabyte. */
export async function timeReading(): Promise<ReadingTimes> {
  const file = document.querySelector<HTMLInputElement>('#bench-file')?.files?.[0]
  if (!file) throw new Error('There is no file to read.')
  let text = 0
  let parse = 0
  let rest = ''
  for (let at = 0; at < file.size; at += 1 << 24) {
    const began = performance.now()
    const piece = rest + (await file.slice(at, at + (1 << 24)).text())
    const read = performance.now()
    const end = piece.lastIndexOf('\n') + 1
    rest = piece.slice(end)
    const lines = piece.slice(at === 0 ? piece.indexOf('\n') + 1 : 0, end).replace(/,?\n(?:\]\}\n)?$/, '')
    JSON.parse(`[${lines}]`)
    text += read - began
    parse += performance.now() - read
  }
  return { text, parse }
}

export interface StorageTimes {
  /** Milliseconds of writing all bytes in strict transactions, several under way. */
  readonly write: number
  /** Milliseconds of reading them back. */
  readonly read: number
  /** Milliseconds of reading them back into a file to be saved: a Blob, made of one every few megabytes. */
  readonly file: number
}

/** Writes as many bytes as the file has to IndexedDB as rows of `rowBytes` and reads them back. */
export async function timeStorage({ rowBytes }: { rowBytes: number }): Promise<StorageTimes> {
  const file = document.querySelector<HTMLInputElement>('#bench-file')?.files?.[0]
  if (!file) throw new Error('There is no file to write.')
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench-bytes', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('rows')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const perTransaction = Math.max(1, Math.floor((1 << 23) / rowBytes))
  const count = Math.ceil(file.size / rowBytes)
  let write = 0
  const under: Promise<void>[] = []
  for (let first = 0; first < count; first += perTransaction) {
    const end = Math.min(count, first + perTransaction)
    const bytes = new Uint8Array(await file.slice(first * rowBytes, end * rowBytes).arrayBuffer())
    const began = performance.now()
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
    for (let row = first; row < end; row++)
      transaction.objectStore('rows').put(bytes.slice((row - first) * rowBytes, (row - first + 1) * rowBytes), row)
    under.push(
      new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onerror = () => reject(transaction.error)
      }),
    )
    if (under.length > 3) await under.shift()
    write += performance.now() - began
  }
  const ending = performance.now()
  await Promise.all(under)
  write += performance.now() - ending
  const rowsFrom = (first: number) =>
    new Promise<Uint8Array<ArrayBuffer>[]>((resolve, reject) => {
      const range = IDBKeyRange.bound(first, first + perTransaction - 1)
      const request = database.transaction('rows').objectStore('rows').getAll(range)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const began = performance.now()
  let total = 0
  for (let first = 0; first < count; first += perTransaction)
    for (const row of await rowsFrom(first)) total += row.length
  const read = performance.now() - began
  const parts: Blob[] = []
  for (let first = 0; first < count; first += perTransaction) parts.push(new Blob(await rowsFrom(first)))
  if (new Blob(parts).size !== file.size) throw new Error('The file has another size.')
  const made = performance.now() - began - read
  database.close()
  await new Promise((resolve) => Object.assign(indexedDB.deleteDatabase('bench-bytes'), { onsuccess: resolve }))
  if (total !== file.size) throw new Error(`Read back ${total} of ${file.size} bytes.`)
  return { write, read, file: made }
}

/** Milliseconds of adding up a typed array of `length` amounts by account: the least that a replay can take. */
export function timeFold({ length, accounts }: { length: number; accounts: number }): number[] {
  const account = Uint16Array.from({ length }, (_, i) => (i * 7_919) % accounts)
  const amount = Float64Array.from({ length }, (_, i) => (i % 2_000) - 1_000)
  return Array.from({ length: 9 }, () => {
    const began = performance.now()
    const balances = new Float64Array(accounts)
    for (let i = 0; i < length; i++)
      balances[account[i] as number] = (balances[account[i] as number] as number) + (amount[i] as number)
    const took = performance.now() - began
    if (balances[0] === 0.5) throw new Error('Whole numbers add up to whole numbers.')
    return took
  })
}

/** Milliseconds of making an array of as many numbers as there are accounts, and writing them: once a seek at least. */
export function timeArrays({ accounts, count }: { accounts: number; count: number }): number[] {
  return Array.from({ length: count }, (_, i) => {
    const began = performance.now()
    new Float64Array(accounts).fill(i)
    return performance.now() - began
  })
}
