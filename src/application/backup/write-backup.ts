/**
 * Writes one backup, beside the page: the whole log as a file, sealed while it is written and read back afterwards.
 *
 * [AB3] The browser writes aside and swaps when the file is complete: until then the last good one stands as it was.
 * [AB4] Bytes that do not give the ledger's root are not swapped in: damage never takes the place of a good backup.
 * [AB5] A file is replaced only by one that holds all of it: events that this ledger does not have are left alone.
 * [AB6] A backup counts when it was read back whole, event by event, and has the count and the root that were written.
 */
import { linesOf } from '../../event-log/batch-codec'
import type { EventLog, Head, StoredBatch } from '../../event-log/event-log'
import { rootOf } from '../../event-log/merkle-tree'
import { frontierAt } from '../../event-log/root-at'
import { GrowingSeal } from '../../event-log/sealing/growing-seal'
import { writeLog } from '../../exchange/log-writer'
import type { WrittenBackup } from '../../storage/backups/backup-plan'
import type { WorkOptions } from '../ledger-api'
import { BackupError, onFiles } from './backup-error'
import { logFileFacts } from './log-file-facts'

export type BackupTarget =
  | { readonly kind: 'file'; readonly handle: FileSystemFileHandle }
  | { readonly kind: 'folder'; readonly handle: FileSystemDirectoryHandle; readonly name: string }

export interface BackupWork extends WorkOptions {
  /** Reads the file as an import into an empty ledger would, and tells what it came to. */
  readonly readBack: (file: File) => Promise<{ readonly size: number; readonly rootHash: string | null }>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** @throws BackupError; AbortError; what the log fails with */
export async function writeBackup(log: EventLog, target: BackupTarget, work: BackupWork): Promise<WrittenBackup> {
  const began = work.now()
  const head = await log.head()
  const handle = await fileOf(target)
  const isNew = target.kind === 'folder'
  try {
    if (!isNew) await checkReplaced(log, head, await onFiles(() => handle.getFile()))
    await writeInto(handle, log, head, work)
    const file = await onFiles(() => handle.getFile())
    const read = await work.readBack(file).catch(notVerified)
    const rootHash = rootOf(head.frontier)
    if (read.size !== head.size || read.rootHash !== rootHash) throw new BackupError('not-verified')
    const savedAt = work.now()
    const { size: bytes, lastModified: modifiedAt } = file
    return { name: handle.name, events: head.size, rootHash, savedAt, took: savedAt - began, bytes, modifiedAt }
  } catch (error) {
    // Made for this backup, and now nothing or nothing good. What cannot be removed is looked after at the next run.
    if (target.kind === 'folder') await target.handle.removeEntry(target.name).catch(() => undefined)
    throw error
  }
}

function fileOf(target: BackupTarget): Promise<FileSystemFileHandle> {
  if (target.kind === 'file') return Promise.resolve(target.handle)
  return onFiles(() => target.handle.getFileHandle(target.name, { create: true }))
}

async function writeInto(handle: FileSystemFileHandle, log: EventLog, head: Head, work: BackupWork): Promise<void> {
  const { ledgerId, name, size, frontier } = head
  const rootHash = rootOf(frontier)
  const exportedAt = new Date(work.now()).toISOString()
  const seal = new GrowingSeal()
  const gzip = handle.name.endsWith('.gz')
  const { onProgress, signal } = work
  const bytes = writeLog({ ledgerId, name, exportedAt, size, rootHash }, sealed(log.readBatches({ to: size }), seal), {
    gzip,
    onProgress,
    signal,
  })
  const file = await onFiles(() => handle.createWritable())
  const reader = bytes.getReader()
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const { value } = chunk
      await onFiles(() => file.write(value))
    }
    if (rootOf(seal.frontier) !== rootHash) throw new BackupError('damaged')
    await onFiles(() => file.close())
  } catch (error) {
    await reader.cancel().catch(() => undefined)
    // What was written aside is thrown away.
    await file.abort().catch(() => undefined)
    throw error
  }
}

async function* sealed(batches: AsyncIterable<StoredBatch>, seal: GrowingSeal): AsyncGenerator<StoredBatch> {
  for await (const batch of batches) {
    for (const line of linesOf(batch.bytes)) seal.append(line)
    yield batch
  }
}

/** Only a beginning of this very log is replaced, or nothing. */
async function checkReplaced(log: EventLog, head: Head, file: File): Promise<void> {
  if (file.size === 0) return
  const facts = await logFileFacts(file)
  const { ledgerId, size, rootHash } = facts ?? {}
  if (ledgerId !== head.ledgerId || typeof size !== 'number' || !(size <= head.size))
    throw new BackupError('not-contained')
  const frontier = size === head.size ? head.frontier : await frontierAt(log, size)
  if (rootHash !== rootOf(frontier)) throw new BackupError('not-contained')
}

function notVerified(error: unknown): never {
  if (error instanceof Error && error.name === 'AbortError') throw error
  throw new BackupError('not-verified', error)
}
