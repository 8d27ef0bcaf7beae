/** Run in pages of the program: sets about things, and tells what it hears of them as soon as it does. */
import type { Hindsight } from '../../../src/application/hindsight'
import type { GivenCommand, Told, Word } from '../../../src/simulation/crashes/crash-model'

declare global {
  interface Window {
    hindsight: Hindsight
    /** Out of the browser. */
    told(word: Word): Promise<void>
  }
}

/** All at once, as from a hurried hand. Resolves when every one has its answer. */
export async function give(commands: readonly GivenCommand[]): Promise<void> {
  const answered = commands.map(async ({ commandId, command }) => {
    const word = await window.hindsight.dispatch(command, { commandId }).then(
      (receipt) => ({ commandId, receipt }),
      ({ name, message }: Error) => ({ commandId, error: { name, message } }),
    )
    await window.told(word)
  })
  await Promise.all(answered)
}

interface ImportGiven {
  readonly file: number
  readonly text: string
  /** Cancels it when it has told of its progress so many times. */
  readonly cancelAfter?: number
}

export async function importFile({ file, text, cancelAfter }: ImportGiven): Promise<void> {
  const cancel = new AbortController()
  let left = cancelAfter ?? Number.POSITIVE_INFINITY
  const onProgress = () => {
    if (--left === 0) cancel.abort()
  }
  const options = { merge: true, signal: cancel.signal, onProgress }
  const word = await window.hindsight.importLog(new Blob([text]), options).then(
    (report) => ({ file, report }),
    ({ name, message }: Error) => ({ file, error: { name, message } }),
  )
  await window.told(word)
}

/** Makes a ledger, opens it so that it has a database, and removes it. */
export async function makeAndRemove(name: string): Promise<void> {
  const made = await window.hindsight.createLedger(name)
  await window.hindsight.openLedger(made)
  await window.hindsight.removeLedger(made, { confirmName: name })
}

/** The program is open, with this ledger. */
export async function openProgram(localId: string | undefined): Promise<void> {
  await window.hindsight.ready
  if (localId !== undefined) await window.hindsight.openLedger(localId)
}

/** What the program says of itself and of moments of the past. */
export async function ask(moments: readonly { readonly position: number; readonly day: string }[]): Promise<Told> {
  const { hindsight } = window
  const { size, rootHash } = await hindsight.head()
  const verified = await hindsight.verify()
  const asked = moments.map(async ({ position, day }) => {
    const accounts = await hindsight.accounts({ position, effectiveOn: day })
    return { position, day, accounts: accounts.map(({ id, name, status, balance }) => ({ id, name, status, balance })) }
  })
  return { size, rootHash, verified, moments: await Promise.all(asked) }
}
