/** A log file opened with the installed app: the import dialog, which shows what it would change before anything is written. */

import { offlineMessages as words } from '../../locales/en/app/offline'
import { dialogs, useDialog } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { toast } from '../../stores/toast-store'

/** Of the File Handling API, which not every browser has. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly FileSystemHandle[] }) => void): void
}

declare global {
  interface Window {
    readonly launchQueue?: LaunchQueue
  }
}

export function takeLaunchedFiles(): void {
  window.launchQueue?.setConsumer(({ files = [] }) => {
    const [first, ...others] = files.filter(isFile)
    if (first) void offerImport(first, others.length)
  })
}

/** A folder may be launched too. */
function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file'
}

async function offerImport(handle: FileSystemFileHandle, others: number): Promise<void> {
  const file = await handle.getFile().catch(() => undefined)
  if (!file) return toast(words.unreadable, { tone: 'problem' })
  // What somebody is in the midst of comes first.
  await until(useDialog, ({ request }) => request === null)
  await until(useLedger, ({ status }) => status !== 'opening')
  dialogs.open({ kind: 'import', file })
  if (others > 0) toast(words.oneFile(file.name, others))
}

interface Watched<State> {
  getState(): State
  subscribe(listener: (state: State) => void): () => void
}

function until<State>(store: Watched<State>, holds: (state: State) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds(store.getState())) return resolve()
    const stop = store.subscribe((state) => {
      if (!holds(state)) return
      stop()
      resolve()
    })
  })
}
