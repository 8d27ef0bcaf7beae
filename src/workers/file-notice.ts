/**
 * Word to every tab that all of a ledger stands in a file: what was restored from one need not be backed up first.
 *
 * [TR2] What another script of this origin sends, and is no such word, does nothing.
 */
export interface FileNotice {
  readonly localId: string
  readonly events: number
}

const CHANNEL = 'hindsight:files'

export function announceFile(notice: FileNotice): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(notice)
  channel.close()
}

export function hearOfFiles(listener: (notice: FileNotice) => void): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isNotice(data)) listener(data)
  }
}

function isNotice(data: unknown): data is FileNotice {
  if (typeof data !== 'object' || data === null) return false
  const { localId, events } = data as Partial<FileNotice>
  return typeof localId === 'string' && Number.isSafeInteger(events) && Number(events) >= 0
}
