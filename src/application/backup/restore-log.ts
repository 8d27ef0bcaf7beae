/**
 * Restoring: a file becomes a ledger, and what became of it is checked against the file.
 *
 * [RS1] Where no ledger of this browser is the file's, it becomes one in one step: all of it, or nothing.
 * [RS2] Where one is, nothing is written before it is said what differs.
 * [RS3] Restored is what was read again from the first stored byte on, and has the file's count and root.
 */
import type { HeavyWork, LedgerEntry } from '../backend/backend'
import type { ImportReport, WorkOptions } from '../ledger-api'
import type { LedgerApplication } from '../ledger-application'
import { onFiles } from './backup-error'
import type { LogFileFacts } from './log-file-facts'

export interface BackupFile {
  readonly file: File
  readonly facts: LogFileFacts
}

/** A ledger of this browser that is the file's: `behind` is how many events of the file it does not have. */
export interface SameLedger {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly differs:
    | { readonly kind: 'has-all'; readonly more: number }
    | { readonly kind: 'behind'; readonly behind: number }
    | { readonly kind: 'parted'; readonly common: number; readonly here: number; readonly file: number }
}

export interface Restored {
  readonly report: ImportReport
  readonly name: string
  /** Whether what is stored and shown now is what the file holds. */
  readonly verified: boolean
  readonly reason?: string
}

/** @throws LogFormatError where it is no log file. */
export async function openBackup(heavyWork: HeavyWork, file: File): Promise<BackupFile> {
  const [facts] = await heavyWork.fileFacts([file])
  if (facts?.form === 1) return { file, facts }
  // Says what is wrong with it.
  await heavyWork.importLog(null, file, { dryRun: true })
  throw new Error('The file has no header')
}

/** A folder may hold anything: more than this is not looked through. */
const MOST_FILES = 1_000

/** The log files of a folder by ledger, those of each newest first; the ledger backed up last comes first. */
export async function backupsIn(
  heavyWork: Pick<HeavyWork, 'fileFacts'>,
  folder: FileSystemDirectoryHandle,
): Promise<readonly (readonly BackupFile[])[]> {
  const files: File[] = []
  await onFiles(async () => {
    for await (const handle of folder.values()) {
      if (handle.kind !== 'file' || !/\.json(\.gz)?$/i.test(handle.name)) continue
      const file = await (handle as FileSystemFileHandle).getFile()
      if (file.size > 0) files.push(file)
    }
  })
  files.sort((a, b) => b.lastModified - a.lastModified)
  const ledgers = new Map<string, BackupFile[]>()
  const newest = files.slice(0, MOST_FILES)
  const found = await heavyWork.fileFacts(newest)
  newest.forEach((file, index) => {
    const facts = found[index]
    if (facts) ledgers.set(facts.ledgerId, [...(ledgers.get(facts.ledgerId) ?? []), { file, facts }])
  })
  const newestFirst = (a: BackupFile | undefined, b: BackupFile | undefined) => compare(whenOf(b), whenOf(a))
  for (const backups of ledgers.values())
    backups.sort((a, b) => (b.facts.size ?? 0) - (a.facts.size ?? 0) || newestFirst(a, b))
  return [...ledgers.values()].sort(([a], [b]) => newestFirst(a, b))
}

function whenOf(backup: BackupFile | undefined): string {
  return backup?.facts.exportedAt ?? ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** @throws LogFormatError where the file is not a sound log; AbortError */
export async function findSameLedger(
  { desk, backend }: LedgerApplication,
  { file, facts }: BackupFile,
  work: WorkOptions,
): Promise<SameLedger | undefined> {
  const open = await desk.ledger
  for (const entry of await backend.directory.list()) {
    if (entry.origin) continue
    const head = await headOf(entry)
    if (head.size === 0 || head.ledgerId !== facts.ledgerId) continue
    const { localId: id, name } = entry
    return { id, name, size: head.size, differs: await difference(entry, head.size) }
  }
  return undefined

  async function headOf(entry: LedgerEntry) {
    if (entry.localId === open.entry.localId) return open.log.head()
    const log = await backend.openLog(entry)
    try {
      return await log.head()
    } finally {
      log.close()
    }
  }

  async function difference(entry: LedgerEntry, size: number): Promise<SameLedger['differs']> {
    try {
      const report = await backend.heavyWork.importLog(entry, file, { ...work, dryRun: true })
      return report.result === 'fast-forwarded'
        ? { kind: 'behind', behind: report.added }
        : { kind: 'has-all', more: size - report.file.size }
    } catch (error) {
      const { code, commonPosition, ledgerBeyond, fileBeyond } = error as { [fact: string]: unknown }
      if (code !== 'diverged') throw error
      return {
        kind: 'parted',
        common: Number(commonPosition),
        here: Number(ledgerBeyond),
        file: Number(fileBeyond),
      }
    }
  }
}

/**
 * Imports the file and reads what it became again from the first byte on.
 * @param into a ledger that is behind the file; without it, one of its own: the open one where that is empty.
 * @throws as an import does
 */
export async function restoreLog(
  application: LedgerApplication,
  { file }: BackupFile,
  { into, ...work }: WorkOptions & { readonly into?: string },
): Promise<Restored> {
  if (into !== undefined) await application.openLedger(into)
  const { desk } = application
  const { log, entry } = await desk.ledger
  const isEmpty = (await log.head()).size === 0 && entry.origin === undefined
  const report = await application.importLog(file, { ...work, into: into !== undefined || isEmpty ? 'current' : 'new' })
  const { ok, size, rootHash, reason } = await application.verify(work)
  const { name } = await application.head()
  const verified = ok && size >= report.size && (size > report.size || rootHash === report.rootHash)
  return { report, name, verified, ...(reason !== undefined && { reason }) }
}
