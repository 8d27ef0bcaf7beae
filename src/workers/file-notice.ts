/** Word to every tab that all of a ledger stands in a file: what was restored from one need not be backed up first. */
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
  channel.onmessage = ({ data }: MessageEvent<FileNotice>) => listener(data)
}
