/**
 * The folder of the backups: what the next file is called, and which old ones go.
 *
 * [AB7] The last k files stay. Deleted is only what this plan wrote, and only while it is the file that was read back:
 * another one of its name, or one that was changed, is left alone and forgotten.
 * [AB8] What a crash left behind is looked after: an empty file is removed, a complete one counts.
 */
import type { BackupPlan, WrittenBackup } from '../../storage/backups/backup-plan'
import { localDate } from '../environment'
import { onFiles } from './backup-error'
import type { LogFileFacts } from './log-file-facts'

const MOST_OF_A_NAME = 60

/** `household-2026-11-28-1204-events.json.gz`: ledger, day and count, safe on every file system. */
export function backupFileName(ledgerName: string, events: number, now: number): string {
  const name = ledgerName
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .slice(0, MOST_OF_A_NAME)
    .replace(/^-+|-+$/g, '')
  return `${name === '' ? 'ledger' : name}-${localDate(now)}-${events}-events.json.gz`
}

/** The name, or one with a number, under which nothing stands yet. */
export async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : name.replace(/(?=\.json\.gz$)/, `-${number}`)
    if (!(await fileIn(folder, candidate))) return candidate
  }
}

/** What of the pending file is to be counted, once it was looked after; undefined for nothing. `isOurs`: its facts, if so. */
export async function settlePending(
  folder: FileSystemDirectoryHandle,
  { pending, written }: BackupPlan,
  isOurs: (file: File) => Promise<LogFileFacts | undefined>,
): Promise<WrittenBackup | undefined> {
  if (pending === undefined || written.some(({ name }) => name === pending)) return undefined
  const file = await fileIn(folder, pending)
  if (!file) return undefined
  if (file.size === 0) {
    await onFiles(() => folder.removeEntry(pending))
    return undefined
  }
  const facts = await isOurs(file)
  if (!facts?.size || !facts.rootHash) return undefined
  const { size: bytes, lastModified: modifiedAt } = file
  return {
    name: pending,
    events: facts.size,
    rootHash: facts.rootHash,
    savedAt: modifiedAt,
    took: 0,
    bytes,
    modifiedAt,
  }
}

/** Deletes what is older than the last `keep`; gives those that are still there, or could not be deleted now. */
export async function rotated(
  folder: FileSystemDirectoryHandle,
  written: readonly WrittenBackup[],
  keep: number,
): Promise<readonly WrittenBackup[]> {
  const old = written.slice(0, Math.max(0, written.length - keep))
  const most = Math.max(0, ...written.slice(old.length).map(({ events }) => events))
  const left: WrittenBackup[] = []
  for (const backup of old) {
    // One that holds more than those that stay is no old one.
    if (backup.events > most || !(await isDeleted(folder, backup))) left.push(backup)
  }
  return [...left, ...written.slice(old.length)]
}

/** Whether it is gone, or not ours any more. */
async function isDeleted(folder: FileSystemDirectoryHandle, backup: WrittenBackup): Promise<boolean> {
  try {
    if (await isAsWritten(folder, backup)) await folder.removeEntry(backup.name)
    return true
  } catch {
    // Tried again after the next backup.
    return false
  }
}

/** Whether the file is the one that was read back. */
export async function isAsWritten(folder: FileSystemDirectoryHandle, backup: WrittenBackup): Promise<boolean> {
  const file = await fileIn(folder, backup.name)
  return file !== undefined && file.size === backup.bytes && file.lastModified === backup.modifiedAt
}

async function fileIn(folder: FileSystemDirectoryHandle, name: string): Promise<File | undefined> {
  return onFiles(async () => {
    try {
      return await (await folder.getFileHandle(name)).getFile()
    } catch (error) {
      // Whether the folder itself is there is seen when the next file is made.
      if (error instanceof DOMException && error.name === 'NotFoundError') return undefined
      throw error
    }
  })
}
